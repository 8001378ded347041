import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import type { CalendarDocument } from './document';
import { readDocument } from './read-document';
import { findCalendar, findVersion, findVersions } from './store';

export type VersionView = { version: number; savedAt: string };

/** The saved states that one can go back to, newest first. @throws DomainError "calendar.not_found" */
export async function listVersions(ctx: Ctx, calendarId: Id<'calendar'>): Promise<VersionView[]> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  if (!(await findCalendar(ctx, owner, calendarId))) throw new DomainError('calendar.not_found');
  const rows = await findVersions(ctx, owner, calendarId);
  return rows.map(({ version, createdAt }) => ({ version, savedAt: createdAt.toISOString() }));
}

/**
 * One saved state, to be shown and saved as a new version: history is only added to.
 * @throws DomainError "calendar.not_found", also for a version that is not kept any more
 */
export async function getVersion(
  ctx: Ctx,
  input: { calendarId: Id<'calendar'>; version: number },
): Promise<{ document: CalendarDocument }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const row = await findVersion(ctx, owner, input.calendarId, input.version);
  if (!row) throw new DomainError('calendar.not_found');
  return { document: readDocument(row.document) };
}
