const FILE_NAME_MAX = 120;

/**
 * The name of a file as we show it: one line without path, control, direction-changing or invisible characters, at most
 * 120 characters with its ending kept. Shown only; storage keys are made from our own ids.
 */
export function cleanFileName(raw: string): string {
  const base = raw.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const line = base
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}�]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '' || /^\.+$/.test(line)) return 'photo';
  const letters = Array.from(line);
  if (letters.length <= FILE_NAME_MAX) return line;
  const ending = /\.\w{1,8}$/.exec(line)?.[0] ?? '';
  return `${letters.slice(0, FILE_NAME_MAX - ending.length - 1).join('')}…${ending}`;
}

/** Reads a percent-encoded header value; what is not properly encoded is taken as it stands. */
export function decodeFileName(header: string | null): string {
  if (header === null) return '';
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}
