import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { placePicture } from '@/lib/calendars/change-document';
import { createCalendar } from '@/lib/calendars/create-calendar';
import { proofMatchesCalendar } from '@/lib/calendars/proof-matches';
import { requestProof } from '@/lib/calendars/request-proof';
import type { ErrorCode } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/db/context';
import { AI_SOURCE_TYPE } from '@/lib/pictures/ai-mark';
import { deletePicture } from '@/lib/pictures/delete-picture';
import { dropFiles } from '@/lib/pictures/drop-files';
import { erasePicture } from '@/lib/pictures/erase-picture';
import { insertGenerated, storeGenerated } from '@/lib/pictures/generated-picture';
import { creditStars } from '@/lib/stars/ledger';
import { readBalance } from '@/lib/stars/read-wallet';
import { MODEL_WORKS } from '@/lib/studio/model-works';
import { checkModelRequest } from '@/lib/studio/requests/check-request';
import { submitModelRequest } from '@/lib/studio/requests/submit-request';
import { seedStudio } from '@/lib/studio/seed-studio';
import { getPrintMasters, startPrintMasters } from '@/lib/studio/start-print-masters';
import { useDatabase } from '@/tests/support/database';
import { sampleDocument } from '@/tests/unit/calendars-editor/sample-document';
import { storedPicture } from '../calendars/stored-pictures';
import { aPhoto } from '../pictures/made-pictures';
import { filesOf } from '../pictures/upload-helpers';
import { Enlarger } from './upscale-provider';

const database = useDatabase();
const refused = (code: ErrorCode, params = {}) => expect.objectContaining({ code, params });

beforeAll(() => seedStudio(database.db));

/** A calendar of two months with an AI picture each, and a photo that is just as coarse. */
async function aCalendar({ stars = 10 } = {}) {
  const { userId, actor } = await database.person();
  const provider = new Enlarger();
  const ctx = database.ctx(actor, { providers: { models: provider } });
  if (stars > 0) {
    const key = `bonus:${userId}`;
    await inTransaction(ctx, (tx) => creditStars(tx, { userId, type: 'BONUS', stars, key }));
  }
  const pictureIds: Id<'picture'>[] = [];
  for (const seed of [1, 2]) {
    const photo = await aPhoto({ widthPx: 480, heightPx: 400, seed });
    const bytes = await photo.jpeg().toBuffer();
    const made = await storeGenerated(ctx, { ownerId: userId, bytes, fileName: `${seed}.jpg` });
    if (!made.ok) throw new Error(made.reason);
    await inTransaction(ctx, (tx) => insertGenerated(tx, made.stored));
    pictureIds.push(made.stored.pictureId);
  }
  const photo = await storedPicture(ctx, userId, { widthPx: 480, heightPx: 400 });
  const [first, second, third] = [...pictureIds, photo];
  let document = sampleDocument({
    monthCount: 3,
    pages: sampleDocument().pages.slice(0, 3),
    formatId: 'wall-a4-landscape',
  });
  for (const [pageIndex, id] of [first, second, third].entries()) {
    if (id) document = placePicture(document, { pageIndex, slotIndex: 0 }, id);
  }
  const { calendarId } = await createCalendar(ctx, { document });
  return { ctx, userId, provider, pictureIds, calendarId };
}

type Calendar = Awaited<ReturnType<typeof aCalendar>>;

/** What the worker does with every open request. */
async function work({ ctx, pictureIds }: Calendar) {
  for (;;) {
    const upscales = await database.db.upscale.findMany({
      where: { pictureId: { in: pictureIds } },
    });
    const open = await database.db.modelRequest.findMany({
      where: {
        subjectId: { in: upscales.map(({ id }) => id) },
        status: { in: ['QUEUED', 'SUBMITTED'] },
      },
    });
    if (open.length === 0) return;
    for (const { id } of open) {
      await submitModelRequest(ctx, id as `mrq_${string}`, MODEL_WORKS);
      await checkModelRequest(ctx, id as `mrq_${string}`, MODEL_WORKS);
    }
  }
}

async function rowsOf({ userId }: Calendar) {
  const rows = await database.db.starTransaction.findMany({
    where: { userId },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ entry, amount }) => [entry, amount]);
}

describe('print masters', () => {
  it('are wanted for AI pictures that are too coarse where they are printed, and for no photo', async () => {
    const calendar = await aCalendar();
    expect(await getPrintMasters(calendar.ctx, calendar)).toEqual({
      wanted: 2,
      stars: 2,
      blocked: 2,
      open: 0,
      failed: 0,
      balance: 10,
    });
  });

  it('replace the masters, four times as large and marked as AI-made, and cost what was shown', async () => {
    const calendar = await aCalendar();
    const { ctx, calendarId, pictureIds, provider } = calendar;
    const proof = await requestProof(ctx, { calendarId, kind: 'PRINT' });
    const [pictureId] = pictureIds;
    const before = await database.db.picture.findUniqueOrThrow({ where: { id: pictureId ?? '' } });
    const started = await startPrintMasters(ctx, { calendarId, stars: 2 });
    expect(started).toEqual({ wanted: 0, stars: 0, blocked: 0, open: 2, failed: 0, balance: 8 });
    await work(calendar);
    expect(provider.submitted).toHaveLength(2);
    expect(provider.submitted[0]).toMatchObject({
      endpoint: 'fal-ai/aura-sr',
      input: { upscale_factor: 4 },
    });
    expect(await getPrintMasters(ctx, { calendarId })).toEqual({
      wanted: 0,
      stars: 0,
      blocked: 0,
      open: 0,
      failed: 0,
      balance: 8,
    });
    const after = await database.db.picture.findUniqueOrThrow({ where: { id: before.id } });
    expect(after).toMatchObject({ widthPx: 1920, heightPx: 1600, renditions: before.renditions });
    expect(after.masterKey).not.toBe(before.masterKey);
    const master = await ctx.providers.files.readAll(after.masterKey);
    expect(master.length).toBe(after.masterBytes);
    const meta = await sharp(master).metadata();
    expect([meta.width, meta.height, meta.format]).toEqual([1920, 1600, 'jpeg']);
    expect(meta.xmpAsString).toContain(AI_SOURCE_TYPE);
    expect(await rowsOf(calendar)).toEqual([
      ['CREDIT', 10],
      ['HOLD', -1],
      ['HOLD', -1],
      ['SETTLE', 0],
      ['SETTLE', 0],
    ]);
    // The proof of before shows other pixels: it can no longer be ordered.
    expect(await inTransaction(ctx, (tx) => proofMatchesCalendar(tx, proof.id))).toBe(false);
    // The old file waits for whoever still reads it, and goes.
    expect(await filesOf(ctx, before)).toHaveLength(4);
    await dropFiles(database.ctx(), before.id as `pic_${string}`, [before.masterKey]);
    expect(await filesOf(ctx, before)).toHaveLength(3);
  });

  it('are started once by five presses at once, and not again when they are done', async () => {
    const calendar = await aCalendar();
    const { ctx, calendarId } = calendar;
    await Promise.all(
      Array.from({ length: 5 }, () => startPrintMasters(ctx, { calendarId, stars: 2 })),
    );
    expect(await database.db.upscale.count({ where: { ownerId: calendar.userId } })).toBe(2);
    await work(calendar);
    await startPrintMasters(ctx, { calendarId, stars: 2 });
    expect(await database.db.upscale.count({ where: { ownerId: calendar.userId } })).toBe(2);
    expect(await readBalance(ctx)).toEqual({ balance: 8, held: 0 });
  });

  it('start all or none: one star for two pictures changes nothing and says what is missing', async () => {
    const calendar = await aCalendar({ stars: 1 });
    const { ctx, calendarId } = calendar;
    await expect(startPrintMasters(ctx, { calendarId, stars: 2 })).rejects.toEqual(
      refused('stars.not_enough', { needed: 2, balance: 1 }),
    );
    expect(await database.db.upscale.count({ where: { ownerId: calendar.userId } })).toBe(0);
    expect(await readBalance(ctx)).toEqual({ balance: 1, held: 0 });
  });

  it('do not start for more than was shown', async () => {
    const { ctx, calendarId } = await aCalendar();
    await expect(startPrintMasters(ctx, { calendarId, stars: 1 })).rejects.toEqual(
      refused('stars.price_changed'),
    );
    expect(await readBalance(ctx)).toEqual({ balance: 10, held: 0 });
  });

  it('that bring black, bent, small or unreadable files are tried twice and given up, and every star comes back', async () => {
    const calendar = await aCalendar();
    const { ctx, calendarId, provider, pictureIds } = calendar;
    const bends = [
      (bytes: Buffer) => sharp(bytes).linear(0, 0).png().toBuffer(),
      (bytes: Buffer) => sharp(bytes).resize(1700, 1700, { fit: 'fill' }).png().toBuffer(),
      (bytes: Buffer) => sharp(bytes).resize(480).png().toBuffer(),
      async () => Buffer.from('<html>'),
    ];
    provider.bend = (bytes) => (bends.shift() ?? (async () => bytes))(bytes);
    const before = await database.db.picture.findMany({ where: { id: { in: pictureIds } } });
    await startPrintMasters(ctx, { calendarId, stars: 2 });
    await work(calendar);
    expect(provider.submitted).toHaveLength(4);
    expect(await getPrintMasters(ctx, { calendarId })).toEqual({
      wanted: 2,
      stars: 2,
      blocked: 2,
      open: 0,
      failed: 2,
      balance: 10,
    });
    const after = await database.db.picture.findMany({ where: { id: { in: pictureIds } } });
    expect(after).toEqual(before);
    expect(await filesOf(ctx, { id: pictureIds[0] ?? '' })).toHaveLength(3);
  });

  it('that the provider refuses are not tried again by themselves, but may be by the customer', async () => {
    const calendar = await aCalendar();
    const { ctx, calendarId, provider } = calendar;
    provider.failure = { kind: 'input', type: 'image_too_small', detail: 'too small' };
    await startPrintMasters(ctx, { calendarId, stars: 2 });
    await work(calendar);
    expect(provider.submitted).toHaveLength(2);
    expect(await readBalance(ctx)).toEqual({ balance: 10, held: 0 });
    provider.failure = null;
    await startPrintMasters(ctx, { calendarId, stars: 2 });
    await work(calendar);
    expect(await getPrintMasters(ctx, { calendarId })).toMatchObject({ wanted: 0, balance: 8 });
  });

  it('of a picture that is deleted meanwhile cost nothing and leave no file', async () => {
    const calendar = await aCalendar();
    const { ctx, calendarId, pictureIds } = calendar;
    await startPrintMasters(ctx, { calendarId, stars: 2 });
    const requests = await database.db.modelRequest.findMany({
      orderBy: { createdAt: 'desc' },
      take: 2,
    });
    for (const { id } of requests) {
      await submitModelRequest(ctx, id as `mrq_${string}`, MODEL_WORKS);
    }
    for (const id of pictureIds) await deletePicture(ctx, id, { removeFromCalendars: true });
    await work(calendar);
    expect(await readBalance(ctx)).toEqual({ balance: 10, held: 0 });
    for (const id of pictureIds) {
      await erasePicture(database.ctx(), id);
      expect(await filesOf(ctx, { id })).toEqual([]);
    }
    const upscales = await database.db.upscale.findMany({ where: { ownerId: calendar.userId } });
    expect(upscales.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
  });

  it('of another person’s calendar do not exist', async () => {
    const { calendarId } = await aCalendar();
    const stranger = await database.person();
    await expect(getPrintMasters(stranger.ctx, { calendarId })).rejects.toEqual(
      refused('calendar.not_found'),
    );
    await expect(startPrintMasters(stranger.ctx, { calendarId, stars: 9 })).rejects.toEqual(
      refused('calendar.not_found'),
    );
    await expect(getPrintMasters(stranger.ctx, { calendarId: newId('calendar') })).rejects.toEqual(
      refused('calendar.not_found'),
    );
  });
});
