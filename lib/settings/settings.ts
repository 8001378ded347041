import { z } from 'zod';
import { CURRENCIES, type Currency } from '@/lib/core/money';

const STAR_COST_MAX_MINOR = 1_000_000;

const StarCostSchema = z.strictObject(
  Object.fromEntries(
    CURRENCIES.map((currency) => [currency, z.number().int().min(0).max(STAR_COST_MAX_MINOR)]),
  ) as Record<Currency, z.ZodNumber>,
);

/** Everything that takes payments, in the order of the screen. */
export const ALL_TILLS = ['STRIPE', 'MONOBANK', 'TELEGRAM'] as const;

/** Bounds of "claim_days": shorter than two weeks is no fair chance, longer than a year outlives the calendar. */
export const CLAIM_DAYS = { min: 14, max: 365 } as const;

/**
 * What staff may set while the product runs, each with its shape and what holds until somebody sets it. Whatever is
 * listed here is read by something; its words stand in desk.settings.
 */
export const SETTINGS = {
  /**
   * What a hundred stars of AI work cost us, in minor units by currency. A picture takes two stars and about
   * 0.07 EUR at the provider (two megapixels at 0.035 USD).
   */
  star_cost: {
    schema: StarCostSchema,
    fallback: { UAH: 17_000, EUR: 350, USD: 380, PLN: 1_500, GBP: 300 },
  },
  /** Days after delivery in which a fault may be reported. */
  claim_days: {
    schema: z.number().int().min(CLAIM_DAYS.min).max(CLAIM_DAYS.max),
    fallback: 30,
  },
  /** Whether people who agreed to it are reminded of a cart that waits. */
  cart_reminders: { schema: z.boolean(), fallback: true },
  /** Tills that start no new payment. What they took is still settled, refunded and compared. */
  closed_tills: {
    schema: z.array(z.enum(ALL_TILLS)).max(ALL_TILLS.length),
    fallback: [],
  },
} as const satisfies Record<string, { schema: z.ZodType; fallback: unknown }>;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<K extends SettingKey> = z.output<(typeof SETTINGS)[K]['schema']>;
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

export function isSettingKey(text: string): text is SettingKey {
  return Object.hasOwn(SETTINGS, text);
}
