import type { OwnDate, Person } from './document';

/** What a date has before somebody marks it. */
export const UNMARKED = {
  icon: null,
  colour: null,
  picture: null,
  personId: null,
} as const satisfies Partial<OwnDate>;

/** Offered for marking a day: dark enough to be read on white paper, and no two alike in print. */
export const MARK_COLOURS: readonly Person['colour'][] = [
  '#c2452d',
  '#c96a12',
  '#9a7400',
  '#3c7d57',
  '#1f7a7a',
  '#2f6f9f',
  '#39489c',
  '#7c5295',
  '#b03a73',
  '#5b5f66',
];

/** As the date book keeps it: pictures and columns of the planner belong to one calendar. */
export function forDateBook(date: OwnDate): OwnDate {
  return { ...date, picture: null, personId: null };
}
