import { newId } from '@/lib/core/ids';
import { type Ctx, inTransaction, type ReadCtx } from '@/lib/db/context';
import {
  countAccounts,
  countRows,
  findBrokenRules,
  freezeMoment,
  insertCheck,
  pruneChecks,
  type StarViolation,
} from './check-store';

/** About a month of hourly checks. */
const CHECKS_KEPT = 750;

/**
 * Everything that must hold of stars, looked at in one moment: accounts are what their rows say, rows run on without
 * gaps, holds are closed as their work ended, purchases are credited and refunded as they were paid. Empty is right.
 * @param options.userId one person only; everybody without it
 */
export function findViolations(
  ctx: ReadCtx,
  options: { userId?: string } = {},
): Promise<StarViolation[]> {
  return findBrokenRules(ctx, { userId: options.userId ?? null });
}

/** Looks at the whole ledger, keeps the report for staff, and raises an alarm about what does not hold. */
export async function checkStars(ctx: Ctx): Promise<void> {
  const violations = await inTransaction(ctx, async (tx) => {
    await freezeMoment(tx);
    const found = await findBrokenRules(tx, { userId: null });
    await insertCheck(tx, {
      id: newId('starCheck'),
      accounts: await countAccounts(tx),
      rows: await countRows(tx),
      violations: found,
    });
    await pruneChecks(tx, CHECKS_KEPT);
    return found;
  });
  if (violations.length === 0) return;
  const rules = [...new Set(violations.map(({ rule }) => rule))];
  ctx.log.error('the ledger of stars does not hold', new Error(rules.join(', ')), {
    count: violations.length,
  });
}
