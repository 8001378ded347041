import type { OwnDate } from '../document';

/** Why a line of a dates file was not taken over, or not as it stands. */
export const IMPORT_PROBLEMS = [
  'too_large',
  'too_many',
  'not_utf8',
  'unreadable',
  'bad_date',
  'ambiguous_date',
  'no_text',
  'text_shortened',
  'unsupported_rule',
  'several_days',
] as const;
export type ImportProblemCode = (typeof IMPORT_PROBLEMS)[number];

/** `line` counts from 1; 0 is the whole file. `text` is what stands there, where that helps to find it. */
export type ImportProblem = { line: number; reason: ImportProblemCode; text?: string };

/** A date as a file gives it, its text not yet trimmed to what a calendar takes. */
export type FoundDate = Pick<OwnDate, 'kind' | 'when'> & { line: number; text: string };

/** More would not be read; a file of garbage has one on every line. */
export const PROBLEMS_MAX = 100;

const QUOTE_MAX = 60;

export class ImportProblems {
  readonly list: ImportProblem[] = [];

  add(line: number, reason: ImportProblemCode, text = ''): void {
    if (this.list.length >= PROBLEMS_MAX) return;
    const quote = plainLine(text.slice(0, 4 * QUOTE_MAX));
    const shown = shortenedTo(quote, QUOTE_MAX);
    this.list.push(shown === '' ? { line, reason } : { line, reason, text: shown });
  }
}

/**
 * The text on one line and without what has no glyph: control characters, halves of characters, and the marks that
 * turn the direction of writing, with which a text can look like another.
 */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\ufffd]+/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** At most so many UTF-16 units, cut between characters and never within one, with a sign that something is missing. */
export function shortenedTo(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > maxLength - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
