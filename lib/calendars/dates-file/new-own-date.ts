import { type Id, newId } from '@/lib/core/ids';
import { partsOf, YEAR_MAX, YEAR_MIN } from '@/lib/core/plain-date';
import { UNMARKED } from '../date-marks';
import { DATE_TEXT_MAX, type OwnDate, OwnDateSchema } from '../document';
import { type FoundDate, type ImportProblems, plainLine, shortenedTo } from './import-problems';

/**
 * Makes a found date one of a calendar: its text on one line and within the limit. Null when nothing is left of it, or
 * when it lies in a year that is never printed.
 */
export function newOwnDate(
  found: FoundDate,
  problems: ImportProblems,
  makeId: () => Id<'eventDate'> = () => newId('eventDate'),
): OwnDate | null {
  const { line, kind, when } = found;
  const whole = plainLine(found.text);
  if (whole === '') {
    problems.add(line, 'no_text');
    return null;
  }
  const text = shortenedTo(whole, DATE_TEXT_MAX);
  if (text !== whole) problems.add(line, 'text_shortened', whole);
  const parsed = OwnDateSchema.safeParse({ id: makeId(), text, kind, when, ...UNMARKED });
  if (!parsed.success || !isPrintable(when)) {
    problems.add(line, 'bad_date', whole);
    return null;
  }
  return parsed.data;
}

function isPrintable(when: OwnDate['when']): boolean {
  if (when.every === 'year') return true;
  const { year } = partsOf(when.date);
  return year >= YEAR_MIN && year <= YEAR_MAX;
}

/** In the languages that calendars are printed in; "anniversaire" is a birthday, "anniversaire de mariage" is not. */
const BIRTHDAY =
  /birth\s?day|b-?day|день\s+народження|дн[іи]\s+народження|народивс|народилас|іменинни|geburtstag|urodziny|anniversaire(?!\s+de\s+mariage)|cumplea[nñ]os|compleanno|誕生日/iu;
const ANNIVERSARY =
  /anniversar|wedding|річниц|весілл|jahrestag|hochzeit|rocznic|ślub|mariage|aniversario|\bboda|nozze|matrimonio|記念日/iu;

/** What a person calls a date, from the words that are used for it. A wedding that is on a birthday is rare. */
export function kindOfWords(words: string): OwnDate['kind'] {
  if (BIRTHDAY.test(words)) return 'birthday';
  return ANNIVERSARY.test(words) ? 'anniversary' : 'other';
}
