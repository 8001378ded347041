import { z } from 'zod';
import { CURRENCIES, type Currency, LARGEST_CHARGE } from '@/lib/core/money';
import { METHOD_IDS } from '@/lib/orders/delivery/methods';

const currency = z.enum(CURRENCIES as [Currency, ...Currency[]]);
const sum = z.number().int().min(0).max(LARGEST_CHARGE);
const days = z.number().int().min(1).max(90);

export const WrapPricesSchema = z.strictObject({
  prices: z
    .array(z.strictObject({ currency, amountMinor: sum, isActive: z.boolean() }))
    .max(CURRENCIES.length),
});
export type WrapPricesInput = z.output<typeof WrapPricesSchema>;

export const DeliveryRateSchema = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, 'bad_country'),
  method: z.enum(METHOD_IDS),
  isActive: z.boolean(),
  daysMin: days,
  daysMax: days,
  /** Contained in all prices for this country and method; 2000 is 20 %. */
  taxBasisPoints: z.number().int().min(0).max(5000),
  /** A currency that is not named is not offered. */
  prices: z
    .array(z.strictObject({ currency, amountMinor: sum, extraMinor: sum }))
    .max(CURRENCIES.length),
});
export type DeliveryRateInput = z.output<typeof DeliveryRateSchema>;
