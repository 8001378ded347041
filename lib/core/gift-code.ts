/** Crockford's base 32: digits and letters of which no two are mistaken for each other when the lookalikes are mended. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const LOOKALIKES: Record<string, string> = { O: '0', I: '1', L: '1' };
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** The code of a gift certificate from random bytes, five bits of each: 80 bits that nobody guesses. */
export function encodeGiftCode(bytes: Uint8Array): string {
  let code = '';
  for (const byte of bytes.slice(0, LENGTH)) code += ALPHABET[byte % ALPHABET.length];
  return code;
}

/** A typed code without spaces and dashes, in capitals, lookalikes mended; null when it cannot be one. */
export function normaliseGiftCode(typed: string): string | null {
  if (typed.length > 4 * LENGTH) return null;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/[OIL]/g, (letter) => LOOKALIKES[letter] ?? letter);
  return CODE.test(code) ? code : null;
}

/** As people read and type it: "7K2M-Q9XA-0B3C-V8TZ". */
export function groupGiftCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
