import type { OwnDate } from '../document';

/** Equal for dates that say the same about the same day, however they are marked. */
export function sameDate({ text, kind, when }: Pick<OwnDate, 'text' | 'kind' | 'when'>): string {
  const day = when.every === 'once' ? ['once', when.date] : ['year', when.monthDay, when.sinceYear];
  return JSON.stringify([text.trim().toLowerCase(), kind, ...day]);
}
