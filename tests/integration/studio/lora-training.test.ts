import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import type { ErrorCode } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { deletePictures } from '@/lib/pictures/delete-pictures';
import { readBalance } from '@/lib/stars/read-wallet';
import { cancelTraining } from '@/lib/studio/cancel-training';
import { choosePhotos } from '@/lib/studio/choose-photos';
import { LORA_CONSENT_VERSION } from '@/lib/studio/consent-text';
import { createLoraModel } from '@/lib/studio/create-lora-model';
import { eraseLoraModel } from '@/lib/studio/erase-lora-model';
import { getLoraDraft } from '@/lib/studio/get-lora-draft';
import { getLoraModel } from '@/lib/studio/get-lora-model';
import { giveConsent } from '@/lib/studio/give-consent';
import { MODEL_WORKS } from '@/lib/studio/model-works';
import { checkModelRequest } from '@/lib/studio/requests/check-request';
import { submitModelRequest } from '@/lib/studio/requests/submit-request';
import { archiveKeyOf, storeTrainingArchive } from '@/lib/studio/training-archive';
import { findTrainingForWork } from '@/lib/studio/training-store';
import { trainingWork } from '@/lib/studio/training-work';
import { useDatabase } from '@/tests/support/database';
import { aDraft, photosOf, start, useLoraWorld } from './lora-world';

const database = useDatabase();
const world = useLoraWorld(database);
const refused = (code: ErrorCode) => expect.objectContaining({ code });

const PRICE = 60;

const trainingRow = (id: string) => database.db.training.findUniqueOrThrow({ where: { id } });
const loraRow = (id: string) => database.db.loraModel.findUniqueOrThrow({ where: { id } });
const entriesOf = async (userId: string) =>
  (
    await database.db.starTransaction.findMany({ where: { userId }, orderBy: { position: 'asc' } })
  ).map(({ entry, amount }) => [entry, amount]);
const submits = () => world.sandbox.falSubmits('fal-ai/flux-lora-fast-training');

describe('a training', () => {
  test('ends with weights of our own, four free previews, spent stars, one mail, and no zip', async () => {
    const { ctx, userId } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    const trainingId = await start(ctx, loraModelId);
    expect(await readBalance(ctx)).toEqual({ balance: 500 - PRICE, held: PRICE });
    expect((await loraRow(loraModelId)).status).toBe('TRAINING');
    await world.work(loraModelId);

    expect(await trainingRow(trainingId)).toMatchObject({ status: 'COMPLETED', errorCode: null });
    const lora = await loraRow(loraModelId);
    expect(lora).toMatchObject({ status: 'READY', family: 'flux-1', isDefault: true });
    const weights = await ctx.providers.files.readAll(lora.weightsKey ?? '');
    expect(weights.length).toBe(lora.weightsBytes);
    expect(lora.weightsSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await entriesOf(userId)).toEqual([
      ['CREDIT', 500],
      ['HOLD', -PRICE],
      ['SETTLE', 0],
    ]);

    const view = await getLoraModel(ctx, loraModelId, 'uk');
    expect(view).toMatchObject({ categoryName: 'Жінка', photoCount: 10 });
    expect(view.previews).toHaveLength(4);
    for (const preview of view.previews) {
      expect(preview).toMatchObject({ status: 'COMPLETED', thumbUrl: expect.any(String) });
    }
    const generations = await database.db.generation.findMany({ where: { trainingId } });
    for (const { stars, holdId, purpose, prompt } of generations) {
      expect({ stars, holdId, purpose }).toEqual({ stars: 0, holdId: null, purpose: 'PREVIEW' });
      expect(prompt).toContain(`${lora.triggerWord} woman`);
    }
    const mails = await database.db.outboxMessage.findMany({
      where: { dedupeKey: `training:${trainingId}:ended` },
    });
    expect(mails).toMatchObject([{ template: 'training-ready' }]);

    expect(await ctx.providers.files.stat(archiveKeyOf(trainingId))).not.toBeNull();
    await eraseLoraModel(world.ctx, loraModelId);
    expect(await ctx.providers.files.stat(archiveKeyOf(trainingId))).toBeNull();
    expect((await trainingRow(trainingId)).archiveKey).toBeNull();
    expect(await ctx.providers.files.stat(lora.weightsKey ?? '')).not.toBeNull();
  });

  test('gives the trainer upright JPEGs with captions of the trigger word, the same bytes each time', async () => {
    const { ctx } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    const training = await findTrainingForWork(ctx, await start(ctx, loraModelId));
    if (!training) throw new Error('no training');
    const key = await storeTrainingArchive(world.ctx, training);
    const first = await ctx.providers.files.readAll(key);
    await storeTrainingArchive(world.ctx, training);
    expect(await ctx.providers.files.readAll(key)).toEqual(first);
    const files = await unzipped(first);
    expect([...files.keys()].slice(0, 4)).toEqual(['01.jpg', '01.txt', '02.jpg', '02.txt']);
    expect(files.size).toBe(20);
    const { triggerWord } = await loraRow(loraModelId);
    expect(files.get('10.txt')?.toString()).toBe(`a photo of ${triggerWord} woman`);
    expect(files.get('01.jpg')?.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(files.get('01.jpg')?.includes('Exif')).toBe(false);
    await world.work();
  });

  test.each([
    ['flux-fast-trainer', 'woman', { trigger_word: expect.any(String), is_style: false }],
    ['flux-portrait-trainer', 'woman', { trigger_phrase: expect.any(String), steps: 2500 }],
    ['flux-2-trainer', 'woman', { default_caption: expect.stringContaining('a photo of') }],
    ['flux-fast-trainer', 'painting', { is_style: true }],
  ])('%s is asked in its own words for a %s', async (slug, categoryId, fields) => {
    const { ctx } = await world.customer();
    const { loraModelId } = await aDraft(ctx, { categoryId });
    const trainingId = await start(ctx, loraModelId, { slug });
    await world.work();
    expect((await trainingRow(trainingId)).status).toBe('COMPLETED');
    const request = await database.db.modelRequest.findFirstOrThrow({
      where: { kind: 'TRAINING', subjectId: trainingId },
    });
    expect(request.input).toMatchObject(fields);
    expect(JSON.stringify(request)).not.toContain('/api/model-files/');
  });

  test('that the provider breaks off gives the stars back, says why, and can be started again', async () => {
    const { ctx, userId } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    world.sandbox.faults.change({ falTrainingBreakCount: 1 });
    const before = submits();
    const trainingId = await start(ctx, loraModelId);
    await world.work();
    // A training costs money there: it is not repeated without being asked for.
    expect(submits() - before).toBe(1);
    expect(await trainingRow(trainingId)).toMatchObject({
      status: 'FAILED',
      errorCode: 'model.failed',
    });
    expect((await loraRow(loraModelId)).status).toBe('FAILED');
    expect(await readBalance(ctx)).toEqual({ balance: 500, held: 0 });
    expect((await entriesOf(userId)).at(-1)).toEqual(['RELEASE', PRICE]);
    expect(
      await database.db.outboxMessage.findFirst({
        where: { dedupeKey: `training:${trainingId}:ended` },
      }),
    ).toMatchObject({ template: 'training-failed', data: { reason: 'machine', stars: PRICE } });

    const second = await start(ctx, loraModelId, { isAgain: true });
    expect(second).not.toBe(trainingId);
    await world.work();
    expect((await loraRow(loraModelId)).status).toBe('READY');
    expect(await readBalance(ctx)).toEqual({ balance: 500 - PRICE, held: 0 });
  });

  test('whose photos the trainer refuses says so', async () => {
    const { ctx } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    world.sandbox.faults.change({ falInvalidCount: 1, falInvalidType: 'image_load_error' });
    const trainingId = await start(ctx, loraModelId);
    await world.work();
    expect((await trainingRow(trainingId)).errorCode).toBe('model.photos_refused');
  });

  test('whose photo was deleted before the zip was built fails without asking anybody', async () => {
    const { ctx } = await world.customer();
    const { loraModelId, pictureIds } = await aDraft(ctx);
    const trainingId = await start(ctx, loraModelId);
    const before = submits();
    await deletePictures(ctx, pictureIds.slice(0, 1), { removeFromCalendars: true });
    await world.work();
    expect(submits()).toBe(before);
    expect(await trainingRow(trainingId)).toMatchObject({
      status: 'FAILED',
      errorCode: 'lora.photo_unusable',
    });
    expect(await readBalance(ctx)).toEqual({ balance: 500, held: 0 });
  });

  test('of a model that was learned before leaves it usable, whatever comes of it', async () => {
    const { ctx } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    await start(ctx, loraModelId);
    await world.work();
    const learned = await loraRow(loraModelId);
    world.sandbox.faults.change({ falTrainingBreakCount: 1 });
    await start(ctx, loraModelId, { isAgain: true });
    expect((await loraRow(loraModelId)).status).toBe('READY');
    await world.work();
    expect(await loraRow(loraModelId)).toMatchObject({
      status: 'READY',
      weightsKey: learned.weightsKey,
    });
  });
});

describe('a worker that dies', () => {
  test('before the call leaves: the next one builds the zip anew and sends it once', async () => {
    const { ctx } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    const trainingId = await start(ctx, loraModelId);
    const request = await requestOf(trainingId);
    const before = submits();
    await trainingWork.prepare(world.ctx, request);
    await world.work();
    expect(submits() - before).toBe(1);
    expect((await trainingRow(trainingId)).status).toBe('COMPLETED');
  });

  test('after the weights are stored, before the rows: they are fetched once more and paid once', async () => {
    const { ctx, userId } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    const trainingId = await start(ctx, loraModelId);
    await world.handOver();
    await world.sandbox.settled();
    const request = await requestOf(trainingId);
    const result = await world.ctx.providers.models.result(
      request.endpoint,
      request.requestId ?? '',
    );
    if (!result.ok) throw new Error('no result');
    await trainingWork.collect(world.ctx, request, result.output);
    // Two workers take over at once.
    await Promise.all(
      [1, 2].map(() => checkModelRequest(world.ctx, request.id as never, MODEL_WORKS)),
    );
    await world.work();
    const lora = await loraRow(loraModelId);
    expect(lora.status).toBe('READY');
    expect(await ctx.providers.files.stat(lora.weightsKey ?? '')).not.toBeNull();
    expect(await entriesOf(userId)).toHaveLength(3);
    expect(await database.db.generation.count({ where: { trainingId } })).toBe(4);
  });
});

describe('starting', () => {
  test('twice with one key is one training; from two tabs at once one of them is told', async () => {
    const { ctx } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    const requestKey = randomUUID();
    const same = await Promise.all([
      start(ctx, loraModelId, { requestKey }),
      start(ctx, loraModelId, { requestKey }),
    ]);
    expect(new Set(same).size).toBe(1);
    await expect(start(ctx, loraModelId)).rejects.toEqual(refused('lora.in_training'));
    expect(await readBalance(ctx)).toEqual({ balance: 500 - PRICE, held: PRICE });
    await world.work();

    const other = await aDraft(ctx);
    const tabs = await Promise.allSettled([
      start(ctx, other.loraModelId),
      start(ctx, other.loraModelId),
    ]);
    expect(tabs.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await world.work();
  });

  test('of two models with the last stars begins one', async () => {
    const { ctx } = await world.customer(PRICE);
    const drafts = [await aDraft(ctx), await aDraft(ctx)];
    const tries = await Promise.allSettled(
      drafts.map(({ loraModelId }) => start(ctx, loraModelId)),
    );
    const failed = tries.filter((result) => result.status === 'rejected');
    expect(failed.map(({ reason }) => reason)).toEqual([refused('stars.not_enough')]);
    expect(await readBalance(ctx)).toEqual({ balance: 0, held: PRICE });
    expect(await database.db.training.count({ where: { ownerId: ctx.actor.userId } })).toBe(1);
    await world.work();
  });

  test('asks for agreement, photos, the shown price and a fitting trainer, and writes nothing without', async () => {
    const { ctx, userId } = await world.customer();
    const facts = { ageYears: null, kindOf: '' };
    const wish = { categoryId: 'girl', name: 'Mia', facts };
    const { loraModelId } = await createLoraModel(ctx, wish);
    const ids = await photosOf(ctx, userId, 10);
    const choose = (chosen: typeof ids) =>
      choosePhotos(ctx, {
        loraModelId,
        photos: chosen.map((pictureId) => ({ pictureId, isKept: false })),
      });
    await choose(ids);
    await expect(start(ctx, loraModelId)).rejects.toEqual(refused('lora.consent_required'));
    const agree = (isGuardian: boolean) =>
      giveConsent(ctx, { loraModelId, isGuardian, textVersion: LORA_CONSENT_VERSION });
    await expect(agree(false)).rejects.toEqual(refused('lora.guardian_required'));
    await agree(true);
    await choose(ids.slice(1));
    await expect(start(ctx, loraModelId)).rejects.toEqual(refused('lora.photo_count'));
    await choose(ids);
    await expect(start(ctx, loraModelId, { priceStars: 1 })).rejects.toEqual(
      refused('stars.price_changed'),
    );
    await expect(start(ctx, loraModelId, { slug: 'flux-lora', priceStars: 2 })).rejects.toEqual(
      refused('base_model.not_found'),
    );
    await database.db.picture.update({ where: { id: ids[0] ?? '' }, data: { widthPx: 300 } });
    await expect(start(ctx, loraModelId)).rejects.toEqual(refused('lora.photo_unusable'));
    expect(await database.db.training.count({ where: { loraModelId } })).toBe(0);
    expect(await entriesOf(userId)).toEqual([['CREDIT', 500]]);
  });

  test('keeps whose word was given, for which words, and when', async () => {
    const { ctx, userId } = await world.customer();
    const facts = { ageYears: 6, kindOf: '' };
    const { loraModelId } = await createLoraModel(ctx, { categoryId: 'boy', name: 'Leo', facts });
    const agree = { loraModelId, isGuardian: true, textVersion: LORA_CONSENT_VERSION };
    await giveConsent(ctx, agree);
    await giveConsent(ctx, agree);
    const rows = await database.db.consent.findMany({ where: { userId } });
    expect(rows).toMatchObject([
      { purpose: 'lora_guardian', textVersion: LORA_CONSENT_VERSION, withdrawnAt: null },
    ]);
    await expect(giveConsent(ctx, { ...agree, textVersion: '2020-01-01' })).rejects.toEqual(
      refused('lora.consent_required'),
    );
  });
});

describe('cancelling', () => {
  test('gives the stars back at once and keeps what was chosen', async () => {
    const { ctx } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    const trainingId = await start(ctx, loraModelId);
    await cancelTraining(ctx, { loraModelId, trainingId });
    expect(await readBalance(ctx)).toEqual({ balance: 500, held: 0 });
    expect((await loraRow(loraModelId)).status).toBe('DRAFT');
    expect((await getLoraDraft(ctx, loraModelId, 'en')).photos).toHaveLength(10);
    await expect(cancelTraining(ctx, { loraModelId, trainingId })).rejects.toEqual(
      refused('training.over'),
    );
    await world.work();
    expect((await trainingRow(trainingId)).status).toBe('CANCELLED');
  });

  test('while it runs, a late result changes nothing and leaves no file', async () => {
    const { ctx } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    const trainingId = await start(ctx, loraModelId);
    await world.handOver();
    const request = await requestOf(trainingId);
    await cancelTraining(ctx, { loraModelId, trainingId });
    await world.sandbox.settled();
    await checkModelRequest(world.ctx, request.id as never, MODEL_WORKS);
    await submitModelRequest(world.ctx, request.id as never, MODEL_WORKS);
    expect(await loraRow(loraModelId)).toMatchObject({ status: 'DRAFT', weightsKey: null });
    expect(await readBalance(ctx)).toEqual({ balance: 500, held: 0 });
    const files: string[] = [];
    for await (const key of ctx.providers.files.list(`lora-weights/${loraModelId}/`)) {
      files.push(key);
    }
    expect(files).toEqual([]);
  });
});

describe('somebody else', () => {
  test('finds no model, no training and none of its photos', async () => {
    const { ctx } = await world.customer();
    const { loraModelId, pictureIds } = await aDraft(ctx);
    const trainingId = await start(ctx, loraModelId);
    const stranger = (await world.customer()).ctx;
    const missing = refused('lora.not_found');
    await expect(getLoraModel(stranger, loraModelId, 'en')).rejects.toEqual(missing);
    await expect(start(stranger, loraModelId)).rejects.toEqual(missing);
    await expect(cancelTraining(stranger, { loraModelId, trainingId })).rejects.toEqual(
      refused('training.not_found'),
    );
    await expect(getLoraModel(ctx, newId('loraModel'), 'en')).rejects.toEqual(missing);
    const own = await aDraft(stranger);
    const chosen = await choosePhotos(stranger, {
      loraModelId: own.loraModelId,
      photos: pictureIds.map((pictureId) => ({ pictureId, isKept: true })),
    });
    expect(chosen.photos).toEqual([]);
    await world.work();
  });
});

const requestOf = (trainingId: string) =>
  database.db.modelRequest.findFirstOrThrow({ where: { kind: 'TRAINING', subjectId: trainingId } });

async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return files;
}
