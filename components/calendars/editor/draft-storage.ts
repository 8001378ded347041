import { z } from 'zod';
import type { CalendarDocument } from '@/lib/calendars/document';
import { readDocument } from '@/lib/calendars/read-document';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';

/** Work that the server does not have yet, kept in this browser until it does. */
type Draft = { baseVersion: number; document: CalendarDocument };

const StoredSchema = z.object({
  baseVersion: z.number().int().min(1),
  document: z.unknown(),
  /** The window that wrote it. */
  by: z.string(),
});

const keyOf = (calendarId: Id<'calendar'>) => `twelvefold:draft:${calendarId}`;

/** Two windows of one browser share its storage: each takes away only what it has written itself. */
const THIS_WINDOW = Math.random().toString(36).slice(2);

export function readDraft(calendarId: Id<'calendar'>): Draft | null {
  try {
    const stored = readStored(calendarId);
    if (!stored) return null;
    // A draft may be older than this program: it is read as a stored document is.
    return { baseVersion: stored.baseVersion, document: readDocument(stored.document) };
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** @returns false when this browser keeps nothing, for example in private windows */
export function writeDraft(calendarId: Id<'calendar'>, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(calendarId), JSON.stringify({ ...draft, by: THIS_WINDOW }));
    return true;
  } catch {
    return false;
  }
}

/** Takes away the draft that this window has written; another window's stays. */
export function dropDraft(calendarId: Id<'calendar'>): void {
  if (readStored(calendarId)?.by === THIS_WINDOW) removeDraft(calendarId);
}

/** Takes away the draft, whoever wrote it. */
export function removeDraft(calendarId: Id<'calendar'>): void {
  try {
    localStorage.removeItem(keyOf(calendarId));
  } catch {
    // Storage is blocked: nothing was kept either.
  }
}

function readStored(calendarId: Id<'calendar'>): z.output<typeof StoredSchema> | null {
  try {
    const text = localStorage.getItem(keyOf(calendarId));
    const result = StoredSchema.safeParse(text === null ? null : JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    // Storage is blocked, or holds what another program wrote: there is no draft of ours.
    return null;
  }
}
