import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { requireEnv } from '@/lib/core/env';

const CODE_DIGITS = 6;
const LINK_BYTES = 32;

/** A six-digit code, "000000" to "999999", each as likely. */
export function newCode(): string {
  return String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
}

/**
 * What is kept of a code. Keyed, because a million codes are hashed in a second: without the installation's secret a
 * copy of the table tells nothing.
 */
export function codeHash(verificationCodeId: string, code: string): string {
  return createHmac('sha256', requireEnv('AUTH_SECRET'))
    .update(`code:${verificationCodeId}:${code}`)
    .digest('base64url');
}

/** The secret part of a link: 256 random bits, safe in a URL. */
export function newLinkToken(): string {
  return randomBytes(LINK_BYTES).toString('base64url');
}

export function linkTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Compares two hashes in a time that does not depend on where they differ. */
export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
