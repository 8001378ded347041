import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { DomainError } from '@/lib/core/errors';
import { normalisePassword, TYPED_MAX } from './check-password';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const SETTINGS = {
  // The package declares a `const enum`, which modules compiled one by one cannot read: 2 is Argon2id.
  algorithm: 2 as Algorithm,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** Hashes at once in one process: more would only take each other's cores and memory. */
const AT_ONCE = 2;
const WAITING_MAX = 64;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1;
  else if (waiting.length >= WAITING_MAX) throw new DomainError('server.unavailable');
  // Whoever ends hands its turn over, so `running` stays as it is.
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/**
 * Hashes a password that checkPassword has passed. At most two at once in a process, the rest in a short queue.
 * @throws DomainError "server.unavailable" when the queue is full
 */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, SETTINGS));
}

/** The hash of a random text that was thrown away, made with SETTINGS: what an unknown account is compared with. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$ngMABTz/8N94bGWgyRNCYg$Y2R/DKKTzkmH0+XRZUHQWpuzaymWkVBccr3HvFl8rSY';

/**
 * Whether a typed password is the account's. Takes as long without an account or without a password as with one.
 * @param passwordHash null when there is no such account or it has no password yet
 * @throws DomainError "server.unavailable" when too many hashes are waiting
 */
export async function isPasswordRight(
  passwordHash: string | null,
  typed: string,
): Promise<boolean> {
  const password = typed.length > TYPED_MAX ? '' : normalisePassword(typed);
  const isMatch = await inTurn(() => verify(passwordHash ?? NOBODYS_HASH, password));
  return passwordHash !== null && isMatch;
}
