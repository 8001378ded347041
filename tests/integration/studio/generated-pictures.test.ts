import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { AI_SOURCE_TYPE } from '@/lib/pictures/ai-mark';
import { dropFiles } from '@/lib/pictures/drop-files';
import {
  discardGenerated,
  insertGenerated,
  storeGenerated,
} from '@/lib/pictures/generated-picture';
import { getPicture } from '@/lib/pictures/get-pictures';
import { openRendition } from '@/lib/pictures/open-rendition';
import { useDatabase } from '@/tests/support/database';
import { aJpeg, aPhoto } from '../pictures/made-pictures';
import { filesOf, storedFiles } from '../pictures/upload-helpers';

const database = useDatabase();

async function store(ctx: Ctx & { actor: { userId: `usr_${string}` } }, bytes: Buffer) {
  const result = await storeGenerated(ctx, {
    ownerId: ctx.actor.userId,
    bytes,
    fileName: 'January.jpg',
  });
  if (!result.ok) throw new Error(result.reason);
  return result.stored;
}

async function markOf(bytes: Buffer): Promise<string | undefined> {
  return (await sharp(bytes).metadata()).xmpAsString;
}

test('a generated picture is ready at once, measured, and marked as AI-made in every file that is served', async () => {
  const { ctx } = await database.person();
  const bytes = await (await aPhoto({ widthPx: 1152, heightPx: 832 })).png().toBuffer();
  const stored = await store(ctx, bytes);
  expect(stored).toMatchObject({ widthPx: 1152, heightPx: 832 });
  await inTransaction(ctx, (tx) => insertGenerated(tx, stored));
  const picture = await getPicture(ctx, stored.pictureId);
  expect(picture).toMatchObject({ status: 'READY', widthPx: 1152, heightPx: 832, isAi: true });
  const row = await database.db.picture.findUniqueOrThrow({ where: { id: stored.pictureId } });
  expect(row).toMatchObject({ origin: 'GENERATION', receivedBytes: bytes.length });
  expect(row.perceptualHash).toMatch(/^[0-9a-f]{16}$/);
  const files = await filesOf(ctx, { id: stored.pictureId });
  expect(files).toHaveLength(3);
  for (const key of files) {
    expect(await markOf(await ctx.providers.files.readAll(key))).toContain(
      `Iptc4xmpExt:DigitalSourceType="${AI_SOURCE_TYPE}"`,
    );
  }
  for (const rendition of ['thumb', 'screen']) {
    const served = await openRendition(ctx, { pictureId: stored.pictureId, rendition });
    const body = Buffer.concat(await (await served.open()).toArray());
    expect(await markOf(body)).toContain(AI_SOURCE_TYPE);
  }
});

test('what the model wrote about the picture is not kept, only our own mark', async () => {
  const { ctx } = await database.person();
  const bytes = await (await aPhoto({ seed: 4 }))
    .withExif({ IFD0: { ImageDescription: 'CANARY prompt' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">CANARY</x:xmpmeta>')
    .jpeg()
    .toBuffer();
  const stored = await store(ctx, bytes);
  for (const key of await filesOf(ctx, { id: stored.pictureId })) {
    expect((await ctx.providers.files.readAll(key)).includes('CANARY')).toBe(false);
  }
});

test('the same bytes twice are two pictures: a seed that is repeated is work of its own', async () => {
  const { ctx } = await database.person();
  const bytes = await aJpeg({ seed: 2 });
  const [one, two] = [await store(ctx, bytes), await store(ctx, bytes)];
  await inTransaction(ctx, (tx) => insertGenerated(tx, one));
  await inTransaction(ctx, (tx) => insertGenerated(tx, two));
  expect(await database.db.picture.count({ where: { ownerId: ctx.actor.userId } })).toBe(2);
});

test('black and unreadable results are refused and leave no file; a night scene is a picture', async () => {
  const { ctx } = await database.person();
  const before = (await storedFiles(ctx)).length;
  const plain = (background: string) =>
    sharp({ create: { width: 1024, height: 768, channels: 3, background } }).jpeg();
  const wish = { ownerId: ctx.actor.userId, fileName: 'x.jpg' };
  const refused = async (bytes: Buffer) => storeGenerated(ctx, { ...wish, bytes });
  expect(await refused(await plain('#000000').toBuffer())).toEqual({ ok: false, reason: 'black' });
  expect(await refused(await plain('#060405').toBuffer())).toEqual({ ok: false, reason: 'black' });
  const unreadable = { ok: false, reason: 'undecodable' };
  expect(await refused(Buffer.from('<html>502 Bad Gateway</html>'))).toEqual(unreadable);
  const whole = await aJpeg();
  expect(await refused(whole.subarray(0, whole.length / 3))).toEqual(unreadable);
  expect(await refused(Buffer.alloc(0))).toEqual(unreadable);
  expect((await storedFiles(ctx)).length).toBe(before);
  const lamp = await sharp({
    create: { width: 90, height: 90, channels: 3, background: '#b08040' },
  })
    .png()
    .toBuffer();
  const night = await plain('#05060c')
    .composite([{ input: lamp, left: 470, top: 350 }])
    .toBuffer();
  expect(await refused(night)).toMatchObject({ ok: true });
});

test('files that no row took are deleted, at once or by the job that was left for a crash; taken ones stay', async () => {
  const { ctx } = await database.person();
  const given = await store(ctx, await aJpeg({ seed: 11 }));
  await discardGenerated(ctx, given);
  expect(await filesOf(ctx, { id: given.pictureId })).toEqual([]);

  const lost = await store(ctx, await aJpeg({ seed: 12 }));
  const taken = await store(ctx, await aJpeg({ seed: 13 }));
  await inTransaction(ctx, (tx) => insertGenerated(tx, taken));
  const jobs = await database.db.$queryRaw<
    { data: { pictureId: `pic_${string}`; keys: string[] } }[]
  >`
    select "data" from pgboss.job
    where "name" = 'picture.drop' and "start_after" > now() + interval '20 hours'`;
  for (const { data } of jobs) await dropFiles(database.ctx(), data.pictureId, data.keys);
  expect(await filesOf(ctx, { id: lost.pictureId })).toEqual([]);
  expect(await filesOf(ctx, { id: taken.pictureId })).toHaveLength(3);
});
