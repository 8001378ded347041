import bidiFactory from 'bidi-js';
import type { PrintLanguage } from '@/lib/calendars/document';
import { isRtl } from './direction';
import type { TextOperation } from './operations';

export type Direction = TextOperation['direction'];

const bidi = bidiFactory();

/** Which way a language is read. */
export function directionOf(language: PrintLanguage): Direction {
  return isRtl(language) ? 'rtl' : 'ltr';
}

const RTL_LETTER = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const LETTER = /\p{L}/u;

/**
 * Which way a line as a whole is read. In a left-to-right language its first letter says so; in a right-to-left one
 * every line with a letter of that direction, and one without any letter, goes with the language.
 */
function lineDirection(text: string, language: PrintLanguage): Direction {
  if (isRtl(language)) {
    return RTL_LETTER.test(text) || !LETTER.test(text) ? 'rtl' : 'ltr';
  }
  const first = LETTER.exec(text)?.[0];
  return first !== undefined && RTL_LETTER.test(first) ? 'rtl' : 'ltr';
}

/**
 * The embedding level of each UTF-16 unit of a line, odd where it is read from right to left.
 * Source: Unicode Bidirectional Algorithm (UAX #9), as bidi-js computes it, with spaces at the end on the line's level.
 */
export function bidiLevels(text: string, language: PrintLanguage): Uint8Array {
  const base = lineDirection(text, language);
  const { levels } = bidi.getEmbeddingLevels(text, base);
  const baseLevel = base === 'rtl' ? 1 : 0;
  for (let i = text.length - 1; i >= 0 && /\s/u.test(text[i] ?? ''); i -= 1) levels[i] = baseLevel;
  return levels;
}

/** Runs of a line from left to right on paper, given in reading order (UAX #9, rule L2). */
export function visualOrder<Run extends { level: number }>(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    let start = 0;
    while (start < ordered.length) {
      let end = start;
      while (end < ordered.length && (ordered[end]?.level ?? 0) >= level) end += 1;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(end, start + 1);
    }
  }
  return ordered;
}

/** The text with its brackets and the like as they look when read from right to left. */
export function mirrored(text: string): string {
  return Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character).join(
    '',
  );
}
