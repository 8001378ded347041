import { createHash } from 'node:crypto';
import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type { PressId } from '@/lib/print/press';
import type { Theme } from '@/lib/print/theme';
import type { CalendarDocument } from './document';

/** Everything that decides what is printed, down to the bytes of the photos. */
export type PrintedContent = {
  document: CalendarDocument;
  entries: readonly DayEntry[];
  /** Those of the document that staff made. */
  themes: readonly Theme[];
  pressId: PressId;
  /** SHA-256 of each placed picture by its id. */
  pictureHashes: ReadonlyMap<string, string>;
};

/** SHA-256 as 64 hex digits; equal for equal content whatever order its keys come in. */
export function contentHash(content: PrintedContent): string {
  const { document, entries, themes, pressId } = content;
  const pictures = [...content.pictureHashes].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(canonicalJson({ document, entries, themes, pressId, pictures }))
    .digest('hex');
}

/** JSON with the keys of every object sorted: PostgreSQL's jsonb does not keep their order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
