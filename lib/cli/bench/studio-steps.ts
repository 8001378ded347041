import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import type { ModelQueue } from '@/lib/providers/ports/model-queue';
import { generationWork } from '@/lib/studio/generation-work';
import { MODEL_WORKS } from '@/lib/studio/model-works';
import { checkModelRequest } from '@/lib/studio/requests/check-request';
import type { ModelWork, ModelWorks } from '@/lib/studio/requests/model-work';
import { submitModelRequest } from '@/lib/studio/requests/submit-request';
import { median } from './first-page';

export type StepCosts = readonly { step: string; ms: number }[];

/** Where the time of one picture went. */
type Spent = { prepare: number; provider: number; collect: number; submit: number; check: number };

/**
 * Makes the pictures of one job in this process, one after the other, and tells what each step cost without the time
 * that the provider took.
 * @param settled waits until the provider has done what it was handed
 */
export async function stepCosts(
  ctx: Ctx,
  jobId: Id<'job'>,
  settled: () => Promise<void>,
): Promise<StepCosts> {
  const generations = await ctx.db.generation.findMany({ where: { jobId } });
  const all: Spent[] = [];
  for (const { id } of generations) {
    const spent: Spent = { prepare: 0, provider: 0, collect: 0, submit: 0, check: 0 };
    const request = await ctx.db.modelRequest.findFirstOrThrow({ where: { subjectId: id } });
    const requestId = request.id as Id<'modelRequest'>;
    const watched = { ...ctx, providers: { ...ctx.providers, models: timedQueue(ctx, spent) } };
    const works: ModelWorks = { ...MODEL_WORKS, GENERATION: timedWork(spent) };
    await timed(spent, 'submit', () => submitModelRequest(watched, requestId, works));
    const whileHandedOver = spent.provider;
    await settled();
    await timed(spent, 'check', () => checkModelRequest(watched, requestId, works));
    const whileFetched = spent.provider - whileHandedOver;
    spent.submit -= spent.prepare + whileHandedOver;
    spent.check -= spent.collect + whileFetched;
    all.push(spent);
  }
  const middle = (pick: (spent: Spent) => number) => median(all.map(pick));
  return [
    { step: 'prepare: prompt, settings, links', ms: middle(({ prepare }) => prepare) },
    { step: 'hand over: rows and jobs around the call', ms: middle(({ submit }) => submit) },
    { step: 'collect and store: decode, mark, encode', ms: middle(({ collect }) => collect) },
    { step: 'settle: picture, job, stars, news', ms: middle(({ check }) => check) },
  ];
}

async function timed<T>(spent: Spent, step: keyof Spent, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  try {
    return await work();
  } finally {
    spent[step] += performance.now() - startedAt;
  }
}

function timedWork(spent: Spent): ModelWork {
  const work: ModelWork = generationWork;
  return {
    ...work,
    prepare: (...args) => timed(spent, 'prepare', () => work.prepare(...args)),
    async collect(...args) {
      const before = spent.provider;
      const made = await timed(spent, 'collect', () => work.collect(...args));
      // The download is the provider's time, and counted as such.
      spent.collect -= spent.provider - before;
      return made;
    },
  };
}

function timedQueue({ providers: { models } }: Ctx, spent: Spent): ModelQueue {
  return {
    submit: (request) => timed(spent, 'provider', () => models.submit(request)),
    state: (...args) => timed(spent, 'provider', () => models.state(...args)),
    result: (...args) => timed(spent, 'provider', () => models.result(...args)),
    download: (...args) => timed(spent, 'provider', () => models.download(...args)),
    cancel: (...args) => models.cancel(...args),
    upload: (file) => models.upload(file),
    erase: (...args) => models.erase(...args),
    canReach: (appUrl) => models.canReach(appUrl),
    verifyEvent: (...args) => models.verifyEvent(...args),
  };
}
