import { expect, test } from 'vitest';
import {
  fromBase32,
  matchingStep,
  newTotpSecret,
  stepAt,
  toBase32,
  totpCode,
  totpUri,
} from '@/lib/accounts/second-factor/totp';

const SECRET = Buffer.from('12345678901234567890');

test('codes are those of RFC 6238, appendix B, cut to six digits', () => {
  const vectors = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ] as const;
  for (const [seconds, code] of vectors) {
    expect(totpCode(SECRET, stepAt(new Date(seconds * 1000)))).toBe(code);
  }
});

test('a code counts one step before and after its own, and no further', () => {
  const now = new Date(1_234_567_890_000);
  const here = stepAt(now);
  for (let off = -3; off <= 3; off += 1) {
    const found = matchingStep(SECRET, totpCode(SECRET, here + off), { now, lastStep: 0 });
    expect(found).toBe(Math.abs(off) <= 1 ? here + off : null);
  }
});

test('a used step and everything before it are over', () => {
  const now = new Date(1_234_567_890_000);
  const here = stepAt(now);
  const find = (step: number) =>
    matchingStep(SECRET, totpCode(SECRET, step), { now, lastStep: here });
  expect(find(here - 1)).toBeNull();
  expect(find(here)).toBeNull();
  expect(find(here + 1)).toBe(here + 1);
});

test('the secret survives being typed', () => {
  const secret = newTotpSecret();
  expect(fromBase32(toBase32(secret))).toEqual(secret);
  expect(toBase32(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(totpUri(SECRET, 'a b@example.com')).toBe(
    'otpauth://totp/Twelvefold%3Aa%20b%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Twelvefold',
  );
});
