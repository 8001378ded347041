import type { TxCtx } from '@/lib/db/context';
import type { HouseOrder } from '@/lib/providers/ports/print-house';
import { addShipment } from '../delivery/add-shipment';
import { movePrintJob } from './move-print-job';
import { mayMovePrintJob, type PrintJobStatus } from './print-job-states';
import { findTrackingNumbers, notePrintJob, type PrintJobRow } from './store';

/** What the house's words mean to us. `accepted` is where a job is once it was handed over. */
const STATUS_OF: Record<HouseOrder['state'], PrintJobStatus> = {
  accepted: 'SUBMITTED',
  printing: 'PRINTING',
  done: 'DONE',
  cancelled: 'CANCELLED',
  refused: 'REJECTED',
};

/** Brings a locked print job to what its house says, with its cost and the parcels that the house has sent. */
export async function applyHouseOrder(
  tx: TxCtx,
  job: PrintJobRow,
  answer: HouseOrder,
): Promise<void> {
  await notePrintJob(tx, job.id, {
    houseStatus: answer.houseStatus,
    ...(answer.cost
      ? { costMinor: answer.cost.amountMinor, costCurrency: answer.cost.currency }
      : {}),
  });
  const to = STATUS_OF[answer.state];
  if (mayMovePrintJob(job.status, to)) {
    const reason = answer.reason ?? (to === 'CANCELLED' ? 'cancelled_by_house' : null);
    await movePrintJob(tx, job, { to, reason });
  }
  const known = await findTrackingNumbers(tx, job.id);
  for (const { carrier, trackingNumber, trackingUrl } of answer.shipments) {
    if (!trackingNumber || known.has(trackingNumber)) continue;
    await addShipment(tx, {
      orderId: job.orderId,
      parcelId: job.parcelId,
      printJobId: job.id,
      carrier,
      trackingNumber,
      trackingUrl,
      by: 'system',
    });
  }
}
