import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { findPerson, lockPerson } from '../store';
import { findLinksOf, removeLink } from './link-store';

/**
 * Takes an account elsewhere off the person who asks. Without a password the last one stays: nobody locks themselves out.
 * @throws DomainError "link.not_found", "link.last_way_in"
 */
export async function disconnectLink(ctx: Ctx, id: Id<'linkedAccount'>): Promise<void> {
  const { userId } = asPerson(ctx).actor;
  await inTransaction(ctx, async (tx) => {
    // Two that go at once are looked at one after the other.
    await lockPerson(tx, userId);
    const links = await findLinksOf(tx, userId);
    if (!links.some((link) => link.id === id)) throw new DomainError('link.not_found');
    const { passwordHash, email } = await findPerson(tx, userId);
    const hasPassword = passwordHash !== null && email !== null;
    if (!hasPassword && links.length === 1) throw new DomainError('link.last_way_in');
    await removeLink(tx, userId, id);
  });
}
