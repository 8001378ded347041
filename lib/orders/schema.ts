import { z } from 'zod';
import { YearMonthSchema } from '@/lib/calendars/document';
import { type ErrorCode, isErrorCode } from '@/lib/core/errors';
import { idSchema } from '@/lib/core/ids';
import { CURRENCIES } from '@/lib/core/money';
import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';
import { LOCALES } from '@/lib/i18n/locales';
import { DeliveryMethodSchema, PickupPointSchema } from './delivery/methods';
import { ORDER_STATUSES } from './order-states';
import { CERTIFICATES_MAX, PARCELS_MAX, PRICE_ROW_KINDS, QUANTITY_MAX } from './price-order';

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

/** What of the cart goes into one parcel. */
const ParcelItemsSchema = z
  .array(z.strictObject({ cartItemId: idSchema('cartItem'), quantity: QuantitySchema }))
  .min(1)
  .max(50);

/** More than one order may have; the use case says so in its own words. */
const PARCELS_READ_MAX = 50;

const CountrySchema = z.string().max(2);
const CodeSchema = z.string().trim().max(40, 'too_long');

export const QuoteSchema = z.strictObject({
  currency: CurrencySchema,
  parcels: z
    .array(
      z.strictObject({
        country: CountrySchema,
        method: DeliveryMethodSchema,
        isGift: z.boolean(),
        items: ParcelItemsSchema,
      }),
    )
    .max(PARCELS_READ_MAX),
  /** The buyer's, for the tax of an order of files alone; null takes the one of the person's settings. */
  country: CountrySchema.nullable().default(null),
  promoCode: CodeSchema.nullable(),
  certificateCodes: z.array(CodeSchema).max(CERTIFICATES_MAX),
});
export type QuoteInput = z.output<typeof QuoteSchema>;

const MoneySchema = z.object({ amountMinor: z.number().int(), currency: CurrencySchema });
const ErrorCodeSchema = z.custom<ErrorCode>(
  (value) => typeof value === 'string' && isErrorCode(value),
);
const PlainDateSchema = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parsePlainDate(value) !== null,
);

/** PriceRow of price-order.ts. */
export const PriceRowSchema = z.object({
  kind: z.enum(PRICE_ROW_KINDS),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  amount: MoneySchema,
});

/** The price of the cart with every line explained. */
export const QuoteViewSchema = z.object({
  currency: CurrencySchema,
  /** One for each cart item in each parcel; `parcel` is the index in `parcels`, null for a file. */
  lines: z.array(
    z.object({
      cartItemId: idSchema('cartItem'),
      parcel: z.number().int().nullable(),
      quantity: z.number().int(),
      listUnit: MoneySchema,
      unit: MoneySchema,
      total: MoneySchema,
      discount: MoneySchema,
    }),
  ),
  parcels: z.array(
    z.object({
      delivery: MoneySchema,
      wrap: MoneySchema,
      tax: MoneySchema,
      taxBasisPoints: z.number().int(),
      arrival: z.object({ from: PlainDateSchema, to: PlainDateSchema }),
    }),
  ),
  promo: z
    .object({ code: z.string(), kind: z.enum(['PERCENT', 'AMOUNT', 'FREE_DELIVERY']) })
    .nullable(),
  /** Why the typed code does not count; the rest of the price stands. */
  promoProblem: ErrorCodeSchema.nullable(),
  certificates: z.array(z.object({ codeEnd: z.string(), used: MoneySchema, left: MoneySchema })),
  certificateProblems: z.array(z.object({ codeEnd: z.string(), code: ErrorCodeSchema })),
  items: MoneySchema,
  wrap: MoneySchema,
  delivery: MoneySchema,
  discount: MoneySchema,
  tax: MoneySchema,
  total: MoneySchema,
  certificate: MoneySchema,
  due: MoneySchema,
  rows: z.array(PriceRowSchema),
});
export type QuoteView = z.output<typeof QuoteViewSchema>;

/** The months that the customer read aloud and ticked, for each calendar in the cart. */
export const ConfirmedPeriodSchema = z.strictObject({
  cartItemId: idSchema('cartItem'),
  first: YearMonthSchema,
  last: YearMonthSchema,
});

/** A till that takes money for goods. Telegram Stars never pay for what is shipped. */
export const TillSchema = z.enum(['STRIPE', 'MONOBANK']);
export type OrderTill = z.output<typeof TillSchema>;

export const GIFT_NOTE_MAX = 500;

export const PlaceOrderSchema = z.strictObject({
  requestKey: RequestKeySchema,
  contactEmail: z.string().max(254),
  currency: CurrencySchema,
  locale: z.enum(LOCALES),
  till: TillSchema,
  parcels: z
    .array(
      z.strictObject({
        address: AddressInputSchema,
        method: DeliveryMethodSchema,
        pickupPoint: PickupPointSchema.nullable(),
        isGift: z.boolean(),
        giftNote: z.string().trim().max(GIFT_NOTE_MAX, 'too_long'),
        items: ParcelItemsSchema,
      }),
    )
    .max(PARCELS_READ_MAX),
  country: CountrySchema.nullable().default(null),
  promoCode: CodeSchema.nullable(),
  certificateCodes: z.array(CodeSchema).max(CERTIFICATES_MAX),
  confirmed: z.array(ConfirmedPeriodSchema).max(50),
  /** What the customer saw as still to pay; never what is charged. */
  expectedDueMinor: z.number().int().min(0),
});
export type PlaceOrderInput = z.output<typeof PlaceOrderSchema>;

/** What stands on the checkout page so far, on whatever device: nothing in it is judged before the order is placed. */
export const CheckoutDraftSchema = z.strictObject({
  contactEmail: z.string().max(254),
  currency: CurrencySchema,
  till: TillSchema.nullable(),
  parcels: z
    .array(
      z.strictObject({
        address: AddressInputSchema,
        method: DeliveryMethodSchema,
        pickupPoint: PickupPointSchema.nullable(),
        isGift: z.boolean(),
        giftNote: z.string().max(GIFT_NOTE_MAX, 'too_long'),
        items: z
          .array(z.strictObject({ cartItemId: idSchema('cartItem'), quantity: QuantitySchema }))
          .max(50),
      }),
    )
    .max(PARCELS_MAX),
  promoCode: CodeSchema.nullable(),
  /** Certificate codes are money: they are typed again, never kept. */
  wantedBy: PlainDateSchema.nullable(),
});
export type CheckoutDraft = z.output<typeof CheckoutDraftSchema>;

export const OrderParamsSchema = z.strictObject({ orderId: idSchema('order') });
export const OrderStatusSchema = z.enum(ORDER_STATUSES);
