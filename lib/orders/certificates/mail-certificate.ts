import { assert } from '@/lib/core/assert';
import { requireEnv } from '@/lib/core/env';
import { type Currency, money } from '@/lib/core/money';
import { dayAt } from '@/lib/core/plain-date';
import type { TxCtx } from '@/lib/db/context';
import type { GiftCertificate } from '@/lib/db/generated/client';
import { queueMail } from '@/lib/messages/queue-mail';
import { FORGOTTEN_NAME } from './rules';

/** The page of a certificate that its buyer sees. */
export function certificateUrl(certificateId: string): string {
  return new URL(`/gift-certificates/${certificateId}`, requireEnv('APP_URL')).href;
}

/**
 * Writes the letter to the one a certificate is for. It names the certificate only: the code is put in when the letter
 * is rendered, so that it stands in no table.
 * @param key the same key again is the same letter
 */
export async function mailCertificate(tx: TxCtx, row: GiftCertificate, key: string): Promise<void> {
  assert(row.recipientEmail, `certificate ${row.id} is mailed`);
  await queueMail(tx, {
    dedupeKey: `certificate:${row.id}:mail:${key}`,
    to: row.recipientEmail,
    template: 'gift-certificate',
    locale: row.locale,
    data: {
      certificateId: row.id,
      worth: money(row.amountMinor, row.currency as Currency),
      buyerName: row.buyerName === FORGOTTEN_NAME ? null : row.buyerName,
      recipientName: row.recipientName,
      message: row.message,
      validTo: dayAt(row.expiresAt, 'UTC'),
      url: new URL('/templates', requireEnv('APP_URL')).href,
    },
    subject: row.id,
  });
}
