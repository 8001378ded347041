import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import { linkTokenHash } from '../secrets';
import type { DoneStep } from './erasure-step';
import { findErasureByKey } from './erasure-store';

export type Receipt = {
  number: string;
  isDone: boolean;
  startedAt: string;
  finishedAt: string | null;
  steps: DoneStep[];
};

/** What was erased so far, for who holds the key. @throws DomainError "erasure.not_found" */
export async function readReceipt(ctx: Ctx, key: string): Promise<Receipt> {
  const row = await findErasureByKey(ctx, linkTokenHash(key));
  if (!row) throw new DomainError('erasure.not_found');
  return {
    number: row.number,
    isDone: row.status === 'DONE',
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    steps: row.steps as DoneStep[],
  };
}
