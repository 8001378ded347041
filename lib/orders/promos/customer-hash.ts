import { createHmac } from 'node:crypto';
import { requireEnv } from '@/lib/core/env';

/**
 * One customer by address: the same mailbox in capitals or with a "+tag" is the same customer. Keyed, because addresses
 * are guessed in no time: without the installation's secret a copy of the table names nobody.
 */
export function customerHash(email: string): string {
  const [local = '', domain = ''] = email.normalize('NFKC').trim().toLowerCase().split('@');
  const mailbox = `${local.replace(/(?!^)\+.*$/, '')}@${domain}`;
  return createHmac('sha256', requireEnv('AUTH_SECRET'))
    .update(`promo-customer:${mailbox}`)
    .digest('base64url');
}
