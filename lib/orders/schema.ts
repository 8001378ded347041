import { z } from 'zod';
import { YearMonthSchema } from '@/lib/calendars/document';
import { idSchema } from '@/lib/core/ids';
import { CURRENCIES } from '@/lib/core/money';
import { LOCALES } from '@/lib/i18n/locales';
import { ORDER_STATUSES } from './order-states';
import { QUANTITY_MAX } from './price-cart';

export const CurrencySchema = z.enum(CURRENCIES as [(typeof CURRENCIES)[number]]);
export const QuantitySchema = z.number().int().min(1).max(QUANTITY_MAX);

/** Made by the browser, one for each thing a person asks for: repeating the request repeats nothing. */
export const RequestKeySchema = z.string().regex(/^[A-Za-z0-9-]{16,64}$/, 'bad_key');

/** Bounded here, judged in address.ts: a wrong field gets its own words there. */
const text = z.string().max(200, 'too_long');
export const AddressInputSchema = z.strictObject({
  recipient: text,
  phone: text,
  line1: text,
  line2: text,
  city: text,
  postalCode: text,
  region: text,
  country: z.string().max(2),
});

export const AddToCartSchema = z.strictObject({
  calendarId: idSchema('calendar'),
  productId: idSchema('product'),
  quantity: QuantitySchema,
  proofId: idSchema('proof'),
});
export type AddToCartInput = z.output<typeof AddToCartSchema>;

export const QuoteSchema = z.strictObject({
  country: z.string().max(2),
  currency: CurrencySchema,
});

/** The months that the customer read aloud and ticked, for each calendar in the cart. */
export const ConfirmedPeriodSchema = z.strictObject({
  cartItemId: idSchema('cartItem'),
  first: YearMonthSchema,
  last: YearMonthSchema,
});

export const PlaceOrderSchema = z.strictObject({
  requestKey: RequestKeySchema,
  contactEmail: z.string().max(254),
  address: AddressInputSchema,
  currency: CurrencySchema,
  locale: z.enum(LOCALES),
  confirmed: z.array(ConfirmedPeriodSchema).max(50),
  /** What the customer saw; never what is charged. */
  expectedTotalMinor: z.number().int().min(0),
});
export type PlaceOrderInput = z.output<typeof PlaceOrderSchema>;

export const OrderParamsSchema = z.strictObject({ orderId: idSchema('order') });
export const OrderStatusSchema = z.enum(ORDER_STATUSES);
