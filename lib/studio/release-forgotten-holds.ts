import { type Ctx, inTransaction } from '@/lib/db/context';
import type { ModelRequestKind } from '@/lib/db/generated/client';
import { releaseHold, settleHold } from '@/lib/stars/ledger';
import { type ForgottenHold, findForgottenHolds } from '@/lib/stars/store';
import { failRequest, LOST } from './requests/end-request';
import type { ModelWorks } from './requests/model-work';
import { findNewestOf, findWorkStatus, OPEN_REQUEST } from './requests/store';
import { OPEN_WORK } from './work-states';

const BATCH = 200;
const KINDS: readonly ModelRequestKind[] = ['TRAINING', 'GENERATION', 'UPSCALE'];

/**
 * Ends work whose stars were set aside a day ago and that nobody ended since, so that nobody's stars stay away for ever.
 * Every request ends by its deadline long before: what is found here is a fault of ours, and reported as one.
 */
export async function releaseForgottenHolds(ctx: Ctx, works: ModelWorks): Promise<void> {
  for (const hold of await findForgottenHolds(ctx, ctx.clock.now(), BATCH)) {
    const kind = KINDS.find((known) => known === hold.type);
    if (!kind || hold.subjectId === null) continue;
    ctx.log.error('a hold of stars was forgotten', new Error(hold.type), { ...hold });
    try {
      await endWork(ctx, kind, hold.subjectId, works);
      await closeHold(ctx, kind, hold.subjectId, hold);
    } catch (error) {
      // One that cannot be ended must not keep the others from it.
      ctx.log.error('a forgotten hold stays open', error, { ...hold });
    }
  }
}

async function endWork(
  ctx: Ctx,
  kind: ModelRequestKind,
  subjectId: string,
  works: ModelWorks,
): Promise<void> {
  const request = await findNewestOf(ctx, kind, subjectId);
  if (!request) return;
  if (OPEN_REQUEST.includes(request.status)) return failRequest(ctx, request, works, LOST);
  await inTransaction(ctx, (tx) =>
    works[kind].onFailed(tx, request, { ...LOST, code: 'model.lost' }),
  );
}

/** What stayed open although its work is over closes as the work ended. */
async function closeHold(
  ctx: Ctx,
  kind: ModelRequestKind,
  subjectId: string,
  hold: ForgottenHold,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const status = await findWorkStatus(tx, kind, subjectId);
    if (status !== null && OPEN_WORK.includes(status)) return;
    if (status === 'COMPLETED') await settleHold(tx, hold.id);
    else await releaseHold(tx, hold.id, 'expired');
  });
}
