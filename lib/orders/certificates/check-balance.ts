import { DomainError } from '@/lib/core/errors';
import { normaliseGiftCode } from '@/lib/core/gift-code';
import { giftCodeHash } from '@/lib/core/gift-code-secret';
import { type Currency, type Money, money } from '@/lib/core/money';
import { dayAt, type PlainDate } from '@/lib/core/plain-date';
import type { ReadCtx } from '@/lib/db/context';
import { isDisputed } from '@/lib/payments/dispute-store';
import { findByCodeHash } from './store';

export type BalanceView = { balance: Money; worth: Money; validTo: PlainDate; isOver: boolean };

/**
 * What is left on the certificate behind a code, for whoever holds it.
 * @throws DomainError "certificate.not_found", the same for a code that never was, one that was given back, and one
 *   whose money the buyer's bank asks back
 */
export async function checkBalance(ctx: ReadCtx, input: { code: string }): Promise<BalanceView> {
  const code = normaliseGiftCode(input.code);
  const row = code === null ? null : await findByCodeHash(ctx, giftCodeHash(code));
  if (row?.status !== 'ACTIVE') throw new DomainError('certificate.not_found');
  if (row.paymentId !== null && (await isDisputed(ctx, row.paymentId))) {
    throw new DomainError('certificate.not_found');
  }
  const currency = row.currency as Currency;
  return {
    balance: money(row.balanceMinor, currency),
    worth: money(row.amountMinor, currency),
    validTo: dayAt(row.expiresAt, 'UTC'),
    isOver: row.expiresAt <= ctx.clock.now(),
  };
}
