import { z } from 'zod';
import type { Currency } from '@/lib/core/money';
import { parsePlainDate } from '@/lib/core/plain-date';
import { isCertificateSum } from '@/lib/orders/certificates/schema';
import { parseAmount, writeAmount } from '@/lib/orders/parse-amount';

/** What is typed into the form: texts as they stand in the fields. */
export const GiftDraftSchema = z.object({
  currency: z.enum(['UAH', 'EUR', 'USD', 'PLN', 'GBP']),
  amount: z.string(),
  recipientName: z.string(),
  buyerName: z.string(),
  message: z.string(),
  how: z.enum(['now', 'on', 'print']),
  email: z.string(),
  day: z.string(),
});
export type GiftDraft = z.output<typeof GiftDraftSchema>;

export type GiftField = 'amount' | 'recipientName' | 'buyerName' | 'email' | 'day';

/** A sum as it stands in the field: whole ones without their cents. */
export function writeSum(amountMinor: number, currency: Currency): string {
  return writeAmount(amountMinor, currency).replace(/\.0+$/, '');
}

/** The sum of a draft in minor units; null when it is none that is sold. */
export function draftAmount(draft: GiftDraft): number | null {
  const amountMinor = parseAmount(draft.amount, draft.currency as Currency);
  return amountMinor !== null && isCertificateSum(amountMinor, draft.currency) ? amountMinor : null;
}

/** Fields that are not right yet, in the order of the page. */
export function draftProblems(draft: GiftDraft, today: string): GiftField[] {
  const problems: GiftField[] = [];
  if (draftAmount(draft) === null) problems.push('amount');
  if (draft.recipientName.trim() === '') problems.push('recipientName');
  if (draft.buyerName.trim() === '') problems.push('buyerName');
  if (draft.how !== 'print' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email.trim())) {
    problems.push('email');
  }
  if (draft.how === 'on' && (parsePlainDate(draft.day) === null || draft.day < today)) {
    problems.push('day');
  }
  return problems;
}

/** A draft as the server takes it; only for one without problems. */
export function giftOf(draft: GiftDraft, amountMinor: number) {
  const email = draft.email.trim();
  return {
    currency: draft.currency,
    amountMinor,
    recipientName: draft.recipientName.trim(),
    buyerName: draft.buyerName.trim(),
    message: draft.message.trim(),
    handOver:
      draft.how === 'print'
        ? { how: 'print' as const }
        : draft.how === 'now'
          ? { how: 'now' as const, email }
          : { how: 'on' as const, email, day: draft.day },
  };
}
