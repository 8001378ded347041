import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { queueMail } from '@/lib/messages/queue-mail';
import {
  type DoneStep,
  ERASURE_STEPS,
  type ErasureStep,
  type ErasureStepName,
} from './erasure-step';
import { emptyAccount, findErasure, finishErasure, saveSteps } from './erasure-store';

/**
 * Goes through the steps that are not done yet, notes each, and ends with the account itself and the receipt's mail. A
 * run that was cut off is taken up where it stopped; a finished one is not run again.
 * @param steps what each room does, all but the last
 */
export async function runErasure(
  ctx: Ctx,
  erasureId: Id<'erasure'>,
  steps: Record<Exclude<ErasureStepName, 'account'>, ErasureStep>,
): Promise<void> {
  const erasure = await findErasure(ctx, erasureId);
  if (erasure?.status !== 'RUNNING') return;
  const userId = erasure.userId as Id<'user'>;
  const done = erasure.steps as DoneStep[];
  const note = (name: ErasureStepName, count: number) =>
    done.push({ name, count, at: ctx.clock.now().toISOString() });
  for (const name of ERASURE_STEPS) {
    if (name === 'account' || done.some((step) => step.name === name)) continue;
    note(name, await steps[name](ctx, userId));
    await saveSteps(ctx, erasureId, done);
  }
  note('account', 1);
  await inTransaction(ctx, async (tx) => {
    assert(done.length === ERASURE_STEPS.length, 'every step was noted once');
    if (!(await finishErasure(tx, erasureId, done))) return;
    await emptyAccount(tx, userId);
    if (erasure.contact === null) return;
    await queueMail(tx, {
      dedupeKey: `erasure:${erasureId}`,
      to: erasure.contact,
      template: 'account-erased',
      locale: erasure.locale,
      data: { number: erasure.number },
    });
  });
}
