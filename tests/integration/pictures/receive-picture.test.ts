import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { inspectUpload } from '@/lib/pictures/inspect-upload';
import { LIBRARY_MAX_PICTURES, UPLOAD_MAX_BYTES } from '@/lib/pictures/limits';
import { receivePicture } from '@/lib/pictures/receive-picture';
import { useDatabase } from '@/tests/support/database';
import { aJpeg, aPhoto } from './made-pictures';
import { bodyOf, storedFiles, upload } from './upload-helpers';

const database = useDatabase();

async function jobs(): Promise<{ data: { pictureId: string } }[]> {
  return database.db.$queryRaw`select data from pgboss.job where name = 'picture.ingest'`;
}

describe('uploading a photo', () => {
  let before: { files: number; rows: number };
  beforeEach(async () => {
    before = {
      files: (await storedFiles(database.ctx())).length,
      rows: await database.db.picture.count(),
    };
  });
  async function expectNothingLeft() {
    expect((await storedFiles(database.ctx())).length).toBe(before.files);
    expect(await database.db.picture.count()).toBe(before.rows);
  }

  it('stores the bytes, the row and the job together', async () => {
    const { ctx, userId } = await database.person();
    const bytes = await aJpeg({ seed: 11 });
    const { picture, isNew } = await upload(ctx, bytes, 'C:\\DCIM\\Літо \u202egpj.exe.jpg');
    expect(isNew).toBe(true);
    expect(picture).toMatchObject({
      status: 'RECEIVED',
      fileName: 'Літо gpj.exe.jpg',
      thumbUrl: null,
      usedIn: [],
    });
    const row = await database.db.picture.findUniqueOrThrow({ where: { id: picture.id } });
    expect(row).toMatchObject({ ownerId: userId, receivedBytes: bytes.length, origin: 'UPLOAD' });
    expect(await ctx.providers.files.readAll(row.masterKey)).toEqual(bytes);
    expect((await jobs()).map((job) => job.data.pictureId)).toContain(picture.id);
  });

  it('recognises the same photo of the same person, and tells nobody else of it', async () => {
    const [anna, ben] = [await database.person(), await database.person()];
    const bytes = await aJpeg({ seed: 12 });
    const first = await upload(anna.ctx, bytes, 'a.jpg');
    const again = await upload(anna.ctx, bytes, 'b.jpg');
    const foreign = await upload(ben.ctx, bytes, 'c.jpg');
    expect(again).toEqual({ picture: first.picture, isNew: false });
    expect(foreign.isNew).toBe(true);
    expect(foreign.picture.id).not.toBe(first.picture.id);
    expect((await storedFiles(anna.ctx)).length).toBe(before.files + 2);
  });

  it('makes one picture of the same photo sent eight times at once', async () => {
    const { ctx, userId } = await database.person();
    const bytes = await aJpeg({ seed: 13 });
    const results = await Promise.all(Array.from({ length: 8 }, () => upload(ctx, bytes)));
    expect(new Set(results.map((result) => result.picture.id)).size).toBe(1);
    expect(results.filter((result) => result.isNew)).toHaveLength(1);
    expect(await database.db.picture.count({ where: { ownerId: userId } })).toBe(1);
    expect((await storedFiles(ctx)).length).toBe(before.files + 1);
    const id = results[0]?.picture.id;
    expect((await jobs()).filter((job) => job.data.pictureId === id)).toHaveLength(1);
  });

  it('leaves nothing of an upload that is cut off', async () => {
    const { ctx } = await database.person();
    const bytes = await aJpeg({ seed: 14 });
    const short = receivePicture(ctx, {
      fileName: 'short.jpg',
      announcedBytes: bytes.length,
      body: bodyOf(bytes.subarray(0, bytes.length - 1)),
    });
    await expect(short).rejects.toMatchObject({ code: 'picture.upload_incomplete' });
    let sent = 0;
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent > 8192) return controller.error(new Error('ECONNRESET'));
        controller.enqueue(bytes.subarray(sent, sent + 4096));
        sent += 4096;
      },
    });
    const cut = receivePicture(ctx, { fileName: 'cut.jpg', announcedBytes: null, body: broken });
    await expect(cut).rejects.toMatchObject({ code: 'picture.upload_incomplete' });
    await expectNothingLeft();
  });

  it('gives up on a sender that falls silent', async () => {
    const bytes = await aJpeg();
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes.subarray(0, 4096)),
    });
    const inspected = inspectUpload(silent, bytes.length, 50);
    const read = async () => {
      for await (const _chunk of inspected.stream);
    };
    await expect(read()).rejects.toMatchObject({ code: 'picture.upload_incomplete' });
  });

  it('stops a file over 50 MB while it streams, whatever was announced', async () => {
    const { ctx } = await database.person();
    const head = await aJpeg({ seed: 15 });
    const filler = Buffer.alloc(1024 * 1024);
    let pulled = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(pulled === 0 ? head : filler);
          pulled += 1;
        },
      });
    for (const announcedBytes of [null, 1000]) {
      pulled = 0;
      await expect(
        receivePicture(ctx, { fileName: 'big.jpg', announcedBytes, body: endless() }),
      ).rejects.toMatchObject({ code: 'picture.too_large_file', params: { max: 50 } });
      expect(pulled).toBeLessThan(60);
    }
    pulled = 0;
    await expect(
      receivePicture(ctx, {
        fileName: 'big.jpg',
        announcedBytes: UPLOAD_MAX_BYTES + 1,
        body: endless(),
      }),
    ).rejects.toMatchObject({ code: 'picture.too_large_file' });
    expect(pulled).toBeLessThan(3);
    await expectNothingLeft();
  });

  it('tells by the first bytes what a file is and refuses it with that reason', async () => {
    const { ctx } = await database.person();
    const photo = await aPhoto({ widthPx: 500, heightPx: 500 });
    const ftyp = (brand: string) =>
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`)]);
    const cases: [string, Buffer, string][] = [
      ['gif', await photo.clone().gif().toBuffer(), 'picture.unsupported_type'],
      ['tiff', await photo.clone().tiff().toBuffer(), 'picture.unsupported_type'],
      ['avif', ftyp('avif'), 'picture.unsupported_type'],
      ['heic', ftyp('heic'), 'picture.heic'],
      [
        'svg',
        Buffer.from('<?xml version="1.0"?>\n<svg onload="x()"/>'),
        'picture.unsupported_type',
      ],
      ['pdf', Buffer.from('%PDF-1.7\n'), 'picture.unsupported_type'],
      ['html', Buffer.from('<!doctype html><script>x()</script>'), 'picture.not_an_image'],
      ['zip', Buffer.from('PK\x03\x04aaaa'), 'picture.not_an_image'],
      [
        'random',
        Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 73 + 5) & 0xff)),
        'picture.not_an_image',
      ],
      ['empty', Buffer.alloc(0), 'picture.not_an_image'],
    ];
    for (const [name, bytes, code] of cases) {
      // The name and the announced type of the file say JPEG.
      const refusal = upload(ctx, bytes, `${name}.jpg`).catch((error: unknown) => error);
      expect([name, await refusal]).toMatchObject([name, { code }]);
    }
    await expectNothingLeft();
  });

  it('keeps a library within its limits', async () => {
    const { ctx, userId } = await database.person();
    const row = { ownerId: userId, origin: 'UPLOAD', status: 'RECEIVED', fileName: 'x' } as const;
    await database.db.picture.createMany({
      data: Array.from({ length: LIBRARY_MAX_PICTURES - 1 }, (_, i) => ({
        ...row,
        id: newId('picture'),
        contentHash: `hash-${i}`,
        receivedBytes: 1,
        masterKey: 'none',
      })),
    });
    const sent = await Promise.allSettled([
      upload(ctx, await aJpeg({ seed: 16 })),
      upload(ctx, await aJpeg({ seed: 17 })),
    ]);
    expect(sent.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(upload(ctx, await aJpeg({ seed: 18 }))).rejects.toMatchObject({
      code: 'picture.library_full',
    });

    const heavy = await database.person();
    await database.db.picture.createMany({
      data: Array.from({ length: 11 }, (_, i) => ({
        ...row,
        ownerId: heavy.userId,
        id: newId('picture'),
        contentHash: `hash-${i}`,
        receivedBytes: 2_000_000_000,
        masterKey: 'none',
      })),
    });
    await expect(upload(heavy.ctx, await aJpeg({ seed: 19 }))).rejects.toMatchObject({
      code: 'picture.library_full',
    });
  });

  it('needs a person', async () => {
    await expect(upload(database.ctx(), await aJpeg())).rejects.toMatchObject({
      code: 'account.sign_in_required',
    });
  });
});
