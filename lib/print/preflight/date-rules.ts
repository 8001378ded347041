import type { CalendarDocument } from '@/lib/calendars/document';
import {
  addMonths,
  firstDayOf,
  lastDayOf,
  monthPartsOf,
  type PlainDate,
  partsOf,
} from '@/lib/core/plain-date';
import type { PreflightFinding, PreflightRule, Severity } from '../preflight';

/** Nobody hangs a calendar that far ahead; more likely a year was mistyped. */
const YEARS_AHEAD_MAX = 3;

/**
 * Years and dates that are right on paper and still not meant.
 * @param today null where the day does not matter, as in a file that was made before
 */
export function dateRules(document: CalendarDocument, today: PlainDate | null): PreflightFinding[] {
  return [
    ...(today === null ? [] : yearRules(document, today)),
    ...titleRules(document),
    ...ownDateRules(document),
  ];
}

function finding(
  rule: PreflightRule,
  severity: Severity,
  params: PreflightFinding['params'],
): PreflightFinding {
  return { rule, severity, pageIndex: null, slotIndex: null, params };
}

function daysOf({ from, monthCount }: CalendarDocument): { first: PlainDate; last: PlainDate } {
  return { first: firstDayOf(from), last: lastDayOf(addMonths(from, monthCount - 1)) };
}

function yearRules(document: CalendarDocument, today: PlainDate): PreflightFinding[] {
  const { last } = daysOf(document);
  const { year } = monthPartsOf(document.from);
  if (last < today) {
    let next = document.from;
    while (lastDayOf(addMonths(next, document.monthCount - 1)) < today) next = addMonths(next, 12);
    const years = { year: String(partsOf(last).year), next: String(monthPartsOf(next).year) };
    return [finding('year-passed', 'blocked', years)];
  }
  const isFar = year > partsOf(today).year + YEARS_AHEAD_MAX;
  return isFar ? [finding('year-far', 'amber', { year: String(year) })] : [];
}

/** A year in the title that is none of the calendar's is last year's title, or a slip. */
function titleRules(document: CalendarDocument): PreflightFinding[] {
  const { first, last } = daysOf(document);
  const [from, to] = [partsOf(first).year, partsOf(last).year];
  return [document.title, document.subtitle].flatMap((text) => {
    const years = [...text.matchAll(/(?<!\d)(?:19|20|21)\d{2}(?!\d)/g)].map(Number);
    const wrong = years.filter((year) => year < from || year > to);
    const [year] = wrong;
    if (year === undefined || wrong.length < years.length) return [];
    const meant = from === to ? String(from) : `${from}–${to}`;
    return [finding('year-in-title', 'amber', { text, year: String(year), meant })];
  });
}

/** Dates that are printed nowhere, or in the column of nobody. */
function ownDateRules(document: CalendarDocument): PreflightFinding[] {
  const { first, last } = daysOf(document);
  const people = new Set(document.people.map(({ id }) => id));
  return document.dates.flatMap(({ id, text, when, personId }) => {
    const found: PreflightFinding[] = [];
    if (when.every === 'once' && (when.date < first || when.date > last)) {
      found.push(finding('date-outside', 'info', { text, date: when.date, id }));
    }
    if (personId !== null && !people.has(personId)) {
      found.push(finding('person-missing', 'info', { text, id }));
    }
    return found;
  });
}
