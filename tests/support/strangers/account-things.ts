import type { Id } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';

/** What somebody chose for themselves: a saved filter of a desk, and which messages reach them. */
export async function addChoices(
  db: PrismaClient,
  things: { savedFilter: Id<'savedFilter'> },
  ownerId: Id<'user'>,
  secret: string,
): Promise<void> {
  await db.savedFilter.create({
    data: { id: things.savedFilter, ownerId, desk: 'orders', name: secret, query: 'status=PAID' },
  });
  await db.messagePreference.create({
    data: { userId: ownerId, kind: 'reminders', channel: 'MAIL', isOn: false },
  });
}
