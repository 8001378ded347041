import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { lockPerson } from '../store';
import { failExports, findExports, insertExport } from './export-store';

const DAY_MS = 24 * 60 * 60 * 1000;
const PER_DAY = 3;
/** Longer than all tries of the job take: one that is still open then was given up. */
const GIVEN_UP_MS = 6 * 60 * 60 * 1000;

/**
 * Asks for all personal data as one file; a job makes it. While one is being made, asking again is the same one; one that
 * was given up makes room for another.
 * @throws DomainError "export.too_many" after three in a day
 */
export async function requestExport(ctx: Ctx): Promise<void> {
  const { userId } = asPerson(ctx).actor;
  await inTransaction(ctx, async (tx) => {
    await lockPerson(tx, userId);
    const now = tx.clock.now().getTime();
    await failExports(tx, userId, new Date(now - GIVEN_UP_MS));
    const known = await findExports(tx, userId);
    if (known.some(({ status }) => status === 'QUEUED')) return;
    const today = known.filter(
      ({ status, createdAt }) => status !== 'FAILED' && createdAt.getTime() > now - DAY_MS,
    );
    if (today.length >= PER_DAY) throw new DomainError('export.too_many', { max: PER_DAY });
    const dataExportId: Id<'dataExport'> = newId('dataExport');
    await insertExport(tx, userId, dataExportId);
    await enqueue(tx, 'account.export', { dataExportId });
  });
}
