import { addDays, dayAt, type PlainDate } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import type { PaymentProvider } from '@/lib/db/generated/client';
import { compareTill } from './compare-till';
import type { Purposes } from './purpose';
import { daysWithFindings } from './reconciliation-store';

/** Money may take days to appear in a till's books, and webhooks to be given up. */
const DAYS_BACK = 3;
/** Older findings are staff's to resolve; the comparison does not look at their days by itself any more. */
const OPEN_DAYS_BACK = 30;

/**
 * Compares every till with our rows: the last three whole days, and earlier ones that have something open. One till
 * that cannot be asked does not hold up the others.
 * @param only one till or one day alone
 * @throws AggregateError at the end, with what could not be compared
 */
export async function compareTills(
  ctx: Ctx,
  only: { provider?: PaymentProvider | undefined; day?: PlainDate | undefined },
  purposes: Purposes,
): Promise<void> {
  const today = dayAt(ctx.clock.now(), 'UTC');
  const failures: unknown[] = [];
  const all = Object.keys(ctx.providers.tills) as PaymentProvider[];
  for (const provider of only.provider ? [only.provider] : all) {
    const last = Array.from({ length: DAYS_BACK }, (_, index) => addDays(today, -1 - index));
    const open = await daysWithFindings(ctx, provider, addDays(today, -OPEN_DAYS_BACK));
    for (const day of only.day ? [only.day] : new Set([...last, ...open])) {
      try {
        await compareTill(ctx, { provider, day }, purposes);
      } catch (error) {
        failures.push(error);
        ctx.log.warn('till could not be compared', { provider, day });
      }
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} days could not be compared`);
  }
}
