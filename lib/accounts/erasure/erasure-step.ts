import type { Id } from '@/lib/core/ids';
import type { Ctx, TxCtx } from '@/lib/db/context';

/** Steps in the order in which they run; the words stand in privacy.json under steps. */
export const ERASURE_STEPS = [
  'models',
  'pictures_made',
  'calendars',
  'pictures',
  'orders',
  'shop',
  'dates',
  'messages',
  'exports',
  'account',
] as const;
export type ErasureStepName = (typeof ERASURE_STEPS)[number];

/**
 * One room's part in forgetting a person. Runs outside any transaction, may take its time, and does only what is still
 * undone: a worker that dies in the middle is followed by another from the start of the step.
 * @returns how many things went
 */
export type ErasureStep = (ctx: Ctx, userId: Id<'user'>) => Promise<number>;

/** What the receipt tells of one step. `at` is ISO 8601. */
export type DoneStep = { name: ErasureStepName; count: number; at: string };

/** Lets this transaction empty the person's words in rows that are frozen otherwise (migration 0005). */
export async function allowErasing(tx: TxCtx, userId: Id<'user'>): Promise<void> {
  await tx.db.$queryRaw`select set_config('twelvefold.erasing', ${userId}, true)`;
}
