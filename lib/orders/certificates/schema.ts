import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { CURRENCIES, type Currency } from '@/lib/core/money';
import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';
import { LOCALES } from '@/lib/i18n/locales';
import { TILLS } from '@/lib/payments/till-choice';

/** Letters that fit on the printed certificate. */
export const MESSAGE_MAX = 300;
export const NAME_MAX = 60;

/** What a certificate may be worth, in minor units: the offered sums, and the least and most of a sum of one's own. */
export const CERTIFICATE_SUMS: Record<
  Currency,
  { readonly offered: readonly number[]; readonly min: number; readonly max: number }
> = {
  UAH: { offered: [500_00, 1000_00, 1500_00, 2500_00], min: 200_00, max: 20_000_00 },
  EUR: { offered: [25_00, 40_00, 60_00, 100_00], min: 10_00, max: 500_00 },
  USD: { offered: [25_00, 40_00, 60_00, 100_00], min: 10_00, max: 500_00 },
  PLN: { offered: [100_00, 150_00, 250_00, 400_00], min: 40_00, max: 2000_00 },
  GBP: { offered: [20_00, 35_00, 50_00, 80_00], min: 10_00, max: 400_00 },
};

export function isCertificateSum(amountMinor: number, currency: Currency): boolean {
  const { min, max } = CERTIFICATE_SUMS[currency];
  return amountMinor >= min && amountMinor <= max;
}

const RequestKeySchema = z.string().regex(/^[A-Za-z0-9-]{16,64}$/, 'bad_key');
const name = z.string().trim().min(1, 'required').max(NAME_MAX, 'too_long');
const email = z.string().trim().min(1, 'required').max(254, 'too_long');
const DaySchema = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parsePlainDate(value) !== null,
  'bad_date',
);

/** How a certificate reaches the one it is for. */
const HandOverSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('now'), email }),
  /** Mailed in the morning of that day, tomorrow at the earliest. */
  z.strictObject({ how: z.literal('on'), email, day: DaySchema }),
  z.strictObject({ how: z.literal('print') }),
]);

const GiftSchema = z.strictObject({
  currency: z.enum(CURRENCIES as [Currency, ...Currency[]]),
  amountMinor: z.number().int().min(1).max(100_000_00),
  buyerName: name,
  recipientName: name,
  message: z.string().trim().max(MESSAGE_MAX, 'too_long'),
  handOver: HandOverSchema,
  locale: z.enum(LOCALES),
  requestKey: RequestKeySchema,
});

export const BuyCertificateSchema = GiftSchema.extend({ till: z.enum(TILLS) });
export type BuyCertificateInput = z.output<typeof BuyCertificateSchema>;

export const CertificateParamsSchema = z.strictObject({ certificateId: idSchema('certificate') });

export const RefundCertificateSchema = z.strictObject({ requestKey: RequestKeySchema });

export const BalanceSchema = z.strictObject({ code: z.string().trim().min(1).max(64) });

/** What staff give away: nobody pays for it, so somebody says why. */
export const IssueCertificateSchema = GiftSchema.extend({
  reason: z.string().trim().min(1, 'required').max(500, 'too_long'),
});
export type IssueCertificateInput = z.output<typeof IssueCertificateSchema>;

/** How a certificate stands: `review` is a payment that a person looks at, `ended` one that was never paid. */
export const CERTIFICATE_STATES = ['open', 'active', 'given_back', 'ended', 'review'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];
