import { expect, test } from 'vitest';
import type { PersonCtx } from '@/lib/db/context';
import { getJob } from '@/lib/studio/get-job';
import { repeatGeneration } from '@/lib/studio/repeat-generation';
import { startPrompt } from '@/lib/studio/start-prompt';
import { openStudio, PICTURE_STARS } from './open-studio';

const studio = openStudio({ falPictures: 'painted' });

async function orderOne(
  ctx: PersonCtx,
  record: {
    prompt: string;
    seed: number | null;
    widthPx: number;
    heightPx: number;
    steps: number;
    guidance: number;
  },
) {
  const base = await ctx.db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-lora' } });
  const { prompt, seed, widthPx, heightPx, steps, guidance } = record;
  const { jobId } = await startPrompt(ctx, {
    kind: 'PROMPT',
    requestKey: crypto.randomUUID(),
    baseModelId: base.id as `bmo_${string}`,
    negativePrompt: '',
    formatId: 'wall-a4-portrait',
    layoutId: 'photo-above',
    loras: [],
    count: 1,
    starsShown: PICTURE_STARS,
    sizePx: { widthPx, heightPx },
    prompt,
    seed,
    steps,
    guidance,
  });
  await studio.run();
  return picturesOf(ctx, jobId);
}

async function picturesOf(ctx: PersonCtx, jobId: `job_${string}`) {
  const job = await getJob(ctx, jobId);
  return Promise.all(
    job.tasks
      .flatMap(({ generations }) => generations)
      .map(async (generation) => {
        const { masterKey } = await ctx.db.picture.findUniqueOrThrow({
          where: { id: generation.picture?.id ?? '' },
        });
        return { ...generation, bytes: await ctx.providers.files.readAll(masterKey) };
      }),
  );
}

test('the same record gives the same picture again, byte for byte; another seed or a variation another one', async () => {
  const person = await studio.customer(20);
  const [first] = await orderOne(person, {
    prompt: 'a mill by a river in October, gouache',
    seed: null,
    widthPx: 448,
    heightPx: 416,
    steps: 8,
    guidance: 3.5,
  });
  if (!first) throw new Error('no picture');
  const [copy] = await orderOne(person, first);
  expect(copy?.bytes.equals(first.bytes)).toBe(true);
  const [other] = await orderOne(person, { ...first, seed: first.seed + 1 });
  expect(other?.bytes.equals(first.bytes)).toBe(false);
  const jobId = first.jobId;
  if (!jobId) throw new Error('no job');
  await repeatGeneration(person, first.id, { how: 'variation', starsShown: PICTURE_STARS });
  await studio.run();
  const [, varied] = await picturesOf(person, jobId);
  expect(varied?.seed).toBe(first.seed);
  expect(varied?.bytes.equals(first.bytes)).toBe(false);
});
