import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import type { Locale } from '@/lib/i18n/locales';
import { queueMail } from '@/lib/messages/queue-mail';
import { appLink } from '../app-link';
import { isUniqueViolation } from '../is-unique-violation';
import { RATES } from '../rates';
import { endLoginSessions, findPerson, lockPerson } from '../store';
import { spendContactCode, takeContactCode } from './contact-code';

/**
 * Changes the address or number with the code that came to the new one. A changed address ends every other session and
 * is told to the old address. A number that somebody else had is theirs no longer: who holds it now has just shown it.
 * @throws DomainError "account.code_wrong", "account.already_signed_up" when the address got its account meanwhile,
 *   "request.rate_limited"
 */
export async function finishContactChange(
  ctx: Ctx,
  input: { kind: 'email' | 'phone'; code: string; locale: Locale },
): Promise<void> {
  const { userId } = asPerson(ctx).actor;
  await spendRateFor(ctx, RATES.contactTries, userId);
  const purpose = input.kind === 'email' ? 'CHANGE_EMAIL' : 'CHANGE_PHONE';
  const verificationCodeId = await spendContactCode(ctx, { userId, purpose, code: input.code });
  try {
    await inTransaction(ctx, async (tx) => {
      await lockPerson(tx, userId);
      const to = await takeContactCode(tx, verificationCodeId);
      if (input.kind === 'email') await changeEmail(tx, to, input.locale);
      else await changePhone(tx, to);
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new DomainError('account.already_signed_up');
    throw error;
  }
}

async function changeEmail(tx: TxCtx, email: string, locale: Locale): Promise<void> {
  const { userId, loginSessionId } = asPerson(tx).actor;
  const before = await findPerson(tx, userId);
  await tx.db.user.update({
    where: { id: userId },
    data: { email, emailVerifiedAt: tx.clock.now() },
  });
  await endLoginSessions(tx, { userId, except: loginSessionId });
  await adoptLetters(tx, before.email);
  if (before.email === null || before.email === email) return;
  await queueMail(tx, {
    dedupeKey: `account:${newId('verificationCode')}:moved`,
    to: before.email,
    template: 'email-changed',
    locale,
    data: { helpUrl: appLink('/') },
    userId,
  });
}

async function changePhone(tx: TxCtx, phone: string): Promise<void> {
  const { userId } = asPerson(tx).actor;
  await adoptLetters(tx, (await findPerson(tx, userId)).phone);
  await tx.db.user.updateMany({
    where: { phone, id: { not: userId } },
    data: { phone: null },
  });
  await tx.db.user.update({ where: { id: userId }, data: { phone } });
}

/** Takes the number away; text messages end with it. */
export async function removePhone(ctx: Ctx): Promise<void> {
  const { userId } = asPerson(ctx).actor;
  await inTransaction(ctx, async (tx) => {
    await adoptLetters(tx, (await findPerson(tx, userId)).phone);
    await tx.db.user.update({ where: { id: userId }, data: { phone: null } });
  });
}

/** What went to an address that is given up stays theirs: to be exported and erased with the rest. */
async function adoptLetters(tx: TxCtx, receiver: string | null): Promise<void> {
  const { userId } = asPerson(tx).actor;
  if (receiver === null) return;
  await tx.db.outboxMessage.updateMany({
    where: { recipient: receiver, userId: null, template: { not: 'gift-certificate' } },
    data: { userId },
  });
}
