import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';
import { RequestKeySchema } from '@/lib/orders/schema';

export const PROVIDERS = ['STRIPE', 'MONOBANK', 'TELEGRAM'] as const;
export type Provider = (typeof PROVIDERS)[number];

const TEXT_MAX = 500;
const PlainDateSchema = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parsePlainDate(value) !== null,
);

/** What the page's address asks for; anything unreadable counts as not set. */
export const TillsFilterSchema = z.object({
  provider: z.enum(PROVIDERS).nullable().catch(null),
  day: PlainDateSchema.nullable().catch(null),
  state: z.enum(['open', 'all']).catch('open'),
});
export type TillsFilter = z.output<typeof TillsFilterSchema>;

/** A day of a till; without one its last days. */
export const CompareSchema = z.strictObject({
  provider: z.enum(PROVIDERS),
  day: PlainDateSchema.nullable(),
});

const reason = z.string().trim().min(1, 'required').max(TEXT_MAX, 'too_long');
export const FindingParamsSchema = z.strictObject({ findingId: idSchema('finding') });
export const ResolveFindingSchema = z.strictObject({ note: reason });

export const PaymentParamsSchema = z.strictObject({ paymentId: idSchema('payment') });
export const ReturnPaymentSchema = z.strictObject({ reason, requestKey: RequestKeySchema });
