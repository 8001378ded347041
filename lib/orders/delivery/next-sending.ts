import { isLive, type ShipmentStatus } from './shipment-states';

type Sent = { status: ShipmentStatus; printJobId: string | null };
type Printed = { id: string; status: string; claimId: string | null };

/** Hand-offs that came to nothing: there is no paper of theirs to send. */
const LOST_JOBS = ['REJECTED', 'FAILED', 'CANCELLED'];

/**
 * What of a parcel waits to be sent: its first print job without a shipment, be it the order itself or a reprint. A
 * parcel that came back waits again.
 * @param parcel.printJobs oldest first
 * @returns null when nothing waits; printJobId null where no print house was involved
 */
export function nextSending<J extends Printed>(parcel: {
  shipments: readonly Sent[];
  printJobs: readonly J[];
}): { job: J | null } | null {
  const live = parcel.shipments.filter(({ status }) => isLive(status));
  const jobs = parcel.printJobs.filter(({ status }) => !LOST_JOBS.includes(status));
  if (jobs.length === 0) return live.length === 0 ? { job: null } : null;
  const waiting = jobs.find(
    (job) =>
      !live.some(
        ({ printJobId }) => printJobId === job.id || (printJobId === null && job.claimId === null),
      ),
  );
  return waiting ? { job: waiting } : null;
}
