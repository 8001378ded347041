import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locales';

/** How a house of people gets its work. */
export const HAND_OFFS = ['download', 'mail', 'folder'] as const;
export type HandOff = (typeof HAND_OFFS)[number];

/** Prodigi's shipping methods, cheapest first (Print API v4, "shippingMethod"). */
export const PRODIGI_SHIPPING = ['Budget', 'Standard', 'Express', 'Overnight'] as const;

const ManualSettingsSchema = z.strictObject({
  /** Of the job ticket, the report and the mail. */
  language: z.enum(LOCALES).default('en'),
  handOff: z.enum(HAND_OFFS).default('download'),
  /** Where the link goes when handOff is "mail". */
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  /** Folder in the files of this installation (or its S3 bucket) when handOff is "folder". */
  folder: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .default('press'),
});

const ProdigiSettingsSchema = z.strictObject({
  shippingMethod: z.enum(PRODIGI_SHIPPING).default('Standard'),
  /** Their SKU of each of our products, by slug. What has none they cannot print. */
  skus: z
    .record(z.string().max(80), z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,59}$/))
    .default({}),
});

export const PrintHouseSettingsSchemas = {
  MANUAL: ManualSettingsSchema,
  PRODIGI: ProdigiSettingsSchema,
} as const;

export type PrintHouseKind = keyof typeof PrintHouseSettingsSchemas;
export type ManualSettings = z.output<typeof ManualSettingsSchema>;
export type ProdigiSettings = z.output<typeof ProdigiSettingsSchema>;

export function manualSettings(column: unknown): ManualSettings {
  return ManualSettingsSchema.parse(column);
}

export function prodigiSettings(column: unknown): ProdigiSettings {
  return ProdigiSettingsSchema.parse(column);
}

type House = { kind: PrintHouseKind; settings: unknown };

/** What decides whether a house can take work: the products, and what is to be done with each parcel. */
export type PrintWork = {
  productSlugs: readonly string[];
  parcels: readonly { method: string; wrapMinor: number; giftNote: string }[];
};

/**
 * What of the work a house cannot do: slugs of products, "pickup" for a branch or locker of a carrier of ours, "gift" for
 * wrap and card. People can do everything; a house that sends by itself has neither our carriers nor our paper.
 */
export function unprintable(house: House, { productSlugs, parcels }: PrintWork): string[] {
  if (house.kind === 'MANUAL') return [];
  const { skus } = prodigiSettings(house.settings);
  return [
    ...productSlugs.filter((slug) => !Object.hasOwn(skus, slug)),
    ...(parcels.some(({ method }) => method !== 'post') ? ['pickup'] : []),
    ...(parcels.some(({ wrapMinor, giftNote }) => wrapMinor > 0 || giftNote !== '')
      ? ['gift']
      : []),
  ];
}
