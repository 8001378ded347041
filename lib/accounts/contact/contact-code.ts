import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import type { Ctx, TxCtx } from '@/lib/db/context';
import { codeHash, isSameHash, newCode, newLinkToken } from '../secrets';
import { CODE_LIFE_MS, CODE_TRIES } from '../sign-up-rules';

export type ContactPurpose = 'CHANGE_EMAIL' | 'CHANGE_PHONE';

/** @returns the code for the message; every earlier code of the same purpose is over */
export async function addContactCode(
  tx: TxCtx,
  parts: { userId: Id<'user'>; purpose: ContactPurpose; to: string; isKnownToNobody: boolean },
): Promise<{ id: Id<'verificationCode'>; code: string }> {
  const { userId, purpose, to } = parts;
  const now = tx.clock.now();
  const id = newId('verificationCode');
  const code = newCode();
  await tx.db.verificationCode.updateMany({
    where: { userId, purpose, usedAt: null },
    data: { usedAt: now },
  });
  await tx.db.verificationCode.create({
    data: {
      id,
      userId,
      purpose,
      email: to,
      secretHash: codeHash(id, parts.isKnownToNobody ? newLinkToken() : code),
      attemptsLeft: CODE_TRIES,
      expiresAt: new Date(now.getTime() + CODE_LIFE_MS),
      createdAt: now,
    },
  });
  return { id, code };
}

/**
 * Takes one try off the newest code of this purpose before looking at it, so that tries at once are all counted.
 * @throws DomainError "account.code_wrong" for a wrong, used, expired or tried-out code, alike
 */
export async function spendContactCode(
  ctx: Ctx,
  input: { userId: Id<'user'>; purpose: ContactPurpose; code: string },
): Promise<string> {
  const live = { usedAt: null, expiresAt: { gt: ctx.clock.now() }, attemptsLeft: { gt: 0 } };
  const row = await ctx.db.verificationCode.findFirst({
    where: { ...live, userId: input.userId, purpose: input.purpose },
    orderBy: { createdAt: 'desc' },
    select: { id: true, secretHash: true },
  });
  if (!row) throw wrongCode();
  const { count } = await ctx.db.verificationCode.updateMany({
    where: { id: row.id, ...live },
    data: { attemptsLeft: { decrement: 1 } },
  });
  const typed = input.code.normalize('NFKC').replace(/[\s-]/g, '');
  if (count !== 1 || !isSameHash(row.secretHash, codeHash(row.id, typed))) throw wrongCode();
  return row.id;
}

/** Uses a code up. @returns what it proves: the address or number it was sent to. One of two at once gets it. */
export async function takeContactCode(tx: TxCtx, verificationCodeId: string): Promise<string> {
  const { count } = await tx.db.verificationCode.updateMany({
    where: { id: verificationCodeId, usedAt: null },
    data: { usedAt: tx.clock.now() },
  });
  if (count !== 1) throw wrongCode();
  const { email } = await tx.db.verificationCode.findUniqueOrThrow({
    where: { id: verificationCodeId },
    select: { email: true },
  });
  return email;
}

function wrongCode(): DomainError {
  return new DomainError('account.code_wrong', {}, { fields: { code: 'account.code_wrong' } });
}
