import { createHmac, randomInt } from 'node:crypto';
import { requireEnv } from '@/lib/core/env';

const RECOVERY_CODES = 10;
const RECOVERY_LENGTH = 10;
/** Without letters and digits that look alike. */
const RECOVERY_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
}

function newRecoveryCode(): string {
  let code = '';
  for (let i = 0; i < RECOVERY_LENGTH; i += 1) {
    code += RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)];
  }
  return code;
}

/** What is kept of a recovery code, bound to whose it is. */
export function recoveryHash(userId: string, code: string): string {
  return createHmac('sha256', requireEnv('AUTH_SECRET'))
    .update(`recovery:${userId}:${code}`)
    .digest('base64url');
}
