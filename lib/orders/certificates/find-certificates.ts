import { DomainError } from '@/lib/core/errors';
import { normaliseGiftCode } from '@/lib/core/gift-code';
import { giftCodeHash } from '@/lib/core/gift-code-secret';
import type { Id } from '@/lib/core/ids';
import type { Currency } from '@/lib/core/money';
import type { ReadCtx } from '@/lib/db/context';
import { isDisputed } from '@/lib/payments/dispute-store';
import { certificateProblem } from './rules';
import { findByCodeHash } from './store';

/** A certificate that can pay now, as the price engine needs it. */
export type UsableCertificate = {
  id: Id<'certificate'>;
  /** The last four letters of its code. */
  codeEnd: string;
  balanceMinor: number;
};

/**
 * The certificates behind typed codes, in the order in which they were typed and each once. Nothing is taken yet:
 * redeemCertificate does that when the order is placed. Ask for one code at a time to learn which of them is wrong.
 * @throws DomainError "certificate.not_found", "certificate.over", "certificate.other_currency", "certificate.empty"
 */
export async function findCertificates(
  ctx: ReadCtx,
  wish: { codes: readonly string[]; currency: Currency },
): Promise<UsableCertificate[]> {
  const found = new Map<string, UsableCertificate>();
  for (const typed of wish.codes) {
    const code = normaliseGiftCode(typed);
    const row = code === null ? null : await findByCodeHash(ctx, giftCodeHash(code));
    if (!row) throw new DomainError('certificate.not_found');
    const problem = certificateProblem(row, { currency: wish.currency, now: ctx.clock.now() });
    if (problem) throw new DomainError(problem);
    if (row.paymentId !== null && (await isDisputed(ctx, row.paymentId))) {
      throw new DomainError('certificate.not_found');
    }
    found.set(row.id, {
      id: row.id as Id<'certificate'>,
      codeEnd: row.codeEnd,
      balanceMinor: row.balanceMinor,
    });
  }
  return [...found.values()];
}
