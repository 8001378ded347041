import { createHash } from 'node:crypto';
import type { RateRule } from '@/lib/db/rate-counter';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How often an account or an address may try. The address limits leave room for an office behind one address; the
 * account limits make guessing hopeless.
 */
export const RATES = {
  guestByAddress: { name: 'guest-address', points: 200, seconds: HOUR },
  signInByAddress: { name: 'sign-in-address', points: 60, seconds: 15 * MINUTE },
  signInByAccount: { name: 'sign-in-account', points: 10, seconds: 15 * MINUTE },
  signUpByAddress: { name: 'sign-up-address', points: 40, seconds: HOUR },
  codeByAddress: { name: 'code-address', points: 60, seconds: 15 * MINUTE },
  /** Mails of ours to one mailbox: nobody floods a stranger, and nobody gets many codes to guess at. */
  mailByHour: { name: 'account-mail-hour', points: 5, seconds: HOUR },
  mailByDay: { name: 'account-mail-day', points: 12, seconds: DAY },
  resendBySignUp: { name: 'resend-sign-up', points: 1, seconds: MINUTE },
  resetByAddress: { name: 'reset-address', points: 30, seconds: HOUR },
  linkByAddress: { name: 'link-address', points: 40, seconds: 15 * MINUTE },
  /** One launch of the Mini App signs in once; launches live for an hour. */
  launchOnce: { name: 'telegram-launch', points: 1, seconds: 2 * HOUR },
  startLinkByPerson: { name: 'telegram-start', points: 20, seconds: HOUR },
  /** Codes for a new address or number, and tries at them. */
  contactByAccount: { name: 'contact-account', points: 6, seconds: HOUR },
  contactTries: { name: 'contact-tries', points: 20, seconds: HOUR },
  secondFactor: { name: 'second-factor', points: 8, seconds: 15 * MINUTE },
  passwordByAccount: { name: 'password-account', points: 10, seconds: 15 * MINUTE },
} as const satisfies Record<string, RateRule>;

/** The counter's key for a mailbox: the counters hold no addresses. */
export function mailboxKey(email: string): string {
  return createHash('sha256').update(email).digest('base64url').slice(0, 32);
}
