import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import type { StarTransactionType } from '@/lib/db/generated/client';
import { notifyOwner } from '@/lib/db/notifications';
import { findByKey, findHold, insertRow, lockAccount } from './store';

/** Work that stars are set aside for. */
export type WorkType = Extract<
  StarTransactionType,
  'GENERATION' | 'TRAINING' | 'UPSCALE' | 'STAGING'
>;
/** Where stars come from. */
export type CreditType = Extract<
  StarTransactionType,
  'PURCHASE' | 'ADMIN_GRANT' | 'BONUS' | 'EARNING' | 'REFUND'
>;

/** Work that nobody ended by then is ended by the sweep, which gives the stars back. */
const HOLD_LIFE_MS = 24 * 60 * 60 * 1000;

/**
 * Sets stars aside for work, in the transaction that creates it. The same subject and attempt again is the same hold.
 * @throws DomainError "stars.not_enough" with { needed, balance }; nothing is written then
 */
export async function holdStars(
  tx: TxCtx,
  wish: { userId: Id<'user'>; type: WorkType; stars: number; subjectId: string },
): Promise<Id<'starTransaction'>> {
  assert(Number.isSafeInteger(wish.stars) && wish.stars > 0, 'a hold is a positive whole number');
  const { balance } = await lockAccount(tx, wish.userId);
  const idempotencyKey = `hold:${wish.subjectId}`;
  const known = await findByKey(tx, idempotencyKey);
  if (known) return known.id as Id<'starTransaction'>;
  if (balance < wish.stars) {
    throw new DomainError('stars.not_enough', { needed: wish.stars, balance });
  }
  const id = newId('starTransaction');
  const now = tx.clock.now();
  await insertRow(tx, {
    id,
    userId: wish.userId,
    entry: 'HOLD',
    type: wish.type,
    amount: -wish.stars,
    idempotencyKey,
    subjectId: wish.subjectId,
    expiresAt: new Date(now.getTime() + HOLD_LIFE_MS),
    createdAt: now,
  });
  await tell(tx, wish.userId);
  return id;
}

/**
 * Spends what was set aside: the work is done.
 * @returns false when the hold was closed before: the work was given up, and its late result costs nothing
 */
export function settleHold(tx: TxCtx, holdId: string): Promise<boolean> {
  return closeHold(tx, holdId, 'SETTLE', null);
}

/**
 * Gives back what was set aside: the work did not come to be.
 * @param reason a code for the history: an error code, "cancelled", "expired"
 * @returns false when the hold was closed before
 */
export function releaseHold(tx: TxCtx, holdId: string, reason: string): Promise<boolean> {
  return closeHold(tx, holdId, 'RELEASE', reason);
}

async function closeHold(
  tx: TxCtx,
  holdId: string,
  entry: 'SETTLE' | 'RELEASE',
  reason: string | null,
): Promise<boolean> {
  const found = await findHold(tx, holdId);
  assert(found, `hold ${holdId} exists`);
  await lockAccount(tx, found.userId);
  // Read again: another may have closed it while we waited for the account.
  const hold = await findHold(tx, holdId);
  if (!hold || hold.closing) return false;
  await insertRow(tx, {
    id: newId('starTransaction'),
    userId: hold.userId,
    entry,
    type: hold.type,
    amount: entry === 'RELEASE' ? -hold.amount : 0,
    idempotencyKey: `close:${holdId}`,
    holdId,
    subjectId: hold.subjectId,
    reason,
    createdAt: tx.clock.now(),
  });
  await tell(tx, hold.userId as Id<'user'>);
  return true;
}

/**
 * Adds stars. The same key again changes nothing.
 * @returns whether these stars are new
 */
export async function creditStars(
  tx: TxCtx,
  wish: {
    userId: Id<'user'>;
    type: CreditType;
    stars: number;
    key: string;
    subjectId?: string | null;
    reason?: string | null;
    actorId?: string | null;
  },
): Promise<boolean> {
  assert(Number.isSafeInteger(wish.stars) && wish.stars > 0, 'a credit is a positive whole number');
  return addOnce(tx, { ...wish, entry: 'CREDIT', amount: wish.stars });
}

/**
 * Takes stars for good: a pack that is given back, a grant that is taken back. The same key again changes nothing.
 * @throws DomainError "stars.not_enough"
 */
export async function debitStars(
  tx: TxCtx,
  wish: {
    userId: Id<'user'>;
    type: 'REFUND' | 'ADMIN_GRANT';
    stars: number;
    key: string;
    subjectId?: string | null;
    reason?: string | null;
    actorId?: string | null;
  },
): Promise<boolean> {
  assert(Number.isSafeInteger(wish.stars) && wish.stars > 0, 'a debit is a positive whole number');
  return addOnce(tx, { ...wish, entry: 'DEBIT', amount: -wish.stars });
}

async function addOnce(
  tx: TxCtx,
  row: {
    userId: Id<'user'>;
    entry: 'CREDIT' | 'DEBIT';
    type: StarTransactionType;
    amount: number;
    key: string;
    subjectId?: string | null;
    reason?: string | null;
    actorId?: string | null;
  },
): Promise<boolean> {
  const { balance } = await lockAccount(tx, row.userId);
  if (await findByKey(tx, row.key)) return false;
  if (balance + row.amount < 0) {
    throw new DomainError('stars.not_enough', { needed: -row.amount, balance });
  }
  await insertRow(tx, {
    id: newId('starTransaction'),
    userId: row.userId,
    entry: row.entry,
    type: row.type,
    amount: row.amount,
    idempotencyKey: row.key,
    subjectId: row.subjectId ?? null,
    reason: row.reason ?? null,
    actorId: row.actorId ?? null,
    createdAt: tx.clock.now(),
  });
  await tell(tx, row.userId);
  return true;
}

/** Open wallets and the head of the page follow. */
function tell(tx: TxCtx, userId: Id<'user'>): Promise<void> {
  return notifyOwner(tx, userId, { type: 'stars', id: userId });
}
