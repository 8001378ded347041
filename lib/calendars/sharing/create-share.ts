import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { lockCalendar } from '../store';
import { presentShare, type ShareView } from './present';
import { findShares, insertShare } from './store';

/** Open links of one calendar. */
export const SHARES_MAX = 20;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a link by which anybody who has it can look at the calendar, watermarked, until it ends or is withdrawn.
 * @throws DomainError "calendar.not_found", "share.too_many"
 */
export async function createShare(
  ctx: Ctx,
  input: { calendarId: Id<'calendar'>; days: number; mayComment: boolean },
): Promise<ShareView> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const { calendarId, days, mayComment } = input;
  return inTransaction(ctx, async (tx) => {
    if (!(await lockCalendar(tx, owner, calendarId))) throw new DomainError('calendar.not_found');
    if ((await findShares(tx, owner, calendarId)).length >= SHARES_MAX) {
      throw new DomainError('share.too_many');
    }
    const expiresAt = new Date(tx.clock.now().getTime() + days * DAY_MS);
    return presentShare(await insertShare(tx, { calendarId, mayComment, expiresAt }));
  });
}
