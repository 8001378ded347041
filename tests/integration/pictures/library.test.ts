import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { composeDocument } from '@/lib/calendars/compose-document';
import type { CalendarDocument } from '@/lib/calendars/document';
import { type Id, newId } from '@/lib/core/ids';
import { yearMonth } from '@/lib/core/plain-date';
import { inTransaction, type PersonCtx } from '@/lib/db/context';
import { closeNotifications, notifyOwner, type OwnerMessage } from '@/lib/db/notifications';
import { deletePicture } from '@/lib/pictures/delete-picture';
import { deletePictures } from '@/lib/pictures/delete-pictures';
import { erasePicture } from '@/lib/pictures/erase-picture';
import { getPicture, getPictures } from '@/lib/pictures/get-pictures';
import { ingestPicture } from '@/lib/pictures/ingest-picture';
import { listPictures } from '@/lib/pictures/list-pictures';
import { openRendition } from '@/lib/pictures/open-rendition';
import { watchPictures } from '@/lib/pictures/watch-pictures';
import { useDatabase } from '@/tests/support/database';
import { aSlot, slotsOf } from '../../support/documents';
import { aJpeg } from './made-pictures';
import { storedFiles, upload, uploadAndIngest } from './upload-helpers';

const database = useDatabase();
afterAll(() => closeNotifications());

function aDocument(title: string, pictureId: Id<'picture'>): CalendarDocument {
  const document = composeDocument({
    title,
    formatId: 'wall-a3-portrait',
    from: yearMonth(2027, 9),
    monthCount: 12,
    language: 'uk',
    firstWeekday: 1,
    holidaySets: [],
    themeId: 'atelier',
    layoutId: 'photo-above',
  });
  const slot = aSlot(pictureId);
  return {
    ...document,
    cover: { ...document.cover, slots: slotsOf(slot) },
    pages: document.pages.map((page, index) =>
      index === 3 ? { ...page, caption: 'stays', slots: slotsOf(null, slot) } : page,
    ),
  };
}

async function aCalendar(
  ctx: PersonCtx,
  title: string,
  pictureId: Id<'picture'>,
): Promise<Id<'calendar'>> {
  const id = newId('calendar');
  await database.db.calendar.create({
    data: {
      id,
      ownerId: ctx.actor.userId,
      title,
      document: aDocument(title, pictureId),
      images: {
        create: [
          { pageIndex: -1, slotIndex: 0, pictureId },
          { pageIndex: 3, slotIndex: 1, pictureId },
        ],
      },
    },
  });
  return id;
}

/** An order in that state with a calendar that needs the picture. */
async function anOrder(
  ctx: PersonCtx,
  calendarId: Id<'calendar'>,
  pictureId: Id<'picture'>,
  status: 'AWAITING_PAYMENT' | 'PAID' | 'CANCELLED',
): Promise<void> {
  const ownerId = ctx.actor.userId;
  const document = aDocument('Sold', pictureId);
  const product = await database.db.product.create({
    data: {
      id: newId('product'),
      slug: newId('product'),
      formatId: 'wall-a3-portrait',
      paper: 'silk-200',
      binding: 'wire-o',
      weightG: 400,
      names: {},
      descriptions: {},
    },
  });
  const proof = await database.db.proof.create({
    data: {
      id: newId('proof'),
      calendarId,
      kind: 'PRINT',
      status: 'QUEUED',
      contentHash: newId('proof'),
      calendarVersion: 1,
      document,
      entries: [],
      pageCount: 14,
    },
  });
  await database.db.order.create({
    data: {
      id: newId('order'),
      number: newId('order'),
      ownerId,
      status,
      currency: 'EUR',
      itemsMinor: 2900,
      deliveryMinor: 0,
      taxMinor: 0,
      totalMinor: 2900,
      contactEmail: 'a@example.com',
      locale: 'en',
      country: 'UA',
      requestKey: newId('order'),
      requestHash: 'x',
      items: {
        create: {
          id: newId('orderItem'),
          calendarId,
          productId: product.id,
          proofId: proof.id,
          quantity: 1,
          unitMinor: 2900,
          totalMinor: 2900,
          title: 'Sold',
          formatId: 'wall-a3-portrait',
          fromMonth: '2027-09',
          monthCount: 12,
          document,
          fileSha256: 'x',
          preflight: {},
          pictures: { create: { pictureId } },
        },
      },
    },
  });
}

describe('the library', () => {
  it('lists page by page, newest first, with where each photo is used', async () => {
    const { ctx } = await database.person();
    const ids: string[] = [];
    for (const seed of [61, 62, 63])
      ids.push((await upload(ctx, await aJpeg({ seed }))).picture.id);
    const [oldest] = ids as [Id<'picture'>];
    const calendarId = await aCalendar(ctx, 'Grandma 2028', oldest);
    const first = await listPictures(ctx, { limit: 2 });
    expect(first.pictures.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    expect(first.total).toBe(3);
    const second = await listPictures(ctx, { limit: 2, cursor: first.nextCursor ?? undefined });
    expect(second.nextCursor).toBeNull();
    expect(second.pictures).toMatchObject([
      { id: oldest, usedIn: [{ calendarId, title: 'Grandma 2028' }], isSold: false },
    ]);
    const unused = await listPictures(ctx, { filter: 'unused' });
    expect(unused.pictures.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  });

  it('shows nobody a picture of somebody else, and answers as if it did not exist', async () => {
    const [anna, ben] = [await database.person(), await database.person()];
    const mine = await uploadAndIngest(database, anna.ctx, await aJpeg({ seed: 64 }));
    const absent = newId('picture');
    const failure = async (work: Promise<unknown>) => {
      const error = await work.then(
        () => null,
        (reason: unknown) => reason,
      );
      return JSON.stringify(error, ['code', 'params', 'fields']);
    };
    const options = { removeFromCalendars: true };
    for (const rendition of ['thumb', 'screen', 'master', '../x']) {
      const address = (pictureId: string) => ({ pictureId, rendition });
      const seen = await Promise.all([
        failure(openRendition(ben.ctx, address(mine.id))),
        failure(openRendition(ben.ctx, address(absent))),
        failure(openRendition(ben.ctx, address("' or 1=1"))),
      ]);
      expect(new Set(seen)).toEqual(new Set([seen[0]]));
      expect(seen[0]).toContain('picture.not_found');
    }
    expect(await failure(getPicture(ben.ctx, mine.id))).toBe(
      await failure(getPicture(ben.ctx, absent)),
    );
    expect(await failure(deletePicture(ben.ctx, mine.id, options))).toBe(
      await failure(deletePicture(ben.ctx, absent, options)),
    );
    expect(await getPictures(ben.ctx, [mine.id])).toEqual([]);
    expect((await getPicture(anna.ctx, mine.id)).status).toBe('READY');
  });

  it('serves renditions only once they are there', async () => {
    const { ctx } = await database.person();
    const { picture } = await upload(ctx, await aJpeg({ seed: 65 }));
    const address = { pictureId: picture.id, rendition: 'thumb' };
    await expect(openRendition(ctx, address)).rejects.toMatchObject({ code: 'picture.not_ready' });
    await ingestPicture(database.ctx(), picture.id);
    const { open, etag } = await openRendition(ctx, address);
    const chunks = await Readable.from(await open()).toArray();
    expect(Buffer.concat(chunks).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(etag).toBe(`"${picture.id}-thumb"`);
  });
});

describe('deleting', () => {
  it('removes the picture at once and every file and the row with the job', async () => {
    const { ctx } = await database.person();
    const picture = await uploadAndIngest(database, ctx, await aJpeg({ seed: 71 }));
    await deletePicture(ctx, picture.id, { removeFromCalendars: false });
    await expect(getPicture(ctx, picture.id)).rejects.toMatchObject({ code: 'picture.not_found' });
    await erasePicture(database.ctx(), picture.id);
    await erasePicture(database.ctx(), picture.id);
    expect((await storedFiles(ctx)).filter((key) => key.includes(picture.id))).toEqual([]);
    expect(await database.db.picture.findUnique({ where: { id: picture.id } })).toBeNull();
    expect((await upload(ctx, await aJpeg({ seed: 71 }))).isNew).toBe(true);
  });

  it('does not erase a picture that was not deleted', async () => {
    const { ctx } = await database.person();
    const picture = await uploadAndIngest(database, ctx, await aJpeg({ seed: 72 }));
    await erasePicture(database.ctx(), picture.id);
    expect((await getPicture(ctx, picture.id)).status).toBe('READY');
    expect((await storedFiles(ctx)).filter((key) => key.includes(picture.id))).toHaveLength(3);
  });

  it('is refused with the calendars named, until the places are to be emptied', async () => {
    const { ctx } = await database.person();
    const { picture } = await upload(ctx, await aJpeg({ seed: 73 }));
    const calendarId = await aCalendar(ctx, 'Kitchen', picture.id);
    await expect(
      deletePicture(ctx, picture.id, { removeFromCalendars: false }),
    ).rejects.toMatchObject({
      code: 'picture.in_calendar',
      params: { count: 1, calendars: 'Kitchen' },
    });
    await deletePicture(ctx, picture.id, { removeFromCalendars: true });
    const after = await database.db.calendar.findUniqueOrThrow({
      where: { id: calendarId },
      include: { images: true },
    });
    const document = after.document as CalendarDocument;
    expect(after.version).toBe(2);
    expect(after.images).toEqual([]);
    expect(JSON.stringify(document)).not.toContain(picture.id);
    expect(document.pages[3]?.caption).toBe('stays');
  });

  it('takes back the approval of a calendar in the cart that shows the picture', async () => {
    const { ctx } = await database.person();
    const { picture } = await upload(ctx, await aJpeg({ seed: 74 }));
    const calendarId = await aCalendar(ctx, 'In the cart', picture.id);
    await anOrder(ctx, calendarId, picture.id, 'CANCELLED');
    const proof = await database.db.proof.findFirstOrThrow({ where: { calendarId } });
    const product = await database.db.product.findFirstOrThrow();
    const item = await database.db.cartItem.create({
      data: {
        id: newId('cartItem'),
        ownerId: ctx.actor.userId,
        calendarId,
        productId: product.id,
        quantity: 1,
        proofId: proof.id,
        approvedAt: new Date(),
      },
    });
    await deletePicture(ctx, picture.id, { removeFromCalendars: true });
    expect(await database.db.cartItem.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({
      proofId: null,
      approvedAt: null,
    });
  });

  it.each(['AWAITING_PAYMENT', 'PAID'] as const)(
    'is refused while an order that is %s needs the picture, by the database too',
    async (status) => {
      const { ctx } = await database.person();
      const { picture } = await upload(ctx, await aJpeg({ seed: status.length * 11 }));
      const calendarId = await aCalendar(ctx, 'Sold', picture.id);
      await anOrder(ctx, calendarId, picture.id, status);
      expect((await getPicture(ctx, picture.id)).isSold).toBe(true);
      const result = await deletePictures(ctx, [picture.id], { removeFromCalendars: true });
      expect(result).toEqual({
        deleted: [],
        kept: [{ pictureId: picture.id, code: 'picture.in_sold_calendar', params: {} }],
      });
      const calendar = await database.db.calendar.findUniqueOrThrow({ where: { id: calendarId } });
      expect(calendar.version).toBe(1);
      const direct = database.db.picture.update({
        where: { id: picture.id },
        data: { deletedAt: new Date() },
      });
      await expect(direct).rejects.toThrow(/constraint/);
      expect((await getPicture(ctx, picture.id)).isSold).toBe(true);
    },
  );

  it('is possible after the order was cancelled, and forgets what the picture was', async () => {
    const { ctx } = await database.person();
    const picture = await uploadAndIngest(database, ctx, await aJpeg({ seed: 76 }));
    const calendarId = await aCalendar(ctx, 'Cancelled', picture.id);
    await anOrder(ctx, calendarId, picture.id, 'CANCELLED');
    await deletePicture(ctx, picture.id, { removeFromCalendars: true });
    await erasePicture(database.ctx(), picture.id);
    expect((await storedFiles(ctx)).filter((key) => key.includes(picture.id))).toEqual([]);
    const row = await database.db.picture.findUniqueOrThrow({ where: { id: picture.id } });
    expect(row).toMatchObject({ fileName: '', contentHash: '', perceptualHash: null });
  });

  it('and placing at the same time never leave a calendar with a picture that is gone', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { ctx } = await database.person();
      const { picture } = await upload(ctx, await aJpeg({ seed: 100 + round }));
      const [placed, deleted] = await Promise.allSettled([
        aCalendar(ctx, 'Raced', picture.id),
        deletePicture(ctx, picture.id, { removeFromCalendars: false }),
      ]);
      expect([placed.status, deleted.status].sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  it('of several tells which had to stay and why', async () => {
    const { ctx } = await database.person();
    const free = (await upload(ctx, await aJpeg({ seed: 81 }))).picture;
    const used = (await upload(ctx, await aJpeg({ seed: 82 }))).picture;
    await aCalendar(ctx, 'Hall', used.id);
    const gone = newId('picture');
    const result = await deletePictures(ctx, [free.id, used.id, gone], {
      removeFromCalendars: false,
    });
    expect(result.deleted).toEqual([free.id, gone]);
    expect(result.kept).toEqual([
      {
        pictureId: used.id,
        code: 'picture.in_calendar',
        params: { count: 1, calendars: 'Hall' },
      },
    ]);
  });
});

describe('live progress', () => {
  it('reaches the owner in every process and nobody else, and only what was committed', async () => {
    const [anna, ben] = [await database.person(), await database.person()];
    const heard: Record<'anna' | 'ben', OwnerMessage[]> = { anna: [], ben: [] };
    const stopAnna = await watchPictures(anna.ctx, (message) => heard.anna.push(message));
    const stopBen = await watchPictures(ben.ctx, (message) => heard.ben.push(message));
    const { picture } = await upload(anna.ctx, await aJpeg({ seed: 91 }));
    await ingestPicture(database.ctx(), picture.id);
    const both = ['RECEIVED', 'READY'].map((status) => ({
      type: 'picture',
      id: picture.id,
      status,
    }));
    await expect.poll(() => heard.anna).toEqual(both);

    await inTransaction(anna.ctx, async (tx) => {
      await notifyOwner(tx, anna.userId, { type: 'picture', id: 'never' });
      throw new Error('rolled back');
    }).catch(() => undefined);
    stopBen();
    stopAnna();
    await deletePicture(anna.ctx, picture.id, { removeFromCalendars: false });
    const last = await watchPictures(anna.ctx, (message) => heard.anna.push(message));
    last();
    expect(heard).toEqual({ anna: both, ben: [] });
  });

  it('comes back after its connection broke, and says that something may have been missed', async () => {
    const { ctx } = await database.person();
    const heard: OwnerMessage[] = [];
    const stop = await watchPictures(ctx, (message) => heard.push(message));
    await database.db.$executeRaw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen %'`;
    await expect.poll(() => heard, { timeout: 10_000 }).toContainEqual({ type: 'resync' });
    const { picture } = await upload(ctx, await aJpeg({ seed: 92 }));
    await ingestPicture(database.ctx(), picture.id);
    await expect
      .poll(() => heard)
      .toContainEqual({ type: 'picture', id: picture.id, status: 'READY' });
    stop();
  });
});
