import { DomainError } from '@/lib/core/errors';
import type { Currency } from '@/lib/core/money';
import { addDays, dayAt, type PlainDate } from '@/lib/core/plain-date';
import { isEmail } from '../contact-email';
import { isCertificateSum } from './schema';

/** A gift may be prepared for the next year's day. */
const AHEAD_DAYS = 366;

type Gift = {
  currency: Currency;
  amountMinor: number;
  handOver:
    | { how: 'now'; email: string }
    | { how: 'on'; email: string; day: PlainDate }
    | { how: 'print' };
};

/**
 * Where and when a certificate is mailed; both null when it is printed instead.
 * @throws DomainError "certificate.invalid" with the wrong field: "amountMinor", "handOver.email", "handOver.day"
 */
export function checkGift(
  gift: Gift,
  now: Date,
): { recipientEmail: string | null; deliverOn: PlainDate | null } {
  const refuse = (field: string, why: string) =>
    new DomainError('certificate.invalid', {}, { fields: { [field]: why } });
  if (!isCertificateSum(gift.amountMinor, gift.currency)) throw refuse('amountMinor', 'bad_amount');
  const { handOver } = gift;
  if (handOver.how === 'print') return { recipientEmail: null, deliverOn: null };
  const recipientEmail = handOver.email.normalize('NFKC').trim();
  if (!isEmail(recipientEmail)) throw refuse('handOver.email', 'bad_email');
  const today = dayAt(now, 'UTC');
  if (handOver.how === 'now') return { recipientEmail, deliverOn: today };
  // The buyer's "tomorrow" may still be today here, in either direction of the world.
  if (handOver.day < today || handOver.day > addDays(today, AHEAD_DAYS)) {
    throw refuse('handOver.day', 'bad_day');
  }
  return { recipientEmail, deliverOn: handOver.day };
}
