import type { Role } from '@/lib/core/actor';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long a browser stays signed in: unused, and at the longest. A guest's work hangs on the cookie alone, so it lives
 * long; a staff member sees other people's photos and addresses, so it ends overnight.
 */
const LIFETIMES: Record<Role, { idleMs: number; longestMs: number }> = {
  GUEST: { idleMs: 180 * DAY_MS, longestMs: 365 * DAY_MS },
  CUSTOMER: { idleMs: 30 * DAY_MS, longestMs: 180 * DAY_MS },
  STAFF: { idleMs: 12 * HOUR_MS, longestMs: 7 * DAY_MS },
  ADMIN: { idleMs: 12 * HOUR_MS, longestMs: 7 * DAY_MS },
};

/** The cookie outlives every session; the row decides. */
export const COOKIE_SECONDS = (365 * DAY_MS) / 1000;

/** A session is written back at most this often, so that reading pages does not become writing rows. */
export const TOUCH_AFTER_MS = 10 * 60 * 1000;

/** When a session that is used now ends by itself. */
export function sessionEnd(role: Role, createdAt: Date, now: Date): Date {
  const { idleMs, longestMs } = LIFETIMES[role];
  return new Date(Math.min(now.getTime() + idleMs, createdAt.getTime() + longestMs));
}
