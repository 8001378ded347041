import { DomainError } from '@/lib/core/errors';
import { COMMON_PASSWORDS } from './common-passwords';

/** NIST SP 800-63B-4 asks for 8 with a second factor and 15 without; OWASP ASVS 5 for 8; no rules of composition. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
/** UTF-16 units of a text that can still become PASSWORD_MAX characters by NFKC. */
export const TYPED_MAX = 4 * PASSWORD_MAX;

/** Characters of a repeated pattern or a run that count as one guess: "abcabcabcabc", "1234567890". */
const REPEATED_UNIT_MAX = 4;

/**
 * Brings a new password to the form in which it is hashed and refuses what anybody would guess.
 * @param email the account's address: neither it nor its name is a password
 * @throws DomainError "account.password_too_short", "account.password_too_long" or "account.password_too_common"
 */
export function checkPassword(typed: string, email: string, field = 'password'): string {
  const refuse = (
    code:
      | 'account.password_too_short'
      | 'account.password_too_long'
      | 'account.password_too_common',
    params = {},
  ): never => {
    throw new DomainError(code, params, { fields: { [field]: code } });
  };
  // Before normalising: NFKC can make a text eighteen times longer.
  if (typed.length > TYPED_MAX) refuse('account.password_too_long', { max: PASSWORD_MAX });
  const password = normalisePassword(typed);
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN) refuse('account.password_too_short', { min: PASSWORD_MIN });
  if (length > PASSWORD_MAX) refuse('account.password_too_long', { max: PASSWORD_MAX });
  if (isCommon(password, email)) refuse('account.password_too_common');
  return password;
}

/** The same text typed on another keyboard is the same password. */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFKC');
}

function isCommon(password: string, email: string): boolean {
  const plain = password.toLowerCase();
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '');
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(bare)) return true;
  if (plain === email || bare === (email.split('@')[0] ?? '').replace(/[^a-z0-9]/g, ''))
    return true;
  return isRepeated(plain) || isRun(plain);
}

function isRepeated(text: string): boolean {
  for (let unit = 1; unit <= REPEATED_UNIT_MAX; unit += 1) {
    if (
      text ===
      text
        .slice(0, unit)
        .repeat(Math.ceil(text.length / unit))
        .slice(0, text.length)
    )
      return true;
  }
  return false;
}

/** Each character follows the one before, up or down; digits go round, so "5678901234" counts too. */
function isRun(text: string): boolean {
  const round = /^\d+$/.test(text) ? 10 : Number.MAX_SAFE_INTEGER;
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return [1, round - 1].some((step) =>
    codes.every((code, index) => {
      const previous = codes[index - 1];
      return previous === undefined || (previous - code + step) % round === 0;
    }),
  );
}
