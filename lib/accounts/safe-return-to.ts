const HOME = '/calendars';

/** A path of ours to go to after signing in; anything that could lead elsewhere becomes the list of calendars. */
export function safeReturnTo(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(value)) return HOME;
  if (value.includes('\\') || /%0[0-9a-f]/i.test(value)) return HOME;
  const base = 'http://twelvefold.invalid';
  return new URL(value, base).origin === base ? value : HOME;
}
