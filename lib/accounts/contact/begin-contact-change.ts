import { DomainError } from '@/lib/core/errors';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import type { Locale } from '@/lib/i18n/locales';
import { queueMail, queueShort } from '@/lib/messages/queue-mail';
import { appLink } from '../app-link';
import { normaliseEmail } from '../normalise-email';
import { mailboxKey, RATES } from '../rates';
import { requireOwner } from '../require-owner';
import { findAccountByEmail } from '../store';
import { addContactCode, type ContactPurpose } from './contact-code';
import { normalisePhone } from './normalise-phone';

type Wish = { kind: 'email' | 'phone'; to: string; password: string; locale: Locale };

/**
 * Sends a code to a new address or number; nothing changes until it comes back. Says the same whether or not the
 * address belongs to somebody: its owner is told by mail, and the code is one that nobody knows.
 * @throws DomainError "account.password_wrong", "account.sign_in_again", "account.email_invalid", "account.phone_invalid",
 *   "sms.unavailable" where this installation sends no text messages, "request.rate_limited"
 */
export async function beginContactChange(ctx: Ctx, wish: Wish): Promise<void> {
  const { userId } = asPerson(ctx).actor;
  const to = wish.kind === 'email' ? normaliseEmail(wish.to) : normalisePhone(wish.to);
  if (wish.kind === 'phone' && !ctx.providers.sms) throw new DomainError('sms.unavailable');
  await requireOwner(ctx, wish.password);
  await spendRateFor(ctx, RATES.contactByAccount, userId);
  await spendRateFor(ctx, RATES.mailByHour, mailboxKey(to));
  await spendRateFor(ctx, RATES.mailByDay, mailboxKey(to));
  await inTransaction(ctx, (tx) => sendCode(tx, { ...wish, to }));
}

async function sendCode(tx: TxCtx, { kind, to, locale }: Wish): Promise<void> {
  const { userId } = asPerson(tx).actor;
  const purpose: ContactPurpose = kind === 'email' ? 'CHANGE_EMAIL' : 'CHANGE_PHONE';
  const owner = kind === 'email' ? await findAccountByEmail(tx, to) : null;
  const parts = { userId, purpose, to, isKnownToNobody: owner !== null };
  const { id, code } = await addContactCode(tx, parts);
  const message = { dedupeKey: `account:${id}`, to, locale };
  if (owner) {
    const data = { signInUrl: appLink('/sign-in'), resetUrl: appLink('/forgot-password') };
    await queueMail(tx, { ...message, template: 'already-registered', data });
  } else if (kind === 'email') {
    await queueMail(tx, { ...message, template: 'verify-email', data: { code }, userId });
  } else {
    await queueShort(tx, { ...message, template: 'phone-code', data: { code }, userId }, 'SMS');
  }
}
