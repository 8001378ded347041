import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '@/lib/core/errors';
import type { PrismaClient } from './generated/client';

/** `points` uses in `seconds`, counted for each key apart. */
export type RateRule = { name: string; points: number; seconds: number };

type RateCtx = { readonly db: PrismaClient };

const limiters = new WeakMap<PrismaClient, Map<string, RateLimiterPrisma>>();

/**
 * Counts one use for a key, such as an address or the account that is being signed in to. The counters live in
 * PostgreSQL so that every web process sees the same; when they cannot be read the request fails: a limit that cannot
 * count lets nobody through.
 * @throws DomainError "request.rate_limited" with the seconds to wait
 */
export async function spendRateFor(ctx: RateCtx, rule: RateRule, key: string): Promise<void> {
  try {
    await limiterOf(ctx.db, rule).consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new DomainError('request.rate_limited', { seconds });
  }
}

/** Forgets what was counted for a key: the right password clears the wrong ones before it. */
export async function forgiveRateFor(ctx: RateCtx, rule: RateRule, key: string): Promise<void> {
  await limiterOf(ctx.db, rule).delete(key);
}

function limiterOf(db: PrismaClient, rule: RateRule): RateLimiterPrisma {
  const known = limiters.get(db) ?? new Map<string, RateLimiterPrisma>();
  limiters.set(db, known);
  const limiter =
    known.get(rule.name) ??
    new RateLimiterPrisma({
      storeClient: db,
      tableName: 'rateLimit',
      keyPrefix: rule.name,
      points: rule.points,
      duration: rule.seconds,
      // One sweep is enough for the one table that all rules share.
      clearExpiredByTimeout: known.size === 0,
    });
  known.set(rule.name, limiter);
  return limiter;
}
