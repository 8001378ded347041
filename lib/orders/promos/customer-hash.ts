import { createHmac } from 'node:crypto';
import { requireEnv } from '@/lib/core/env';

/** Two names of one service, which also delivers "a.b@" and "ab@" to one mailbox (support.google.com/mail/answer/7436150). */
const GMAIL = ['gmail.com', 'googlemail.com'];

/** The mailbox behind an address, whichever way it is spelled: in capitals, with a "+tag", with Gmail's dots. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.normalize('NFKC').trim().toLowerCase().split('@');
  const name = local.replace(/(?!^)\+.*$/, '');
  return GMAIL.includes(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
}

/**
 * One customer by address: the same mailbox in another spelling is the same customer. Keyed, because addresses are
 * guessed in no time: without the installation's secret a copy of the table names nobody.
 */
export function customerHash(email: string): string {
  return createHmac('sha256', requireEnv('AUTH_SECRET'))
    .update(`promo-customer:${mailboxOf(email)}`)
    .digest('base64url');
}
