import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { applyHouseOrder } from './apply-house-order';
import { findPrintJob, lockPrintJob, touchPrintJob } from './store';

/**
 * Asks the house how a print job stands and brings our row there. Asking twice, late or in any order changes nothing. An
 * order that the house cannot print is cancelled there before it is marked refused, so that it is never printed beside
 * the next one.
 * @throws DomainError "print_house.unavailable"
 */
export async function checkPrintJob(ctx: Ctx, printJobId: Id<'printJob'>): Promise<void> {
  const job = await findPrintJob(ctx, printJobId);
  const gateway = ctx.providers.printHouses.PRODIGI;
  if (!job?.externalId || job.printHouse.kind !== 'PRODIGI' || !gateway) return;
  const { externalId } = job;
  let answer = await gateway.read(externalId);
  if (answer.state === 'refused') {
    const { reason } = answer;
    const after = await gateway.cancel(externalId);
    if (after.state === 'cancelled') answer = { ...after, state: 'refused', reason };
    else answer = after;
  }
  await inTransaction(ctx, async (tx) => {
    const row = await lockPrintJob(tx, printJobId);
    if (row?.externalId === externalId) await applyHouseOrder(tx, row, answer);
  });
}

/**
 * Asks the house to stop, and says how that went.
 * @throws DomainError "print_job.not_found", "print_job.refused" when it prints on, "print_house.unavailable"
 */
export async function cancelAtHouse(ctx: Ctx, printJobId: Id<'printJob'>): Promise<void> {
  const job = await findPrintJob(ctx, printJobId);
  const gateway = ctx.providers.printHouses.PRODIGI;
  if (!job?.externalId || !gateway) throw new DomainError('print_job.not_found');
  const answer = await gateway.cancel(job.externalId);
  await inTransaction(ctx, async (tx) => {
    const row = await lockPrintJob(tx, printJobId);
    if (row) await applyHouseOrder(tx, row, answer);
  });
  if (answer.state !== 'cancelled') {
    throw new DomainError('print_job.refused', { reason: answer.houseStatus });
  }
  await touchPrintJob(ctx, printJobId);
}
