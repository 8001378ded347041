import type { Id } from '@/lib/core/ids';
import { dayAt } from '@/lib/core/plain-date';
import type { TxCtx } from '@/lib/db/context';
import { queueMail } from '@/lib/messages/queue-mail';
import { WORKSHOP_TIME_ZONE } from '../arrival-window';
import { itemsToPrint } from './items-to-print';
import { handOffUrl } from './print-links';
import type { ManualSettings } from './settings';
import type { PrintJobRow } from './store';

/** Writes the mail to the press: what there is to print, and the link to it. One print job, one mail. */
export async function queueHandOffMail(
  tx: TxCtx,
  job: PrintJobRow,
  settings: ManualSettings,
): Promise<void> {
  const { url, expiresAt } = handOffUrl(tx, job.id as Id<'printJob'>);
  const items = itemsToPrint(job);
  await queueMail(tx, {
    dedupeKey: `print_job:${job.id}:print-hand-off`,
    to: settings.email,
    template: 'print-hand-off',
    locale: settings.language,
    data: {
      number: job.number,
      orderNumber: job.order.number,
      copies: items.reduce((sum, { quantity }) => sum + quantity, 0),
      url,
      // The last whole day on which it works.
      lastDay: dayAt(new Date(expiresAt.getTime() - 1), WORKSHOP_TIME_ZONE),
    },
  });
}
