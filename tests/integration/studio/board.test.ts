import { beforeAll, describe, expect, it } from 'vitest';
import { getStudioWork } from '@/lib/admin/get-studio-work';
import { listStudioWork } from '@/lib/admin/list-studio-work';
import { refundStudioWork } from '@/lib/admin/refund-studio-work';
import { retryStudioWork } from '@/lib/admin/retry-studio-work';
import { stopStudioWork } from '@/lib/admin/stop-studio-work';
import { StudioFilterSchema } from '@/lib/admin/studio-schema';
import type { ErrorCode } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { insertGenerated, storeGenerated } from '@/lib/pictures/generated-picture';
import { creditStars, holdStars } from '@/lib/stars/ledger';
import { readBalance } from '@/lib/stars/read-wallet';
import { addGeneration } from '@/lib/studio/add-generations';
import { LORA_CONSENT_VERSION } from '@/lib/studio/consent-text';
import { MODEL_WORKS } from '@/lib/studio/model-works';
import { checkModelRequest } from '@/lib/studio/requests/check-request';
import { requestModel } from '@/lib/studio/requests/request-model';
import { submitModelRequest } from '@/lib/studio/requests/submit-request';
import { seedStudio } from '@/lib/studio/seed-studio';
import { insertUpscale } from '@/lib/studio/upscale-store';
import { useDatabase } from '@/tests/support/database';
import { aPhoto } from '../pictures/made-pictures';
import { Enlarger } from './upscale-provider';

const database = useDatabase();
const refused = (code: ErrorCode) => expect.objectContaining({ code });
const LINK = 'https://example.com/api/model-files/eyJr.c2ln';
const ALL = StudioFilterSchema.parse({});

beforeAll(() => seedStudio(database.db));

async function aCustomer() {
  const { userId, actor, email } = await database.person();
  const provider = new Enlarger();
  const ctx = database.ctx(actor, { providers: { models: provider } });
  await inTransaction(ctx, (tx) =>
    creditStars(tx, { userId, type: 'BONUS', stars: 20, key: `bonus:${userId}` }),
  );
  return { userId, email, ctx, provider };
}

async function aStaffMember(provider = new Enlarger()) {
  const { actor, userId } = await database.person('STAFF');
  return { userId, ctx: database.ctx(actor, { providers: { models: provider } }) };
}

async function anUpscale(ctx: Ctx, userId: Id<'user'>, stars = 3) {
  const bytes = await (await aPhoto({ widthPx: 640, heightPx: 480 })).jpeg().toBuffer();
  const made = await storeGenerated(ctx, { ownerId: userId, bytes, fileName: 'a.jpg' });
  if (!made.ok) throw new Error(made.reason);
  const model = await database.db.baseModel.findUniqueOrThrow({ where: { slug: 'aura-sr' } });
  const id = newId('upscale');
  await inTransaction(ctx, async (tx) => {
    await insertGenerated(tx, made.stored);
    const holdId = await holdStars(tx, { userId, type: 'UPSCALE', stars, subjectId: id });
    await insertUpscale(tx, {
      id,
      ownerId: userId,
      pictureId: made.stored.pictureId,
      baseModelId: model.id,
      factor: 4,
      fromWidthPx: 640,
      fromHeightPx: 480,
      stars,
      holdId,
    });
    await requestModel(tx, {
      kind: 'UPSCALE',
      subjectId: id,
      attempt: 1,
      endpoint: model.endpoint,
    });
  });
  return id;
}

async function aGeneration(ctx: Ctx, ownerId: Id<'user'>) {
  const baseModel = await database.db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-lora' } });
  return inTransaction(ctx, (tx) =>
    addGeneration(tx, {
      ownerId,
      purpose: 'CUSTOMER',
      prompt: 'a lake in March',
      baseModel,
      loras: [],
      widthPx: 1024,
      heightPx: 768,
      steps: 28,
      guidance: 3.5,
      seed: 7,
      stars: 2,
    }),
  );
}

async function aFailedTraining(ownerId: Id<'user'>) {
  const { db } = database;
  const baseModel = await db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-fast-trainer' } });
  const loraModelId = newId('loraModel');
  const consentId = newId('consent');
  const consent = { purpose: 'lora', textVersion: LORA_CONSENT_VERSION, givenAt: new Date() };
  await db.consent.create({ data: { id: consentId, userId: ownerId, ...consent } });
  await db.loraModel.create({
    data: {
      id: loraModelId,
      ownerId,
      type: 'PORTRAIT',
      categoryId: 'woman',
      name: 'Olena',
      triggerWord: loraModelId,
      status: 'FAILED',
      consentId,
    },
  });
  const id = newId('training');
  await db.training.create({
    data: {
      id,
      ownerId,
      loraModelId,
      baseModelId: baseModel.id,
      status: 'FAILED',
      errorCode: 'model.failed',
      instancePrompt: 'a photo of a woman',
      steps: 1000,
      starsSpent: 0,
      requestKey: crypto.randomUUID(),
    },
  });
  return id;
}

async function requestOf(subjectId: string) {
  const row = await database.db.modelRequest.findFirstOrThrow({
    where: { subjectId },
    orderBy: { attempt: 'desc' },
  });
  return row.id as Id<'modelRequest'>;
}

async function work(ctx: Ctx, subjectId: string) {
  await submitModelRequest(ctx, await requestOf(subjectId), MODEL_WORKS);
  await checkModelRequest(ctx, await requestOf(subjectId), MODEL_WORKS);
}

const age = (table: 'Upscale' | 'Generation', id: string, minutes: number) =>
  database.db.$executeRawUnsafe(
    `update "${table}" set "createdAt" = now() - make_interval(mins => ${minutes}) where "id" = '${id}'`,
  );

describe('the board', () => {
  it('shows everybody’s work, stuck ones first, and finds it by state, kind, model and person', async () => {
    const olena = await aCustomer();
    const taras = await aCustomer();
    const staff = await aStaffMember();
    const fresh = await aGeneration(olena.ctx, olena.userId);
    const done = await anUpscale(olena.ctx, olena.userId);
    await work(olena.ctx, done);
    const stuck = await anUpscale(taras.ctx, taras.userId);
    await age('Upscale', stuck, 30);
    const slow = await aGeneration(taras.ctx, taras.userId);
    await age('Generation', slow, 4);

    const board = await listStudioWork(staff.ctx, ALL);
    expect(board.rows[0]).toMatchObject({
      id: stuck,
      isStuck: true,
      owner: { email: taras.email },
    });
    expect(board.rows.filter(({ isStuck }) => isStuck)).toHaveLength(1);
    expect(board).toMatchObject({ total: 4, stuck: 1, pageCount: 1 });
    const found = async (wish: object) =>
      (await listStudioWork(staff.ctx, StudioFilterSchema.parse(wish))).rows.map(({ id }) => id);
    expect(await found({ status: 'STUCK' })).toEqual([stuck]);
    expect(await found({ kind: 'GENERATION' })).toEqual([fresh, slow]);
    expect(await found({ status: 'COMPLETED' })).toEqual([done]);
    expect(await found({ search: taras.email?.slice(2) })).toEqual([stuck, slow]);
    expect(await found({ search: olena.userId })).toEqual([done, fresh].sort().reverse());
    expect(await found({ search: done })).toEqual([done]);
    expect(await found({ search: '%' })).toEqual([]);
    const model = await database.db.baseModel.findUniqueOrThrow({ where: { slug: 'flux-lora' } });
    expect(await found({ model: model.id })).toEqual([fresh, slow]);
    expect((await found({ sort: '-took' }))[0]).toBe(stuck);
    expect((await found({ sort: 'took' })).at(-1)).toBe(stuck);
    expect(await found({ sort: 'ordered' })).toEqual((await found({ sort: '-ordered' })).reverse());
    expect(await found({ sort: '-stars' })).toHaveLength(4);
    expect(await found({ status: 'nonsense', page: 'x' })).toHaveLength(4);
    expect(JSON.stringify(board)).not.toMatch(/pic_|pictures\//);
  });

  it('counts what ended, what was rejected, how long it took and what it cost', async () => {
    const { ctx, userId, provider } = await aCustomer();
    const staff = await aStaffMember();
    const before = (await listStudioWork(staff.ctx, ALL)).numbers;
    const [good, bad] = [await anUpscale(ctx, userId, 5), await anUpscale(ctx, userId)];
    await work(ctx, good);
    provider.failure = { kind: 'input', type: 'image_too_small', detail: '' };
    await work(ctx, bad);
    const after = (await listStudioWork(staff.ctx, ALL)).numbers;
    const of = (numbers: typeof after) => numbers.kinds.find(({ kind }) => kind === 'UPSCALE');
    const [was, is] = [of(before), of(after)];
    expect((is?.ended ?? 0) - (was?.ended ?? 0)).toBe(2);
    expect((is?.rejectionRate ?? 0) * (is?.ended ?? 0)).toBeCloseTo(
      (was?.rejectionRate ?? 0) * (was?.ended ?? 0) + 1,
    );
    expect(is?.medianSeconds).toBeGreaterThan(0);
    expect(after.days).toHaveLength(7);
    expect((after.days.at(-1)?.stars ?? 0) - (before.days.at(-1)?.stars ?? 0)).toBe(5);
  });

  it('is for staff alone, and every look leaves a trace', async () => {
    const { ctx, userId } = await aCustomer();
    const id = await aGeneration(ctx, userId);
    const forbidden = refused('account.not_allowed');
    await expect(listStudioWork(ctx, ALL)).rejects.toEqual(forbidden);
    await expect(getStudioWork(ctx, id)).rejects.toEqual(forbidden);
    await expect(stopStudioWork(ctx, { workId: id, reason: 'x' })).rejects.toEqual(forbidden);
    await expect(retryStudioWork(ctx, id)).rejects.toEqual(forbidden);
    await expect(refundStudioWork(ctx, { workId: id, reason: 'x' })).rejects.toEqual(forbidden);
    const staff = await aStaffMember();
    await getStudioWork(staff.ctx, id);
    await expect(getStudioWork(staff.ctx, newId('upscale'))).rejects.toEqual(
      refused('work.not_found'),
    );
    const traces = await database.db.auditEvent.findMany({ where: { actorId: staff.userId } });
    expect(traces.map(({ action, subject }) => [action, subject])).toEqual([['studio.viewed', id]]);
  });
});

describe('one work', () => {
  it('shows what was sent, what the provider said and what became of the stars', async () => {
    const { ctx, userId, provider } = await aCustomer();
    const staff = await aStaffMember();
    provider.failure = { kind: 'input', type: 'image_too_small', detail: `min 14 px, ${LINK}` };
    const id = await anUpscale(ctx, userId);
    await work(ctx, id);
    const shown = await getStudioWork(staff.ctx, id);
    expect(shown).toMatchObject({
      status: 'FAILED',
      errorCode: 'model.input_refused',
      canStop: false,
      canRetry: true,
      refundable: 0,
    });
    expect(shown.requests).toHaveLength(1);
    expect(shown.requests[0]).toMatchObject({
      status: 'FAILED',
      errorType: 'image_too_small',
      // Whoever reads it on the desk must not be able to open the customer's file.
      errorDetail: 'min 14 px, (link)',
      endpoint: 'fal-ai/aura-sr',
    });
    expect(shown.requests[0]?.input).toContain('"upscale_factor": 4');
    expect(shown.requests[0]?.input).not.toContain('http');
    expect(shown.ledger.map(({ entry, amount }) => [entry, amount])).toEqual([
      ['HOLD', -3],
      ['RELEASE', 3],
    ]);
  });

  it('that is stopped gives its stars back once, takes no late result and says so to the customer', async () => {
    const { ctx, userId, provider } = await aCustomer();
    const staff = await aStaffMember(provider);
    const id = await anUpscale(ctx, userId);
    await submitModelRequest(ctx, await requestOf(id), MODEL_WORKS);
    const stop = () => stopStudioWork(staff.ctx, { workId: id, reason: 'runs for hours' });
    const ended = await Promise.allSettled([stop(), stop()]);
    expect(ended.some(({ status }) => status === 'fulfilled')).toBe(true);
    await checkModelRequest(ctx, await requestOf(id), MODEL_WORKS);
    await expect(stop()).rejects.toEqual(refused('work.over'));
    const row = await database.db.upscale.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ status: 'FAILED', errorCode: 'model.stopped' });
    expect(await readBalance(ctx)).toEqual({ balance: 20, held: 0 });
    expect(await database.db.modelRequest.count({ where: { subjectId: id } })).toBe(1);
    const { audit, requests } = await getStudioWork(staff.ctx, id);
    expect(audit[0]).toMatchObject({ action: 'studio.stopped', reason: 'runs for hours' });
    expect(requests[0]).toMatchObject({ errorType: 'stopped_by_staff' });
  });

  it('that is stopped before it was sent is never sent', async () => {
    const { ctx, userId, provider } = await aCustomer();
    const staff = await aStaffMember(provider);
    const id = await aGeneration(ctx, userId);
    await stopStudioWork(staff.ctx, { workId: id, reason: 'asked by mail' });
    await submitModelRequest(ctx, await requestOf(id), MODEL_WORKS);
    expect(provider.submitted).toEqual([]);
    expect(await readBalance(ctx)).toEqual({ balance: 20, held: 0 });
  });

  it('that is started again costs the customer nothing, and twice is once', async () => {
    const { ctx, userId, provider } = await aCustomer();
    const staff = await aStaffMember(provider);
    provider.failure = { kind: 'input', type: 'image_too_small', detail: '' };
    const upscale = await anUpscale(ctx, userId);
    const generation = await aGeneration(ctx, userId);
    for (const id of [upscale, generation]) await work(ctx, id);
    provider.failure = null;
    for (const id of [upscale, generation]) {
      const retries = await Promise.all([
        retryStudioWork(staff.ctx, id),
        retryStudioWork(staff.ctx, id),
      ]);
      const [one, two] = retries.map(({ workId }) => workId);
      expect(one).toBe(two);
      expect(one).not.toBe(id);
    }
    const { workId } = await retryStudioWork(staff.ctx, upscale);
    await work(ctx, workId);
    expect((await getStudioWork(staff.ctx, workId)).status).toBe('COMPLETED');
    expect(await readBalance(ctx)).toEqual({ balance: 20, held: 0 });
    await expect(retryStudioWork(staff.ctx, workId)).rejects.toEqual(refused('work.not_failed'));
  });

  it('of a training can be started again until one succeeds, one after the other', async () => {
    const { ctx, userId } = await aCustomer();
    const staff = await aStaffMember();
    const first = await aFailedTraining(userId);
    const { workId: second } = await retryStudioWork(staff.ctx, first);
    expect(await retryStudioWork(staff.ctx, first)).toEqual({ workId: second });
    await stopStudioWork(staff.ctx, { workId: second, reason: 'runs for hours' });
    const { workId: third } = await retryStudioWork(staff.ctx, first);
    expect(third).not.toBe(second);
    expect(await retryStudioWork(staff.ctx, second)).toEqual({ workId: third });
    await database.db.training.update({ where: { id: third }, data: { status: 'RUNNING' } });
    await database.db.training.update({ where: { id: third }, data: { status: 'COMPLETED' } });
    expect(await retryStudioWork(staff.ctx, first)).toEqual({ workId: third });
    expect(await readBalance(ctx)).toEqual({ balance: 20, held: 0 });
  });

  it('that is refunded brings its stars back exactly once, with the reason', async () => {
    const { ctx, userId } = await aCustomer();
    const staff = await aStaffMember();
    const id = await anUpscale(ctx, userId);
    const refund = () => refundStudioWork(staff.ctx, { workId: id, reason: 'three arms' });
    await expect(refund()).rejects.toEqual(refused('stars.nothing_to_refund'));
    await work(ctx, id);
    expect((await getStudioWork(staff.ctx, id)).refundable).toBe(3);
    const results = await Promise.allSettled([refund(), refund(), refund()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readBalance(ctx)).toEqual({ balance: 20, held: 0 });
    const rows = await database.db.starTransaction.findMany({
      where: { subjectId: id, type: 'REFUND' },
    });
    expect(rows).toMatchObject([{ amount: 3, reason: 'three arms', actorId: staff.userId }]);
    expect((await getStudioWork(staff.ctx, id)).refundable).toBe(0);
  });
});
