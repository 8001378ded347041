import type { Id } from '@/lib/core/ids';
import { type Currency, money } from '@/lib/core/money';
import type { TxCtx } from '@/lib/db/context';
import type { GiftCertificate } from '@/lib/db/generated/client';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { queueMail } from '@/lib/messages/queue-mail';
import { certificateUrl } from './mail-certificate';
import { findBuyer } from './store';

/** Tells the buyer that the certificate is paid, or that its money went back. Staff's own have no buyer. */
export async function mailBuyer(
  tx: TxCtx,
  row: GiftCertificate,
  news: { template: 'certificate-bought' } | { template: 'certificate-refunded'; key: string },
): Promise<void> {
  if (row.buyerId === null) return;
  const { email } = await findBuyer(tx, row.buyerId);
  if (email === null) return;
  const common = {
    to: email,
    locale: row.locale,
    userId: row.buyerId as Id<'user'>,
    subject: row.id,
  };
  const worth = money(row.amountMinor, row.currency as Currency);
  const { recipientName } = row;
  const url = certificateUrl(row.id);
  if (news.template === 'certificate-refunded') {
    await queueMail(tx, {
      ...common,
      template: news.template,
      dedupeKey: `certificate:${row.id}:refunded:${news.key}`,
      data: { worth, recipientName, url },
    });
    return;
  }
  await queueMail(tx, {
    ...common,
    template: news.template,
    dedupeKey: `certificate:${row.id}:bought`,
    data: {
      worth,
      recipientName,
      url,
      deliverOn: row.deliverOn === null ? null : fromDateColumn(row.deliverOn),
    },
  });
}
