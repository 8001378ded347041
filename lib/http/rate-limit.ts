import type { Ctx } from '@/lib/db/context';
import { type RateRule, spendRateFor } from '@/lib/db/rate-counter';
import { addressOf } from './client-address';

export type { RateRule };

/**
 * Counts one request of the person who is signed in, else of the address that it comes from.
 * @throws DomainError "request.rate_limited" with the seconds to wait
 */
export async function spendRate(ctx: Ctx, rule: RateRule, headers: Headers): Promise<void> {
  await spendRateFor(ctx, rule, ctx.actor.userId ?? addressOf(headers));
}
