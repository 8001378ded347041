import {
  type MonthDay,
  type PlainDate,
  parseMonthDay,
  parsePlainDate,
  partsOf,
} from '@/lib/core/plain-date';
import { DATES_MAX, type OwnDate } from '../document';
import { unfolded } from './ics-lines';
import type { FoundDate, ImportProblems } from './import-problems';
import { kindOfWords } from './new-own-date';
import { isYearOfOrigin } from './origin-year';

type Line = {
  line: number;
  /** "item1" of "item1.X-ABDATE": what belongs together. */
  group: string;
  name: string;
  parameters: ReadonlyMap<string, string>;
  value: string;
};

type Kind = OwnDate['kind'];

const KIND_OF = new Map<string, Kind | 'labelled'>([
  ['BDAY', 'birthday'],
  ['ANNIVERSARY', 'anniversary'],
  ['X-ANNIVERSARY', 'anniversary'],
  ['X-EVOLUTION-ANNIVERSARY', 'anniversary'],
  // Apple and Android: a day with a label of its own, beside it or in the value.
  ['X-ABDATE', 'labelled'],
  ['X-ANDROID-CUSTOM', 'labelled'],
]);
const NAMES = new Set(['FN', 'N', 'ORG', 'X-ABLABEL']);

/** Days that one contact may have; a card with more is not of a person. */
const DAYS_OF_CARD_MAX = 20;
/** Cards beyond it cannot add a date any more, but those without a day cost nothing. */
const CARDS_MAX = DATES_MAX * 40;

/**
 * Reads the days of contacts in any version of vCard (2.1 of older phones, 3.0 as RFC 2426, 4.0 as RFC 6350). A contact
 * without a day is passed over; it is no problem that people have no birthday in an address book.
 */
export function importVcfDates(text: string, problems: ImportProblems): FoundDate[] {
  const found: FoundDate[] = [];
  let open: { line: number; lines: Line[]; depth: number } | null = null;
  let cards = 0;
  for (const { line, content } of joined(unfolded(text))) {
    if (/^BEGIN:VCARD\s*$/i.test(content)) {
      // A card inside another is that of an agent (2.1), and somebody else's business.
      if (open) open.depth += 1;
      else open = { line, lines: [], depth: 0 };
      continue;
    }
    if (!open) continue;
    if (!/^END:VCARD\s*$/i.test(content)) {
      const read = open.depth === 0 ? readLine(line, content) : null;
      if (read && (NAMES.has(read.name) || KIND_OF.has(read.name))) open.lines.push(read);
      continue;
    }
    if (open.depth > 0) {
      open.depth -= 1;
      continue;
    }
    found.push(...daysOf(open.lines, problems));
    open = null;
    cards += 1;
    if (cards === CARDS_MAX) {
      problems.add(line, 'too_many');
      return found;
    }
  }
  // The rest of the file is missing.
  if (open) problems.add(open.line, 'unreadable');
  return found;
}

function daysOf(lines: readonly Line[], problems: ImportProblems): FoundDate[] {
  const name = nameOf(lines);
  const seen = new Set<string>();
  return lines
    .filter(({ name: property }) => KIND_OF.has(property))
    .slice(0, DAYS_OF_CARD_MAX)
    .flatMap((line) => {
      const said = KIND_OF.get(line.name);
      const { value, label } = valueAndLabel(line, lines);
      if (value === null) return [];
      const refuse = () => {
        problems.add(line.line, 'bad_date', `${name} ${value}`);
        return [];
      };
      const when = whenOf(value, line.parameters);
      if (!when) return refuse();
      const kind = said === 'labelled' || said === undefined ? kindOfWords(label) : said;
      const isNamed = said === 'labelled' && label !== '' && kind !== 'birthday';
      const text = isNamed ? [label, name].filter(Boolean).join(': ') : name;
      // Several programs write the wedding day twice, under their own and under the common name.
      const key = JSON.stringify([kind, when.monthDay, text]);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ line: line.line, text, kind, when }];
    });
}

/** The name as it is written for people, else put together from its parts, else the company's. */
function nameOf(lines: readonly Line[]): string {
  const value = (property: string) => lines.find(({ name }) => name === property)?.value ?? '';
  const whole = unescaped(value('FN')).trim();
  if (whole !== '') return whole;
  const [family = '', given = ''] = partsOfValue(value('N'));
  const parts = [given, family].filter(Boolean).join(' ');
  return parts || (partsOfValue(value('ORG'))[0] ?? '');
}

/** What the day is called: an Apple label of the same group, or the label in Android's own property. */
function valueAndLabel(
  line: Line,
  lines: readonly Line[],
): { value: string | null; label: string } {
  if (line.name === 'X-ANDROID-CUSTOM') {
    // vnd.android.cursor.item/contact_event;2027-05-14;<type>;<label>;…, where type 1 is a wedding, 3 a birthday.
    const [what, value = '', type = '', label = ''] = partsOfValue(line.value);
    if (what !== 'vnd.android.cursor.item/contact_event') return { value: null, label: '' };
    const usual = type === '3' ? 'birthday' : type === '1' ? 'anniversary' : '';
    return { value, label: label || usual };
  }
  const beside = lines.find(
    ({ name, group }) => name === 'X-ABLABEL' && group !== '' && group === line.group,
  );
  // Labels that come with the program are wrapped: _$!<Anniversary>!$_
  const label = unescaped(beside?.value ?? '').replace(/^_\$!<(.*)>!\$_$/, '$1');
  return { value: line.value.trim(), label };
}

/** Days of contacts come every year, also those that are written with the year they began in. */
function whenOf(
  value: string,
  parameters: Line['parameters'],
): Extract<OwnDate['when'], { every: 'year' }> | null {
  const yearly = (monthDay: MonthDay, sinceYear: number | null) =>
    ({ every: 'year', monthDay, sinceYear, leapRule: 'feb-28' }) as const;
  const short = /^--(\d\d)-?(\d\d)(?:T.*)?$/.exec(value);
  if (short) {
    const monthDay = parseMonthDay(`${short[1]}-${short[2]}`);
    return monthDay && yearly(monthDay, null);
  }
  const whole = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?$/.exec(value);
  const date: PlainDate | null = whole
    ? parsePlainDate(`${whole[1]}-${whole[2]}-${whole[3]}`)
    : null;
  if (!date) return null;
  const { year } = partsOf(date);
  // Apple writes a year that it does not know, and says so beside it.
  const isOmitted = parameters.get('X-APPLE-OMIT-YEAR') === String(year);
  return yearly(date.slice(5) as MonthDay, !isOmitted && isYearOfOrigin(year) ? year : null);
}

/** "item1.BDAY;VALUE=date:1987-05-14"; null for what is no property. */
function readLine(line: number, content: string): Line | null {
  const head = /^(?:([A-Za-z0-9-]+)\.)?([A-Za-z0-9-]+)/.exec(content);
  if (!head) return null;
  const parameters = new Map<string, string>();
  let at = head[0].length;
  while (content[at] === ';') {
    const parameter = /^;([A-Za-z0-9-]+)(?:=("[^"]*"|[^;:]*))?/.exec(content.slice(at));
    if (!parameter) return null;
    const [whole, name = '', said = ''] = parameter;
    // 2.1 leaves the name out: ";QUOTED-PRINTABLE" is an encoding.
    if (/^quoted-printable$/i.test(name)) parameters.set('ENCODING', 'quoted-printable');
    else parameters.set(name.toUpperCase(), said.replace(/^"|"$/g, ''));
    at += whole.length;
  }
  if (content[at] !== ':') return null;
  const raw = content.slice(at + 1);
  const isQuoted = /^quoted-printable$/i.test(parameters.get('ENCODING') ?? '');
  return {
    line,
    group: (head[1] ?? '').toLowerCase(),
    name: (head[2] ?? '').toUpperCase(),
    parameters,
    value: isQuoted ? decodedQuotedPrintable(raw, parameters.get('CHARSET')) : raw,
  };
}

/** The soft line breaks of quoted-printable, which 2.1 uses in place of folding. */
function* joined(
  lines: Iterable<{ line: number; content: string }>,
): Generator<{ line: number; content: string }> {
  let current: { line: number; content: string } | null = null;
  for (const next of lines) {
    if (current) current.content = current.content.slice(0, -1) + next.content;
    else current = { ...next };
    const isBroken =
      current.content.endsWith('=') &&
      current.content.length < QUOTED_LENGTH_MAX &&
      /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(current.content.slice(0, 200));
    if (isBroken) continue;
    yield current;
    current = null;
  }
  if (current) yield current;
}

const QUOTED_LENGTH_MAX = 4_000;

/** Bytes that are of no known table stand as the sign for a missing character, which is left out later. */
function decodedQuotedPrintable(text: string, charset = 'utf-8'): string {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = /^=([0-9A-Fa-f]{2})/.exec(text.slice(at, at + 3))?.[1];
    if (code) {
      bytes.push(Number.parseInt(code, 16));
      at += 2;
    } else bytes.push(...new TextEncoder().encode(text[at]));
  }
  const table = /^(?:windows-125\d|iso-8859-\d{1,2}|koi8-[ru])$/i.test(charset) ? charset : 'utf-8';
  return new TextDecoder(table).decode(Uint8Array.from(bytes));
}

/** RFC 6350, 3.4. */
function unescaped(value: string): string {
  return value.replace(/\\([\\,;:nN])/g, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign));
}

/** The parts of a value between semicolons that are not escaped. */
function partsOfValue(value: string): string[] {
  const parts = value.match(/(?:\\.|[^;\\])+|;|\\$/g) ?? [];
  const result = [''];
  for (const part of parts) {
    if (part === ';') result.push('');
    else result[result.length - 1] += part;
  }
  return result.map((part) => unescaped(part).trim());
}
