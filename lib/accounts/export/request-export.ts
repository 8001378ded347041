import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { lockPerson } from '../store';
import { findExports, insertExport } from './export-store';

const DAY_MS = 24 * 60 * 60 * 1000;
const PER_DAY = 3;

/**
 * Asks for all personal data as one file; a job makes it. While one is being made, asking again is the same one.
 * @throws DomainError "export.too_many" after three in a day
 */
export async function requestExport(ctx: Ctx): Promise<void> {
  const { userId } = asPerson(ctx).actor;
  await inTransaction(ctx, async (tx) => {
    await lockPerson(tx, userId);
    const known = await findExports(tx, userId);
    if (known.some(({ status }) => status === 'QUEUED')) return;
    const since = tx.clock.now().getTime() - DAY_MS;
    const today = known.filter(({ createdAt }) => createdAt.getTime() > since);
    if (today.length >= PER_DAY) throw new DomainError('export.too_many', { max: PER_DAY });
    const dataExportId: Id<'dataExport'> = newId('dataExport');
    await insertExport(tx, userId, dataExportId);
    await enqueue(tx, 'account.export', { dataExportId });
  });
}
