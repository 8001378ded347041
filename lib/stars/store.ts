import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type {
  StarAccount,
  StarBonus,
  StarTransaction,
  StarTransactionType,
} from '@/lib/db/generated/client';
import type { LotRow } from './lots';

export type LedgerRow = {
  id: string;
  userId: string;
  entry: 'CREDIT' | 'DEBIT' | 'HOLD' | 'SETTLE' | 'RELEASE';
  type: StarTransactionType;
  amount: number;
  idempotencyKey: string;
  holdId?: string;
  subjectId?: string | null;
  reason?: string | null;
  actorId?: string | null;
  expiresAt?: Date;
  createdAt: Date;
};

/** The account, locked until the transaction ends: rows of one account are written one after the other. */
export async function lockAccount(
  tx: TxCtx,
  userId: string,
): Promise<{ balance: number; held: number }> {
  await tx.db
    .$executeRaw`insert into "StarAccount" ("userId") values (${userId}) on conflict do nothing`;
  const rows = await tx.db.$queryRaw<{ balance: number; held: number }[]>`
    select "balance", "held" from "StarAccount" where "userId" = ${userId} for update`;
  return rows[0] ?? { balance: 0, held: 0 };
}

export function findAccount(ctx: ReadCtx, userId: string): Promise<StarAccount | null> {
  return ctx.db.starAccount.findUnique({ where: { userId } });
}

export function findBonus(ctx: ReadCtx, code: string): Promise<StarBonus | null> {
  return ctx.db.starBonus.findUnique({ where: { code } });
}

export function findByKey(tx: TxCtx, idempotencyKey: string): Promise<StarTransaction | null> {
  return tx.db.starTransaction.findUnique({ where: { idempotencyKey } });
}

export function findHold(tx: TxCtx, holdId: string) {
  return tx.db.starTransaction.findFirst({
    where: { id: holdId, entry: 'HOLD' },
    include: { closing: { select: { entry: true } } },
  });
}

/** All rows of some accounts, each account's in the order in which they took effect. */
export function findLotRows(
  ctx: ReadCtx,
  userIds: readonly string[],
): Promise<(LotRow & { userId: string })[]> {
  return ctx.db.$queryRaw<(LotRow & { userId: string })[]>`
    select "userId", "id", "entry"::text as "entry", "type"::text as "type", "amount", "holdId", "subjectId", "idempotencyKey"
    from "StarTransaction" where "userId" = any(${[...userIds]}) order by "userId", "position"`;
}

/** People who gave stars back, or whose bank did. */
export async function findRefunded(ctx: ReadCtx, userId: string | null): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ userId: string }[]>`
    select distinct "userId" from "StarTransaction"
    where "entry" = 'DEBIT' and "type" = 'REFUND' and (${userId}::text is null or "userId" = ${userId})`;
  return rows.map((row) => row.userId);
}

export function insertRow(tx: TxCtx, data: LedgerRow): Promise<StarTransaction> {
  return tx.db.starTransaction.create({ data });
}

export type ForgottenHold = { id: string; type: StarTransactionType; subjectId: string | null };

/**
 * Holds whose time ran out while they were open, in no order: those that cannot be ended must not stand before the
 * others for ever. Looks only at accounts that have stars set aside.
 */
export function findForgottenHolds(
  ctx: ReadCtx,
  now: Date,
  limit: number,
): Promise<ForgottenHold[]> {
  return ctx.db.$queryRaw<ForgottenHold[]>`
    select h."id", h."type"::text as "type", h."subjectId"
    from "StarAccount" a
    join "StarTransaction" h on h."userId" = a."userId" and h."entry" = 'HOLD' and h."expiresAt" < ${now}
    where a."held" > 0 and not exists (select 1 from "StarTransaction" c where c."holdId" = h."id")
    order by random() limit ${limit}`;
}
