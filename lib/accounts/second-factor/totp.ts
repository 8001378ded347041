import { createHmac, randomBytes } from 'node:crypto';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, half a minute. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** 160 bits, the length of the hash (RFC 4226, section 4). */
const SECRET_BYTES = 20;
/** A phone's clock may be a step off, and typing takes a while. */
const WINDOW = 1;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function newTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** RFC 4648 without padding: what people type into their app. */
export function toBase32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

export function fromBase32(text: string): Buffer {
  let bits = '';
  for (const letter of text) bits += BASE32.indexOf(letter).toString(2).padStart(5, '0');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** The six digits that an app shows in this step. */
export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/**
 * The step whose code this is, near now and later than the newest one used: no code works twice.
 * @returns null for a wrong, old or used one
 */
export function matchingStep(
  secret: Buffer,
  code: string,
  parts: { now: Date; lastStep: number },
): number | null {
  const here = stepAt(parts.now);
  for (let step = here - WINDOW; step <= here + WINDOW; step += 1) {
    if (step > parts.lastStep && totpCode(secret, step) === code) return step;
  }
  return null;
}

/** What an app reads from the square code or the link (Google Authenticator's key URI format). */
export function totpUri(secret: Buffer, account: string): string {
  const label = encodeURIComponent(`Twelvefold:${account}`);
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=Twelvefold`;
}
