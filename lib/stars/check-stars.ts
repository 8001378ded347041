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
import { readLotsOf } from './read-lots';
import { findRefunded } from './store';

/** About a month of hourly checks. */
const CHECKS_KEPT = 750;
/** Read into memory together. */
const ACCOUNTS_AT_ONCE = 500;
/** The whole ledger in one statement: a million rows take seconds on a quiet machine and a minute on a busy one. */
const LONGEST_MS = 5 * 60 * 1000;
/** For the rest of the transaction. */
const COUNTS_MS = 60 * 1000;

/**
 * Everything that must hold of stars, looked at in one moment: accounts are what their rows say, rows run on without
 * gaps, holds are closed as their work ended, purchases are credited and refunded as they were paid, and only what was
 * left of them came back. Empty is right.
 * @param options.userId one person only; everybody without it
 */
export async function findViolations(
  ctx: ReadCtx,
  options: { userId?: string } = {},
): Promise<StarViolation[]> {
  const userId = options.userId ?? null;
  return [...(await findBrokenRules(ctx, { userId })), ...(await findOverdrawn(ctx, userId))];
}

/** Nobody gives back more of a pack than was left of it: stars that were given would become money. */
async function findOverdrawn(ctx: ReadCtx, scope: string | null): Promise<StarViolation[]> {
  const found: StarViolation[] = [];
  const userIds = await findRefunded(ctx, scope);
  for (let from = 0; from < userIds.length; from += ACCOUNTS_AT_ONCE) {
    const lots = await readLotsOf(ctx, userIds.slice(from, from + ACCOUNTS_AT_ONCE));
    for (const [userId, { overdrawn }] of lots) {
      for (const id of overdrawn) {
        const detail = `row ${id} takes more than was left of its pack`;
        found.push({ userId, rule: 'refunds_only_unspent', detail });
      }
    }
  }
  return found;
}

/** Looks at the whole ledger, keeps the report for staff, and raises an alarm about what does not hold. */
export async function checkStars(ctx: Ctx): Promise<void> {
  const violations = await inTransaction(
    ctx,
    async (tx) => {
      await freezeMoment(tx, LONGEST_MS);
      const found = await findViolations(tx);
      await insertCheck(tx, {
        id: newId('starCheck'),
        accounts: await countAccounts(tx),
        rows: await countRows(tx),
        violations: found,
      });
      await pruneChecks(tx, CHECKS_KEPT);
      return found;
    },
    { timeoutMs: LONGEST_MS + COUNTS_MS },
  );
  if (violations.length === 0) return;
  const rules = [...new Set(violations.map(({ rule }) => rule))];
  ctx.log.error('the ledger of stars does not hold', new Error(rules.join(', ')), {
    count: violations.length,
  });
}
