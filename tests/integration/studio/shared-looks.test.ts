import { expect, test } from 'vitest';
import { type Id, newId } from '@/lib/core/ids';
import { getJob } from '@/lib/studio/get-job';
import type { StartPrompt } from '@/lib/studio/job-settings';
import { startPrompt } from '@/lib/studio/start-prompt';
import { startTraining } from '@/lib/studio/start-training';
import { studioChoices } from '@/lib/studio/studio-choices';
import { useDatabase } from '@/tests/support/database';
import { aLora, openStudio, type Studio, starsOf, work } from './studio-world';

const database = useDatabase();

const aPrompt = (studio: Studio, more: Partial<StartPrompt> = {}): StartPrompt => ({
  kind: 'PROMPT',
  requestKey: crypto.randomUUID(),
  baseModelId: studio.baseModelId,
  prompt: 'a red bench',
  negativePrompt: '',
  formatId: 'wall-a4-landscape',
  layoutId: 'photo-full',
  sizePx: null,
  steps: 28,
  guidance: 3.5,
  seed: 7,
  loras: [],
  count: 1,
  starsShown: 2,
  ...more,
});

async function aSharedLook(studio: Studio) {
  const artist = await database.person();
  const more = { type: 'STYLE', isPublic: true } as const;
  const loraModelId = await aLora(studio.ctx, artist.userId, more);
  return { artist, loraModelId, loras: [{ loraModelId, scale: 1 }] };
}

test('a look that is not shared any more keeps its name from those who used it, and cannot be used', async () => {
  const studio = await openStudio(database);
  const { artist, loraModelId, loras } = await aSharedLook(studio);
  const { jobId } = await startPrompt(studio.ctx, aPrompt(studio, { loras }));
  await work(studio.ctx);
  const shown = async () => (await getJob(studio.ctx, jobId)).tasks[0]?.generations[0];
  expect(await shown()).toMatchObject({ loras: [{ name: 'Olena' }], starsAgain: 2 });
  await database.db.loraModel.update({
    where: { id: loraModelId },
    data: { isPublic: false, name: `private of ${artist.userId}` },
  });
  expect(await shown()).toMatchObject({ loras: [{ name: null }], starsAgain: null });
  await expect(startPrompt(studio.ctx, aPrompt(studio, { loras }))).rejects.toMatchObject({
    code: 'lora.not_found',
  });
});

test('a look that is taken back while pictures wait for their turn gives the stars back', async () => {
  const studio = await openStudio(database);
  const { loraModelId, loras } = await aSharedLook(studio);
  const { jobId } = await startPrompt(studio.ctx, aPrompt(studio, { loras }));
  await database.db.loraModel.update({ where: { id: loraModelId }, data: { isPublic: false } });
  await work(studio.ctx);
  expect(await getJob(studio.ctx, jobId)).toMatchObject({ status: 'FAILED', starsSpent: 0 });
  expect(await starsOf(studio.ctx, studio.userId)).toEqual({ balance: 1000, held: 0 });
  expect(studio.painter.inputs).toEqual([]);
});

test('looks of a blocked person are not offered to anybody else', async () => {
  const studio = await openStudio(database);
  const { artist, loraModelId, loras } = await aSharedLook(studio);
  const offered = async () =>
    (await studioChoices(studio.ctx, 'en')).models.some(({ id }) => id === loraModelId);
  expect(await offered()).toBe(true);
  await database.db.user.update({
    where: { id: artist.userId },
    data: { blockedAt: new Date() },
  });
  expect(await offered()).toBe(false);
  await expect(startPrompt(studio.ctx, aPrompt(studio, { loras }))).rejects.toMatchObject({
    code: 'lora.not_found',
  });
});

test('however many looks others share, one’s own models stay in reach, first of all', async () => {
  const studio = await openStudio(database);
  const { db } = database;
  const artist = await database.person();
  const look = await db.category.findFirstOrThrow({ where: { type: 'STYLE' } });
  await db.loraModel.createMany({
    data: Array.from({ length: 120 }, () => {
      const id = newId('loraModel');
      return {
        id,
        ownerId: artist.userId,
        type: 'STYLE' as const,
        categoryId: look.id,
        name: 'Ink',
        triggerWord: id,
        status: 'READY' as const,
        isPublic: true,
        weightsKey: `lora-weights/${id}`,
        weightsBytes: 1,
        createdAt: new Date(Date.now() + 60_000),
      };
    }),
  });
  const { models } = await studioChoices(studio.ctx, 'en');
  expect(models[0]?.id).toBe(studio.loraModelId);
  expect(models).toHaveLength(101);
  await db.loraModel.updateMany({ where: { ownerId: artist.userId }, data: { isPublic: false } });
});

test('the key of one press never answers for another wish', async () => {
  const studio = await openStudio(database);
  const input = aPrompt(studio);
  const { jobId } = await startPrompt(studio.ctx, input);
  expect(await startPrompt(studio.ctx, input)).toEqual({ jobId });
  const conflict = { code: 'request.conflict' };
  for (const other of [{ prompt: 'a blue bench' }, { count: 2, starsShown: 4 }]) {
    await expect(startPrompt(studio.ctx, { ...input, ...other })).rejects.toMatchObject(conflict);
  }
  expect(await starsOf(studio.ctx, studio.userId)).toEqual({ balance: 998, held: 2 });

  const requestKey = crypto.randomUUID();
  const trainer = await database.db.baseModel.findUniqueOrThrow({
    where: { slug: 'flux-fast-trainer' },
  });
  const baseModelId = trainer.id as Id<'baseModel'>;
  await database.db.training.create({
    data: {
      id: newId('training'),
      ownerId: studio.userId,
      loraModelId: studio.loraModelId,
      baseModelId,
      status: 'CANCELLED',
      instancePrompt: 'a photo of a woman',
      steps: 1000,
      starsSpent: 0,
      requestKey,
    },
  });
  const loraModelId = await aLora(studio.ctx, studio.userId);
  const wish = { loraModelId, baseModelId, priceStars: trainer.priceStars, isAgain: false };
  await expect(startTraining(studio.ctx, { ...wish, requestKey })).rejects.toMatchObject(conflict);
});
