import { type Id, newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { queueMail } from '@/lib/messages/queue-mail';
import { appLink } from './app-link';
import { codeHash, newCode, newLinkToken } from './secrets';
import { CODE_LIFE_MS, CODE_TRIES } from './sign-up-rules';
import { findAccountByEmail } from './store';

/**
 * Queues the mail of a sign-up and makes its newest code the only one. The owner of an address that has an account gets
 * another mail, and the row a code that nobody knows: the same rows, the same time.
 */
export async function sendSignUpMail(
  tx: TxCtx,
  signUp: { id: Id<'signUp'>; email: string; locale: string },
): Promise<void> {
  const now = tx.clock.now();
  const id = newId('verificationCode');
  const code = newCode();
  const account = await findAccountByEmail(tx, signUp.email);
  await tx.db.verificationCode.updateMany({
    where: { signUpId: signUp.id, usedAt: null },
    data: { usedAt: now },
  });
  await tx.db.verificationCode.create({
    data: {
      id,
      signUpId: signUp.id,
      purpose: 'VERIFY_EMAIL',
      email: signUp.email,
      secretHash: codeHash(id, account ? newLinkToken() : code),
      attemptsLeft: CODE_TRIES,
      expiresAt: new Date(now.getTime() + CODE_LIFE_MS),
      createdAt: now,
    },
  });
  const mail = { dedupeKey: `account:${id}`, to: signUp.email, locale: signUp.locale };
  if (account) {
    const data = { signInUrl: appLink('/sign-in'), resetUrl: appLink('/forgot-password') };
    await queueMail(tx, { ...mail, template: 'already-registered', data });
  } else {
    await queueMail(tx, {
      ...mail,
      template: 'verify-email',
      data: { code, url: appLink('/verify') },
    });
  }
}
