import { addDays, dayAt } from '@/lib/core/plain-date';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { toDateColumn } from '@/lib/db/plain-date-column';
import { mailCertificate } from './mail-certificate';
import {
  findUndelivered,
  findUnpaid,
  lockCertificate,
  markDelivered,
  setCertificateStatus,
} from './store';

/** Letters leave in the morning of their day: nine o'clock in Kyiv in summer, eight in winter. */
const MORNING_UTC = 6;
/** Money may still come for so long after a certificate was ordered, whatever its pay page said. */
const UNPAID_MS = 24 * 60 * 60 * 1000;
const BATCH = 200;

/** Mails the certificates whose day has come, and gives up those that were never paid. */
export async function sweepCertificates(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const today = dayAt(now, 'UTC');
  const day = now.getUTCHours() >= MORNING_UTC ? today : addDays(today, -1);
  for (const row of await findUndelivered(ctx, toDateColumn(day), BATCH)) {
    await inTransaction(ctx, async (tx) => {
      if (await markDelivered(tx, row.id)) await mailCertificate(tx, row, 'first');
    });
  }
  for (const { id } of await findUnpaid(ctx, new Date(now.getTime() - UNPAID_MS), BATCH)) {
    await inTransaction(ctx, async (tx) => {
      // Under the lock the payment is as it is: it may have been paid since the list was read.
      const row = await lockCertificate(tx, { id });
      const status = row?.payment?.status;
      if (status === 'PAID' || row?.payment?.quarantineReason) return;
      await setCertificateStatus(tx, id, 'AWAITING_PAYMENT', 'VOID');
    });
  }
}
