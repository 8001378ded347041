import type { ReadCtx, TxCtx } from '@/lib/db/context';
import { Prisma } from '@/lib/db/generated/client';

/** One thing in the ledger that does not hold. */
export type StarViolation = { userId: string; rule: string; detail: string };

/** Enough to see what is wrong; a broken ledger must not fill the database with its own report. */
const LIMIT = 100;

type Scope = { userId: string | null };

/** Each rule selects what breaks it, as { userId, detail }; nothing selected is a clean bill. */
type Rule = { name: string; query: (scope: Scope) => Prisma.Sql };

const of = (column: string, { userId }: Scope) =>
  userId === null ? Prisma.sql`true` : Prisma.sql`${Prisma.raw(column)} = ${userId}`;

/** Every kind of paid work with its price, in one shape. */
const WORKS = Prisma.sql`(
  SELECT "id", "ownerId", 'TRAINING' AS "type", "status"::text, "starsSpent" AS "stars", "holdId" FROM "Training"
  UNION ALL
  SELECT "id", "ownerId", 'GENERATION', "status"::text, "stars", "holdId" FROM "Generation"
  UNION ALL
  SELECT "id", "ownerId", 'UPSCALE', "status"::text, "stars", "holdId" FROM "Upscale")`;

const RULES: readonly Rule[] = [
  {
    name: 'balance_is_sum_of_rows',
    query: (scope) => Prisma.sql`
      SELECT a."userId", format('balance %s, rows %s', a."balance", coalesce(sum(t."amount"), 0)) AS "detail"
      FROM "StarAccount" a LEFT JOIN "StarTransaction" t ON t."userId" = a."userId"
      WHERE ${of('a."userId"', scope)}
      GROUP BY a."userId", a."balance" HAVING a."balance" <> coalesce(sum(t."amount"), 0) OR a."balance" < 0`,
  },
  {
    name: 'held_is_open_holds',
    query: (scope) => Prisma.sql`
      SELECT a."userId", format('held %s, open holds %s', a."held", coalesce(-sum(h."amount"), 0)) AS "detail"
      FROM "StarAccount" a LEFT JOIN "StarTransaction" h ON h."userId" = a."userId" AND h."entry" = 'HOLD'
        AND NOT EXISTS (SELECT 1 FROM "StarTransaction" c WHERE c."holdId" = h."id")
      WHERE ${of('a."userId"', scope)}
      GROUP BY a."userId", a."held" HAVING a."held" <> coalesce(-sum(h."amount"), 0)`,
  },
  {
    name: 'positions_have_no_gap',
    query: (scope) => Prisma.sql`
      SELECT a."userId", format('%s rows counted, %s there, last position %s', a."rowCount", count(t."id"),
        coalesce(max(t."position"), 0)) AS "detail"
      FROM "StarAccount" a LEFT JOIN "StarTransaction" t ON t."userId" = a."userId"
      WHERE ${of('a."userId"', scope)}
      GROUP BY a."userId", a."rowCount"
      HAVING a."rowCount" <> count(t."id") OR a."rowCount" <> coalesce(max(t."position"), 0)
        OR coalesce(min(t."position"), 1) <> 1`,
  },
  {
    name: 'running_balance',
    query: (scope) => Prisma.sql`
      SELECT r."userId", format('row %s says %s and %s held, adds up to %s and %s', r."id", r."balanceAfter",
        r."heldAfter", r."balance", r."held") AS "detail"
      FROM (SELECT t.*,
          sum(t."amount") OVER running AS "balance",
          sum(CASE t."entry" WHEN 'HOLD' THEN -t."amount" WHEN 'SETTLE' THEN h."amount"
            WHEN 'RELEASE' THEN h."amount" ELSE 0 END) OVER running AS "held"
        FROM "StarTransaction" t LEFT JOIN "StarTransaction" h ON h."id" = t."holdId"
        WHERE ${of('t."userId"', scope)}
        WINDOW running AS (PARTITION BY t."userId" ORDER BY t."position")) r
      WHERE r."balanceAfter" <> r."balance" OR r."heldAfter" <> r."held" OR r."balance" < 0 OR r."held" < 0`,
  },
  {
    name: 'closing_fits_hold',
    query: (scope) => Prisma.sql`
      SELECT c."userId", format('%s %s of hold %s', c."entry", c."id", h."id") AS "detail"
      FROM "StarTransaction" c LEFT JOIN "StarTransaction" h ON h."id" = c."holdId"
      WHERE ${of('c."userId"', scope)} AND c."entry" IN ('SETTLE', 'RELEASE')
        AND (h."id" IS NULL OR h."entry" <> 'HOLD' OR h."userId" <> c."userId" OR h."type" <> c."type"
          OR h."position" >= c."position" OR h."subjectId" IS DISTINCT FROM c."subjectId"
          OR c."amount" <> CASE c."entry" WHEN 'RELEASE' THEN -h."amount" ELSE 0 END)`,
  },
  {
    name: 'hold_fits_work',
    query: (scope) => Prisma.sql`
      SELECT w."ownerId" AS "userId", format('%s costs %s, hold %s of %s', w."id", w."stars", h."id", -h."amount") AS "detail"
      FROM ${WORKS} w LEFT JOIN "StarTransaction" h ON h."id" = w."holdId"
      WHERE ${of('w."ownerId"', scope)} AND w."stars" > 0
        AND (h."id" IS NULL OR h."entry" <> 'HOLD' OR -h."amount" <> w."stars" OR h."userId" <> w."ownerId"
          OR h."type"::text <> w."type" OR h."subjectId" IS DISTINCT FROM w."id")`,
  },
  {
    name: 'ended_work_has_closed_hold',
    query: (scope) => Prisma.sql`
      SELECT w."ownerId" AS "userId", format('%s is %s, its hold is %s', w."id", w."status",
        coalesce(c."entry"::text, 'open')) AS "detail"
      FROM ${WORKS} w LEFT JOIN "StarTransaction" c ON c."holdId" = w."holdId"
      WHERE ${of('w."ownerId"', scope)} AND w."holdId" IS NOT NULL AND c."entry"::text IS DISTINCT FROM
        CASE w."status" WHEN 'COMPLETED' THEN 'SETTLE' WHEN 'FAILED' THEN 'RELEASE'
          WHEN 'CANCELLED' THEN 'RELEASE' END`,
  },
  {
    name: 'hold_has_work',
    query: (scope) => Prisma.sql`
      SELECT h."userId", format('hold %s is for %s, which does not name it', h."id", h."subjectId") AS "detail"
      FROM "StarTransaction" h
      WHERE ${of('h."userId"', scope)} AND h."entry" = 'HOLD' AND h."type" IN ('TRAINING', 'GENERATION', 'UPSCALE')
        AND NOT EXISTS (SELECT 1 FROM "StarTransaction" c WHERE c."holdId" = h."id")
        AND NOT EXISTS (SELECT 1 FROM "Training" w WHERE w."holdId" = h."id")
        AND NOT EXISTS (SELECT 1 FROM "Generation" w WHERE w."holdId" = h."id")
        AND NOT EXISTS (SELECT 1 FROM "Upscale" w WHERE w."holdId" = h."id")`,
  },
  {
    name: 'paid_purchase_is_credited_once',
    query: (scope) => Prisma.sql`
      SELECT p."ownerId" AS "userId", format('%s: payment %s, %s stars bought, %s credited', p."id", pay."status",
        p."stars", coalesce(sum(t."amount"), 0)) AS "detail"
      FROM "StarPurchase" p JOIN "Payment" pay ON pay."id" = p."paymentId"
      LEFT JOIN "StarTransaction" t ON t."subjectId" = p."id" AND t."type" = 'PURCHASE' AND t."userId" = p."ownerId"
      WHERE ${of('p."ownerId"', scope)}
      GROUP BY p."id", p."ownerId", p."stars", pay."status", pay."refundedMinor", pay."amountMinor"
      HAVING coalesce(sum(t."amount"), 0) <> CASE pay."status" WHEN 'PAID' THEN p."stars" ELSE 0 END
        AND NOT (coalesce(sum(t."amount"), 0) = 0 AND pay."refundedMinor" = pay."amountMinor")`,
  },
  {
    name: 'refunds_of_purchase',
    query: (scope) => Prisma.sql`
      SELECT p."ownerId" AS "userId", format('%s: %s of %s stars refunded, rows say %s, money %s of %s', p."id",
        p."refundedStars", p."stars", coalesce(-sum(t."amount"), 0), pay."refundedMinor", pay."amountMinor") AS "detail"
      FROM "StarPurchase" p JOIN "Payment" pay ON pay."id" = p."paymentId"
      LEFT JOIN "StarTransaction" t ON t."subjectId" = p."id" AND t."type" = 'REFUND' AND t."userId" = p."ownerId"
      WHERE ${of('p."ownerId"', scope)}
      GROUP BY p."id", p."ownerId", p."stars", p."refundedStars", pay."refundedMinor", pay."amountMinor"
      HAVING p."refundedStars" <> coalesce(-sum(t."amount"), 0) OR p."refundedStars" NOT BETWEEN 0 AND p."stars"
        OR (p."refundedStars" = 0) <> (pay."refundedMinor" = 0 OR NOT EXISTS (
          SELECT 1 FROM "StarTransaction" c WHERE c."subjectId" = p."id" AND c."type" = 'PURCHASE'))
        OR (p."refundedStars" = p."stars" AND pay."refundedMinor" <> pay."amountMinor")`,
  },
];

/** Runs every rule, in one statement and so at one moment. @param scope one person, or everybody with null */
export function findBrokenRules(ctx: ReadCtx, scope: Scope): Promise<StarViolation[]> {
  const parts = RULES.map(
    ({ name, query }) =>
      Prisma.sql`(SELECT q."userId", ${name} AS "rule", q."detail" FROM (${query(scope)}) q LIMIT ${LIMIT})`,
  );
  return ctx.db.$queryRaw<StarViolation[]>(Prisma.join(parts, ' UNION ALL '));
}

/**
 * All reads of the transaction see one moment, whatever is written meanwhile. First statement of it.
 * @param longestMs how long one of them may take
 */
export async function freezeMoment(tx: TxCtx, longestMs: number): Promise<void> {
  await tx.db.$executeRaw`set transaction isolation level repeatable read`;
  await tx.db.$executeRaw`select set_config('statement_timeout', ${String(longestMs)}, true)`;
}

export function countAccounts(tx: TxCtx): Promise<number> {
  return tx.db.starAccount.count();
}

export function countRows(tx: TxCtx): Promise<number> {
  return tx.db.starTransaction.count();
}

export async function insertCheck(
  tx: TxCtx,
  data: { id: string; accounts: number; rows: number; violations: StarViolation[] },
): Promise<void> {
  await tx.db.starCheck.create({ data: { ...data, createdAt: tx.clock.now() } });
}

/** Clean reports are forgotten after this many newer ones; reports with violations stay. */
export async function pruneChecks(tx: TxCtx, keep: number): Promise<void> {
  await tx.db.$executeRaw`
    delete from "StarCheck" where "violations" = '[]'::jsonb and "id" not in (
      select "id" from "StarCheck" order by "createdAt" desc limit ${keep})`;
}
