/**
 * The text of a file that a spreadsheet, an editor or a calendar program saved: UTF-8, UTF-16 with its mark, or one of
 * the single-byte tables that spreadsheets still write for "CSV" (Windows-1251 in Ukraine, Windows-1252 in the west).
 * Null for what is not text. Safe for the browser.
 */
export function decodeDatesFile(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  if (looksBinary(bytes)) return null;
  return decodeAs('utf-8', bytes) ?? decodeAs(singleByteTableOf(bytes), bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Only thrown for bytes that are not of the encoding.
    return null;
  }
}

/** Text has neither a zero byte nor more than a few stray control characters. */
function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1;
  }
  return controls > 10 && controls * 100 > bytes.length;
}

/** Cyrillic words are made of high bytes next to each other; in western languages an accented letter stands alone. */
function singleByteTableOf(bytes: Uint8Array): 'windows-1251' | 'windows-1252' {
  let together = 0;
  let alone = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] as number) < 0x80) continue;
    const hasNeighbour = (bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80;
    if (hasNeighbour) together += 1;
    else alone += 1;
  }
  return together > alone ? 'windows-1251' : 'windows-1252';
}
