import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { readBalance } from '@/lib/stars/read-wallet';
import { changeSubject } from '@/lib/studio/change-subject';
import { LORA_CONSENT_VERSION } from '@/lib/studio/consent-text';
import { createLoraModel, LORAS_MAX } from '@/lib/studio/create-lora-model';
import { deleteLoraModel } from '@/lib/studio/delete-lora-model';
import { eraseAgain } from '@/lib/studio/erase-again';
import { eraseLoraModel } from '@/lib/studio/erase-lora-model';
import { getLoraModel, listLoraModels, readDeletionExtent } from '@/lib/studio/get-lora-model';
import { giveConsent } from '@/lib/studio/give-consent';
import { listStyles, openStylePreview } from '@/lib/studio/list-styles';
import { setDefaultLora } from '@/lib/studio/set-default-lora';
import { shareStyle } from '@/lib/studio/share-style';
import { sweepStudioFiles } from '@/lib/studio/sweep-studio-files';
import { archiveKeyOf } from '@/lib/studio/training-archive';
import { useDatabase } from '@/tests/support/database';
import { belongings } from '@/tests/support/strangers/belongings';
import { aDraft, start, useLoraWorld } from './lora-world';

const database = useDatabase();
const world = useLoraWorld(database);
const refused = (code: ErrorCode) => expect.objectContaining({ code });
const facts = { ageYears: null, kindOf: '' };

const loraRow = (id: string) => database.db.loraModel.findUniqueOrThrow({ where: { id } });

async function learned(
  more: { categoryId?: string; withPictures?: boolean; name?: string } = {},
  someone?: Awaited<ReturnType<typeof world.customer>>,
) {
  const person = someone ?? (await world.customer());
  const { loraModelId, pictureIds } = await aDraft(person.ctx, more);
  const trainingId = await start(person.ctx, loraModelId);
  await world.work(more.withPictures ? loraModelId : undefined);
  return { ...person, loraModelId, trainingId, pictureIds };
}

/** An enlargement that the provider knows of. */
async function anEnlargement(ownerId: Id<'user'>, pictureId: string) {
  const { id: baseModelId, endpoint } = await database.db.baseModel.findUniqueOrThrow({
    where: { slug: 'aura-sr' },
  });
  const upscaleId = newId('upscale');
  const requestId = crypto.randomUUID();
  const size = { factor: 2, fromWidthPx: 1024, fromHeightPx: 1024 };
  await database.db.upscale.create({
    data: {
      id: upscaleId,
      ownerId,
      pictureId,
      baseModelId,
      ...size,
      stars: 0,
      status: 'CANCELLED',
    },
  });
  await database.db.modelRequest.create({
    data: {
      id: newId('modelRequest'),
      kind: 'UPSCALE',
      subjectId: upscaleId,
      attempt: 1,
      endpoint,
      status: 'CANCELLED',
      requestId,
      input: { pictureId },
      deadlineAt: new Date(),
    },
  });
  return { upscaleId, requestId };
}

/** Puts a picture into a paid order; whose it is makes no difference to the picture. */
async function sell(pictureId: Id<'picture'>) {
  await seedCatalogue(database.db);
  const shelf = { db: database.db, files: world.ctx.providers.files };
  const { orderItem } = await belongings(shelf, (await database.person()).userId, 'sold');
  await database.db.orderItemPicture.create({ data: { orderItemId: orderItem, pictureId } });
}

const filesOf = async (prefix: string) => {
  const keys: string[] = [];
  for await (const key of world.ctx.providers.files.list(prefix)) keys.push(key);
  return keys;
};

describe('deleting a model', () => {
  test('takes it out of reach at once, and everything made of it with the job, at the provider too', async () => {
    const { ctx, loraModelId, trainingId } = await learned({ withPictures: true });
    const made = await database.db.generation.findMany({ where: { loraModelId } });
    const requests = await database.db.modelRequest.findMany({
      where: { subjectId: { in: [trainingId, ...made.map(({ id }) => id)] } },
    });
    expect(requests).toHaveLength(5);
    expect(await readDeletionExtent(ctx, loraModelId)).toEqual({ goes: 4, stays: 0 });
    await deleteLoraModel(ctx, loraModelId);
    await expect(getLoraModel(ctx, loraModelId, 'en')).rejects.toEqual(refused('lora.not_found'));
    await expect(deleteLoraModel(ctx, loraModelId)).rejects.toEqual(refused('lora.not_found'));
    expect(await listLoraModels(ctx, 'en')).toEqual([]);

    await eraseLoraModel(world.ctx, loraModelId);
    await eraseLoraModel(world.ctx, loraModelId);
    expect(await filesOf(`lora-weights/${loraModelId}/`)).toEqual([]);
    expect(await ctx.providers.files.stat(archiveKeyOf(trainingId))).toBeNull();
    const row = await database.db.loraModel.findUniqueOrThrow({
      where: { id: loraModelId },
      include: { consent: true, trainings: { include: { pictures: true } } },
    });
    expect(row).toMatchObject({ name: '', facts: {}, photos: [], weightsKey: null });
    expect(row.consent?.withdrawnAt).not.toBeNull();
    expect(row.trainings.flatMap(({ pictures }) => pictures)).toEqual([]);
    const generations = await database.db.generation.findMany({
      where: { loraModelId },
      include: { picture: true },
    });
    expect(generations).toHaveLength(4);
    for (const { prompt, deletedAt, picture } of generations) {
      expect(prompt).toBe('');
      expect(deletedAt).not.toBeNull();
      expect(picture?.deletedAt ?? new Date()).not.toBeNull();
    }
    for (const { endpoint, requestId } of requests) {
      const state = await world.ctx.providers.models.result(endpoint, requestId ?? '');
      expect(state.ok).toBe(false);
    }
  });

  test('leaves pictures that a sold calendar needs, with their rows', async () => {
    const { ctx, loraModelId } = await learned({ withPictures: true });
    const { previews } = await getLoraModel(ctx, loraModelId, 'en');
    const sold = previews[0]?.pictureId as Id<'picture'>;
    await sell(sold);
    expect(await readDeletionExtent(ctx, loraModelId)).toEqual({ goes: 3, stays: 1 });
    await deleteLoraModel(ctx, loraModelId);
    await eraseLoraModel(world.ctx, loraModelId);
    const kept = await database.db.picture.findUniqueOrThrow({ where: { id: sold } });
    expect(kept.deletedAt).toBeNull();
    const rest = await database.db.generation.findMany({
      where: { loraModelId, deletedAt: null },
    });
    expect(rest.map(({ pictureId }) => pictureId)).toEqual([sold]);
  });

  test('during a training gives the stars back and lets nothing come of it', async () => {
    const { ctx } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    await start(ctx, loraModelId);
    await world.handOver();
    await deleteLoraModel(ctx, loraModelId);
    expect(await readBalance(ctx)).toEqual({ balance: 500, held: 0 });
    await world.sandbox.settled();
    await world.work();
    await eraseLoraModel(world.ctx, loraModelId);
    expect(await filesOf(`lora-weights/${loraModelId}/`)).toEqual([]);
    expect((await loraRow(loraModelId)).weightsKey).toBeNull();
  });

  test('waits for the provider when it cannot be reached, and ends when it can', async () => {
    const { ctx, loraModelId } = await learned();
    await deleteLoraModel(ctx, loraModelId);
    world.sandbox.faults.change({ falReadErrorCount: 1 });
    await expect(eraseLoraModel(world.ctx, loraModelId)).rejects.toEqual(
      refused('model.unavailable'),
    );
    await eraseLoraModel(world.ctx, loraModelId);
    expect((await loraRow(loraModelId)).name).toBe('');
  });

  test('takes enlargements at the provider with it, and what its events told of the pictures', async () => {
    const { ctx, userId, loraModelId } = await learned({ withPictures: true });
    const { previews } = await getLoraModel(ctx, loraModelId, 'en');
    const { upscaleId, requestId } = await anEnlargement(userId, previews[0]?.pictureId ?? '');
    const event = { id: newId('webhookEvent'), provider: 'fal', externalId: requestId };
    await database.db.webhookEvent.create({ data: { ...event, type: 'OK', body: '{"url":"…"}' } });
    await deleteLoraModel(ctx, loraModelId);
    await eraseLoraModel(world.ctx, loraModelId);
    const request = await database.db.modelRequest.findFirstOrThrow({
      where: { subjectId: upscaleId },
    });
    expect(request).toMatchObject({ input: {}, output: null });
    const { body } = await database.db.webhookEvent.findUniqueOrThrow({ where: { id: event.id } });
    expect(body).toBe('');
  });

  test('that was given up, or whose provider told of a request too late, is taken up again', async () => {
    const given = await learned();
    await deleteLoraModel(given.ctx, given.loraModelId);
    const late = await learned();
    await deleteLoraModel(late.ctx, late.loraModelId);
    await eraseLoraModel(world.ctx, late.loraModelId);
    const told = { subjectId: late.trainingId };
    await database.db.modelRequest.updateMany({ where: told, data: { input: { steps: 1000 } } });
    await eraseAgain(world.ctx);
    expect((await loraRow(given.loraModelId)).name).toBe('Olena');
    const clock = { now: () => new Date(Date.now() + 7 * 3600 * 1000) };
    await eraseAgain({ ...world.ctx, clock });
    expect((await loraRow(given.loraModelId)).name).toBe('');
    const request = await database.db.modelRequest.findFirstOrThrow({ where: told });
    expect(request.input).toEqual({});
  });
});

describe('the sweep', () => {
  test('removes zips and weights that nobody names and keeps what is used', async () => {
    const { ctx, loraModelId, trainingId } = await learned();
    const { weightsKey } = await loraRow(loraModelId);
    const { files } = ctx.providers;
    const put = (key: string) => files.put(key, Buffer.from('x'), 'application/octet-stream');
    const replaced = `lora-weights/${loraModelId}/${trainingId}-${crypto.randomUUID()}.safetensors`;
    const orphan = 'training-archives/trn_00000000000000000000.zip';
    await put(replaced);
    await put(orphan);
    await sweepStudioFiles(world.ctx);
    expect(await files.stat(orphan)).toBeNull();
    expect(await files.stat(archiveKeyOf(trainingId))).toBeNull();
    // A request that is under way may be reading it.
    expect(await files.stat(replaced)).not.toBeNull();
    const now = Date.now() + 3 * 24 * 3600 * 1000;
    await sweepStudioFiles({ ...world.ctx, clock: { now: () => new Date(now) } });
    expect(await files.stat(replaced)).toBeNull();
    expect(await files.stat(weightsKey ?? '')).not.toBeNull();
  });
});

describe('a draft', () => {
  test('can be named anew and be another kind, which asks for the guardian when it needs one', async () => {
    const { ctx } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    await changeSubject(ctx, { loraModelId, categoryId: 'man', name: ' Petro ', facts });
    expect(await getLoraModel(ctx, loraModelId, 'en')).toMatchObject({
      name: 'Petro',
      categoryId: 'man',
      hasConsent: true,
    });
    await changeSubject(ctx, { loraModelId, categoryId: 'boy', name: 'Petro', facts });
    expect((await getLoraModel(ctx, loraModelId, 'en')).hasConsent).toBe(false);
    const bad = { loraModelId, categoryId: 'nobody', name: 'Petro', facts };
    await expect(changeSubject(ctx, bad)).rejects.toEqual(refused('category.not_found'));
  });

  test('of a grown-up’s kind asks for the guardian all the same when the age is a child’s', async () => {
    const { ctx } = await world.customer();
    const { loraModelId } = await aDraft(ctx);
    const own = { loraModelId, isGuardian: false, textVersion: LORA_CONSENT_VERSION };
    const aged = (ageYears: number, categoryId = 'woman') =>
      changeSubject(ctx, {
        loraModelId,
        categoryId,
        name: 'Olena',
        facts: { ageYears, kindOf: '' },
      });
    await database.db.loraModel.update({ where: { id: loraModelId }, data: { consentId: null } });
    await giveConsent(ctx, own);
    await aged(17);
    expect(await getLoraModel(ctx, loraModelId, 'en')).toMatchObject({
      needsGuardian: true,
      hasConsent: false,
    });
    await expect(giveConsent(ctx, own)).rejects.toEqual(refused('lora.guardian_required'));
    await expect(start(ctx, loraModelId)).rejects.toEqual(refused('lora.consent_required'));
    await aged(18);
    await giveConsent(ctx, own);
    await aged(3, 'dog');
    expect((await getLoraModel(ctx, loraModelId, 'en')).hasConsent).toBe(true);
  });

  test('is one of at most so many, however they are begun', async () => {
    const { ctx, userId } = await world.customer();
    await database.db.loraModel.createMany({
      data: Array.from({ length: LORAS_MAX - 1 }, (_, index) => ({
        id: `lor_${userId.slice(-20)}${String(index).padStart(4, '0')}`,
        ownerId: userId,
        type: 'PORTRAIT' as const,
        categoryId: 'woman',
        name: 'x',
        triggerWord: `t${userId.slice(-20)}${index}`,
      })),
    });
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => createLoraModel(ctx, { categoryId: 'man', name: 'A', facts })),
    );
    const reasons = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(reasons).toEqual([refused('lora.too_many'), refused('lora.too_many')]);
  });
});

describe('the default', () => {
  test('is the first subject that was learned, and later the one that is chosen; never two', async () => {
    const first = await learned();
    const second = await learned({}, first);
    const both = [first.loraModelId, second.loraModelId];
    const defaults = async () =>
      (await listLoraModels(first.ctx, 'en')).filter((one) => one.isDefault).map(({ id }) => id);
    expect(await defaults()).toEqual([first.loraModelId]);
    await Promise.all(
      both.flatMap((loraModelId) =>
        [1, 2].map(() => setDefaultLora(first.ctx, { loraModelId, isDefault: true })),
      ),
    );
    expect(await defaults()).toHaveLength(1);
    const draft = await aDraft(first.ctx);
    await expect(
      setDefaultLora(first.ctx, { loraModelId: draft.loraModelId, isDefault: true }),
    ).rejects.toEqual(refused('lora.not_ready'));
  });
});

describe('sharing', () => {
  const open = { isPublic: true, starsRequired: 3, description: 'Ink on snow' };

  test('is for looks alone: a face never leaves, not even past the code', async () => {
    const { ctx, loraModelId } = await learned();
    await expect(shareStyle(ctx, { loraModelId, ...open })).rejects.toEqual(
      refused('lora.face_stays_private'),
    );
    await expect(
      database.db.loraModel.update({ where: { id: loraModelId }, data: { isPublic: true } }),
    ).rejects.toThrow(/LoraModel_face_is_private/);
  });

  test('shows a look to everybody with its preview, and nobody any more when it ends', async () => {
    const { ctx, userId, loraModelId } = await learned({
      categoryId: 'painting',
      withPictures: true,
      name: 'Winter 50% ink',
    });
    const visitor = database.ctx(undefined, {});
    await expect(openStylePreview(visitor, loraModelId)).rejects.toEqual(refused('lora.not_found'));
    await shareStyle(ctx, { loraModelId, ...open });
    const found = (search: string) =>
      listStyles(visitor, { search, order: 'popular', page: 1 }).then(({ styles }) => styles);
    expect(await found('50% INK')).toEqual([
      {
        id: loraModelId,
        name: 'Winter 50% ink',
        description: 'Ink on snow',
        ownerName: 'Olena',
        isOwn: false,
        starsRequired: 3,
        uses: 0,
        hasPreview: true,
      },
    ]);
    expect(await found('5_% ink')).toEqual([]);
    expect((await openStylePreview(visitor, loraModelId)).etag).toMatch(/pic_/);
    const block = (blockedAt: Date | null) =>
      database.db.user.update({ where: { id: userId }, data: { blockedAt } });
    await block(new Date());
    expect(await found('')).toEqual([]);
    await expect(openStylePreview(visitor, loraModelId)).rejects.toEqual(refused('lora.not_found'));
    await block(null);
    await shareStyle(ctx, { loraModelId, ...open, isPublic: false });
    expect(await found('')).toEqual([]);
    await expect(openStylePreview(visitor, loraModelId)).rejects.toEqual(refused('lora.not_found'));
  });

  test('of a draft, or by somebody else, is refused', async () => {
    const { ctx } = await world.customer();
    const { loraModelId } = await aDraft(ctx, { categoryId: 'painting' });
    await expect(shareStyle(ctx, { loraModelId, ...open })).rejects.toEqual(
      refused('lora.not_ready'),
    );
    const stranger = (await world.customer(0)).ctx;
    await expect(shareStyle(stranger, { loraModelId, ...open })).rejects.toEqual(
      refused('lora.not_found'),
    );
  });
});
