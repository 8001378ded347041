import { z } from 'zod';
import { type CalendarDocument, CalendarDocumentSchema } from '@/lib/calendars/document';
import type { Id } from '@/lib/core/ids';

/** Work that the server does not have yet, kept in this browser until it does. */
type Draft = { baseVersion: number; document: CalendarDocument };

const DraftSchema = z.strictObject({
  baseVersion: z.number().int().min(1),
  document: CalendarDocumentSchema,
});

const keyOf = (calendarId: Id<'calendar'>) => `twelvefold:draft:${calendarId}`;

export function readDraft(calendarId: Id<'calendar'>): Draft | null {
  try {
    const text = localStorage.getItem(keyOf(calendarId));
    if (text === null) return null;
    const result = DraftSchema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    // Storage is blocked, or holds what another program wrote: there is no draft of ours.
    return null;
  }
}

/** @returns false when this browser keeps nothing, for example in private windows */
export function writeDraft(calendarId: Id<'calendar'>, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(calendarId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(calendarId: Id<'calendar'>): void {
  try {
    localStorage.removeItem(keyOf(calendarId));
  } catch {
    // Storage is blocked: nothing was kept either.
  }
}
