import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { creditStars } from '@/lib/stars/ledger';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import type { WorkId } from './studio-schema';
import { findWork } from './studio-store';

/**
 * Gives back the stars of finished work that is not what it should be; once for each work, however often it is asked.
 * What was made stays with the customer.
 * @throws DomainError "account.not_allowed", "work.not_found", "stars.nothing_to_refund" for work that cost nothing, is
 *   not finished, or whose stars came back already
 */
export async function refundStudioWork(
  ctx: Ctx,
  { workId, reason }: { workId: WorkId; reason: string },
): Promise<void> {
  const staff = requireStaff(ctx, 'content');
  await inTransaction(ctx, async (tx) => {
    const work = await findWork(tx, workId);
    if (!work) throw new DomainError('work.not_found');
    if (work.status !== 'COMPLETED' || work.stars === 0) {
      throw new DomainError('stars.nothing_to_refund');
    }
    const isNew = await creditStars(tx, {
      userId: work.ownerId as Id<'user'>,
      type: 'REFUND',
      stars: work.stars,
      key: `refund:${workId}`,
      subjectId: workId,
      reason,
      actorId: staff.userId,
    });
    if (!isNew) throw new DomainError('stars.nothing_to_refund');
    await recordAudit(tx, {
      action: 'studio.refunded',
      subject: workId,
      data: { stars: work.stars, reason },
    });
  });
}
