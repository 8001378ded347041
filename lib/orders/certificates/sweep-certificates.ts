import { addDays, dayAt } from '@/lib/core/plain-date';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { toDateColumn } from '@/lib/db/plain-date-column';
import { mailCertificate } from './mail-certificate';
import {
  findUndelivered,
  findUnpaid,
  forgetReceivers,
  lockCertificate,
  markDelivered,
  setCertificateStatus,
} from './store';

/** Letters leave in the morning of their day: nine o'clock in Kyiv in summer, eight in winter. */
const MORNING_UTC = 6;
/** Money may still come for so long after a certificate was ordered, whatever its pay page said. */
const UNPAID_MS = 24 * 60 * 60 * 1000;
const BATCH = 200;

/**
 * Mails the certificates whose day has come, gives up those that were never paid, and forgets whom those of erased
 * buyers were for. One that fails does not keep the others from their turn.
 * @throws AggregateError at the end, with what failed
 */
export async function sweepCertificates(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const today = dayAt(now, 'UTC');
  const day = now.getUTCHours() >= MORNING_UTC ? today : addDays(today, -1);
  const failures: unknown[] = [];
  const each = async (certificateId: string, run: (tx: TxCtx) => Promise<void>) => {
    try {
      await inTransaction(ctx, run);
    } catch (error) {
      ctx.log.error('a certificate could not be swept', error, { certificateId });
      failures.push(error);
    }
  };
  for (const { id } of await findUndelivered(ctx, toDateColumn(day), BATCH)) {
    await each(id, async (tx) => {
      // Under the lock its words are as they are: the buyer may have been forgotten since the list was read.
      const row = await lockCertificate(tx, { id });
      if (row?.recipientEmail && (await markDelivered(tx, id))) {
        await mailCertificate(tx, row, 'first');
      }
    });
  }
  await forgetReceivers(ctx);
  for (const { id } of await findUnpaid(ctx, new Date(now.getTime() - UNPAID_MS), BATCH)) {
    await each(id, async (tx) => {
      // Under the lock the payment is as it is: it may have been paid since the list was read.
      const row = await lockCertificate(tx, { id });
      const status = row?.payment?.status;
      if (status === 'PAID' || row?.payment?.quarantineReason) return;
      await setCertificateStatus(tx, id, 'AWAITING_PAYMENT', 'VOID');
    });
  }
  if (failures.length > 0) throw new AggregateError(failures, 'not every certificate was swept');
}
