export const ZONE_COOKIE = 'zone';
/** Where a browser has not said yet which zone its clock is in. */
const UNKNOWN_ZONE = 'UTC';
/** Longer than every name in the IANA list. */
const NAME_MAX = 64;

/** The zone that a visitor's cookie names, as IANA spells it; UTC for none and for anything that is not a zone. */
export function zoneOfCookie(text: string | undefined): string {
  if (text === undefined || text.length > NAME_MAX) return UNKNOWN_ZONE;
  try {
    const name = decodeURIComponent(text);
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return UNKNOWN_ZONE;
  }
}

/** How a moment is written for people, for `useFormatter` and `getFormatter`, which know the visitor's zone. */
export const INSTANT = { dateStyle: 'medium', timeStyle: 'short' } as const;
