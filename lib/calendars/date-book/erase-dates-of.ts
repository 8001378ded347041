import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';

/** Removes a person's date book and the links by which others filled it. */
export async function eraseDatesOf(ctx: Ctx, userId: Id<'user'>): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const dates = await tx.db.eventDate.deleteMany({ where: { ownerId: userId } });
    await tx.db.dateInvite.deleteMany({ where: { ownerId: userId } });
    return dates.count;
  });
}
