import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type { Id } from '@/lib/core/ids';
import { addDays } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import { dayEntriesOf } from './day-entries';
import { getCalendar } from './get-calendar';
import { loadCorrections } from './holiday-corrections';

/** A line of a calendar file may hold 75 octets; what is longer goes on after a line break and a space (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');
}

function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

const compact = (date: string) => date.replaceAll('-', '');

/**
 * Days as a calendar file (RFC 5545): each printed entry is an event of a whole day.
 * @param name of the calendar in the program that opens it
 * @param uidPrefix makes the events of this calendar the same events when it is taken again
 * @param stamp when the file is made, "20270101T000000Z"
 */
export function icsOf(
  entries: readonly DayEntry[],
  { name, uidPrefix, stamp }: { name: string; uidPrefix: string; stamp: string },
): string {
  const events = entries.flatMap(({ date, text }, index) => {
    const nth = entries.slice(0, index).filter((other) => other.date === date).length;
    return [
      'BEGIN:VEVENT',
      `UID:${uidPrefix}-${compact(date)}-${nth}@twelvefold`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(date)}`,
      `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
      `SUMMARY:${escaped(text)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Twelvefold//Calendar//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events,
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

/** Every holiday and date of a calendar for the person's phone. @throws DomainError "calendar.not_found" */
export async function datesAsIcs(
  ctx: Ctx,
  calendarId: Id<'calendar'>,
): Promise<{ fileName: string; text: string }> {
  const { document, title } = await getCalendar(ctx, calendarId);
  const entries = dayEntriesOf(document, await loadCorrections(ctx));
  const stamp = `${ctx.clock.now().toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const name = document.title.trim() || title || 'Twelvefold';
  return {
    fileName: `twelvefold-${document.from}.ics`,
    text: icsOf(entries, { name, uidPrefix: calendarId, stamp }),
  };
}
