import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { findCalendar } from '../store';
import { type InviteView, presentInvite } from './present';
import { endInvite, findInvites, insertInvite, lockDateBook } from './store';

/** Open links of one person. */
export const INVITES_MAX = 20;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a link by which relatives add dates to the person's date book.
 * @throws DomainError "dates.too_many_links", and "calendar.not_found" for a calendar that is not theirs
 */
export async function createInvite(
  ctx: Ctx,
  input: { title: string; days: number; calendarId: Id<'calendar'> | null },
): Promise<InviteView> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const { title, days, calendarId } = input;
  return inTransaction(ctx, async (tx) => {
    await lockDateBook(tx, owner);
    if (calendarId !== null && !(await findCalendar(tx, owner, calendarId))) {
      throw new DomainError('calendar.not_found');
    }
    if ((await findInvites(tx, owner)).length >= INVITES_MAX) {
      throw new DomainError('dates.too_many_links');
    }
    const expiresAt = new Date(tx.clock.now().getTime() + days * DAY_MS);
    return presentInvite(await insertInvite(tx, owner, { title, calendarId, expiresAt }));
  });
}

/** Ends a link at once; what came through it stays. @throws DomainError "dates.link_not_found" */
export async function revokeInvite(ctx: Ctx, inviteId: Id<'dateInvite'>): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  if (!(await endInvite(ctx, owner, inviteId))) throw new DomainError('dates.link_not_found');
}
