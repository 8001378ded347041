import { createHmac, timingSafeEqual } from 'node:crypto';
import { requireEnv } from '@/lib/core/env';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction, type ReadCtx } from '@/lib/db/context';
import { notifyOwner } from '@/lib/db/notifications';
import { UNMARKED } from '../date-marks';
import { DATES_MAX, type OwnDate } from '../document';
import { LinkKeySchema } from '../sharing/schema';
import { sameDate } from './same-date';
import type { InvitedDate } from './schema';
import {
  countInvited,
  deleteInvitedDate,
  findDates,
  findInviteByKey,
  lockDateBook,
  upsertDate,
} from './store';

/** Through one link; a family is smaller. */
export const INVITED_MAX = 200;

async function findInvite(ctx: ReadCtx, key: string) {
  const row = LinkKeySchema.safeParse(key).success ? await findInviteByKey(ctx, key) : null;
  if (!row) throw new DomainError('dates.link_not_found');
  return row;
}

/**
 * What a relative sees: the words that the owner chose, and nothing else of them.
 * @throws DomainError "dates.link_not_found" for a wrong, ended or withdrawn key
 */
export async function openInvite(
  ctx: Ctx,
  key: string,
): Promise<{ title: string; expiresAt: string }> {
  const { title, expiresAt } = await findInvite(ctx, key);
  return { title, expiresAt: expiresAt.toISOString() };
}

/** What proves later that somebody added this date. */
function ticketOf(dateId: string): string {
  return createHmac('sha256', requireEnv('AUTH_SECRET'))
    .update(`invited-date:${dateId}`)
    .digest('base64url');
}

/**
 * Adds a relative's date to the owner's date book. The same date said twice is one date.
 * @returns a ticket with which whoever added it can take it back
 * @throws DomainError "dates.link_not_found", "dates.too_many"
 */
export async function addInvitedDate(
  ctx: Ctx,
  input: { key: string; date: InvitedDate },
): Promise<{ id: OwnDate['id']; ticket: string }> {
  const { contributor, ...said } = input.date;
  return inTransaction(ctx, async (tx) => {
    const invite = await findInvite(tx, input.key);
    const owner = { ownerId: invite.ownerId as Id<'user'> };
    await lockDateBook(tx, owner);
    const rows = await findDates(tx, owner);
    const through = await countInvited(tx, invite.id);
    if (rows.length >= DATES_MAX || through >= INVITED_MAX) {
      throw new DomainError('dates.too_many', { max: Math.min(DATES_MAX, INVITED_MAX) });
    }
    const known = rows.find(
      ({ value, inviteId }) =>
        inviteId === invite.id && sameDate(value as OwnDate) === sameDate(said),
    );
    if (known) return { id: known.id as OwnDate['id'], ticket: ticketOf(known.id) };
    const id = newId('eventDate');
    const value: OwnDate = { id, ...said, ...UNMARKED };
    await upsertDate(tx, owner, value, { source: 'INVITE', contributor, inviteId: invite.id });
    await notifyOwner(tx, owner.ownerId, { type: 'invited-date', id });
    return { id, ticket: ticketOf(id) };
  });
}

/**
 * Takes back a date that one has added through the same link.
 * @throws DomainError "dates.link_not_found", and "dates.not_found" for a wrong ticket and for a date that is gone alike
 */
export async function takeBackInvitedDate(
  ctx: Ctx,
  input: { key: string; dateId: OwnDate['id']; ticket: string },
): Promise<void> {
  const invite = await findInvite(ctx, input.key);
  const expected = Buffer.from(ticketOf(input.dateId));
  const given = Buffer.from(input.ticket);
  const isTheirs = expected.length === given.length && timingSafeEqual(expected, given);
  if (!isTheirs || !(await deleteInvitedDate(ctx, invite.id, input.dateId))) {
    throw new DomainError('dates.not_found');
  }
}
