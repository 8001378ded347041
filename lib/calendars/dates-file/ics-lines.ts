import type { ImportProblems } from './import-problems';

/** The lines of one event that say something about a date, unfolded; `line` is where it begins, from 1. */
export type EventBlock = { line: number; content: string };

/** Everything else in an event is left unread: descriptions, attachments, whatever else programs add. */
const WANTED =
  /^(?:SUMMARY|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|CATEGORIES|CREATED|BDAY|X-ANNIVERSARY|X-NEXTCLOUD-BC-(?:FIELD-TYPE|UNKNOWN-YEAR|YEAR))[:;]/i;

/** Longer ones are cut: the text of a date is 80 characters, and the parser takes the square of a line's length. */
const LINE_LENGTH_MAX = 2_000;
const LINES_OF_EVENT_MAX = 100;

/**
 * Cuts a calendar file into its events. Alarms and whatever else is inside an event, tasks and time zones are passed
 * over without recursion, so that no depth of nesting matters.
 * @returns zoneName: the zone that calendar programs name for times which they write in UTC
 */
export function eventBlocks(
  text: string,
  problems: ImportProblems,
): { blocks: EventBlock[]; zoneName: string | null } {
  const blocks: EventBlock[] = [];
  let zoneName: string | null = null;
  let open: { line: number; lines: string[]; depth: number } | null = null;
  for (const { line, content } of unfolded(text)) {
    if (/^BEGIN:VEVENT\s*$/i.test(content)) {
      if (open) problems.add(open.line, 'unreadable');
      open = { line, lines: [], depth: 0 };
    } else if (!open) {
      if (/^X-WR-TIMEZONE[:;]/i.test(content)) {
        zoneName = content.slice(content.indexOf(':') + 1).trim() || null;
      }
    } else if (/^END:VEVENT\s*$/i.test(content)) {
      const lines = ['BEGIN:VEVENT', ...open.lines, 'END:VEVENT'];
      blocks.push({ line: open.line, content: lines.join('\r\n') });
      open = null;
    } else if (/^BEGIN:/i.test(content)) open.depth += 1;
    else if (/^END:/i.test(content)) open.depth = Math.max(0, open.depth - 1);
    else if (open.depth === 0 && WANTED.test(content) && open.lines.length < LINES_OF_EVENT_MAX) {
      open.lines.push(content);
    }
  }
  // The rest of the file is missing, and with it perhaps what the event really says.
  if (open) problems.add(open.line, 'unreadable');
  return { blocks, zoneName };
}

/** Lines as they were before folding, which breaks them and begins what follows with a blank (RFC 5545, 3.1). */
export function* unfolded(text: string): Generator<{ line: number; content: string }> {
  let current: { line: number; content: string } | null = null;
  let line = 0;
  for (const physical of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    line += 1;
    if (current && /^[ \t]/.test(physical)) {
      const room = LINE_LENGTH_MAX - current.content.length;
      if (room > 0) current.content += physical.slice(1, 1 + room);
      continue;
    }
    if (current) yield current;
    current = { line, content: physical.slice(0, LINE_LENGTH_MAX) };
  }
  if (current) yield current;
}
