import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { YearMonth } from '@/lib/core/plain-date';
import type { Ctx, ReadCtx } from '@/lib/db/context';
import { countAiPictures } from '@/lib/pictures/count-ai-pictures';
import { formatOf } from '@/lib/print/formats';
import { type CalendarDocument, type FormatId, picturesIn } from '../document';
import { type PlannedPage, pagePlan } from '../page-plan';
import { readDocument } from '../read-document';
import { type CommentView, presentComment } from './present';
import { LinkKeySchema } from './schema';
import { findComments, findSharedCalendar } from './store';

/** What a visitor may know: how the calendar looks and what was said. Nothing about its owner. */
export type SharedCalendarView = {
  title: string;
  /** Grows with every save; a page's address carries it, so that a new look is fetched. */
  version: number;
  formatId: FormatId;
  trim: { widthMm: number; heightMm: number };
  from: YearMonth;
  monthCount: number;
  hasOverview: boolean;
  notesPages: number;
  pages: PlannedPage[];
  mayComment: boolean;
  expiresAt: string;
  comments: CommentView[];
  /** Of its pictures, those that a model made. */
  aiPictures: number;
};

export type SharedCalendar = {
  shareId: string;
  calendarId: Id<'calendar'>;
  ownerId: Id<'user'>;
  version: number;
  mayComment: boolean;
  document: CalendarDocument;
};

/**
 * The calendar behind a link's key.
 * @throws DomainError "share.not_found" for a wrong, ended or withdrawn key and for a deleted calendar alike
 */
export async function findShared(
  ctx: ReadCtx,
  key: string,
): Promise<SharedCalendar & { title: string; expiresAt: Date }> {
  const row = LinkKeySchema.safeParse(key).success ? await findSharedCalendar(ctx, key) : null;
  if (!row) throw new DomainError('share.not_found');
  const { id: shareId, mayComment, expiresAt, calendar } = row;
  return {
    shareId,
    mayComment,
    expiresAt,
    calendarId: calendar.id as Id<'calendar'>,
    ownerId: calendar.ownerId as Id<'user'>,
    title: calendar.title,
    version: calendar.version,
    document: readDocument(calendar.document),
  };
}

/** Everything that a visitor with the link sees. @throws DomainError "share.not_found" */
export async function openShared(ctx: Ctx, key: string): Promise<SharedCalendarView> {
  const { document, calendarId, ownerId, title, version, mayComment, expiresAt } = await findShared(
    ctx,
    key,
  );
  const comments = mayComment ? await findComments(ctx, calendarId) : [];
  const { formatId, from, monthCount, hasOverview, notesPages } = document;
  return {
    formatId,
    from,
    monthCount,
    hasOverview,
    notesPages,
    title: document.title.trim() || title,
    version,
    trim: formatOf(formatId).trim,
    pages: pagePlan(document),
    mayComment,
    expiresAt: expiresAt.toISOString(),
    comments: comments.map(presentComment),
    aiPictures: await countAiPictures(ctx, ownerId, picturesIn(document)),
  };
}
