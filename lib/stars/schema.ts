import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { LOCALES } from '@/lib/i18n/locales';
import { TILLS } from '@/lib/payments/till-choice';
import { PACK_CURRENCIES } from './pack-price';

/** Made by the browser, one for each thing a person asks for: repeating the request repeats nothing. */
const RequestKeySchema = z.string().regex(/^[A-Za-z0-9-]{16,64}$/, 'bad_key');

export const BuyStarsSchema = z.strictObject({
  packId: idSchema('starPack'),
  currency: z.enum(PACK_CURRENCIES),
  /** Where it is paid; left out for the till that suits the currency best. */
  till: z.enum(TILLS).optional(),
  /** What the person saw; never what is charged. */
  expectedAmountMinor: z.number().int().min(0),
  requestKey: RequestKeySchema,
  locale: z.enum(LOCALES),
  /** A path of ours to offer after paying; null for none. */
  returnTo: z.string().max(500).nullable(),
});
export type BuyStarsInput = z.output<typeof BuyStarsSchema>;

export const PurchaseParamsSchema = z.strictObject({ purchaseId: idSchema('starPurchase') });

export const RefundStarsSchema = z.strictObject({
  stars: z.number().int().min(1).max(1_000_000),
  requestKey: RequestKeySchema,
});

/** How a purchase stands: `review` is a payment that a person looks at, `ended` one that was never paid. */
export const PURCHASE_STATES = ['open', 'paid', 'ended', 'review'] as const;
export type PurchaseState = (typeof PURCHASE_STATES)[number];
