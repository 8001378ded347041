import { expect, test } from 'vitest';
import { placePicture } from '@/lib/calendars/change-document';
import { createCalendar } from '@/lib/calendars/create-calendar';
import { getProof } from '@/lib/calendars/get-proof';
import { requestDigitalEdition } from '@/lib/calendars/request-digital-edition';
import { requestProof } from '@/lib/calendars/request-proof';
import { createShare } from '@/lib/calendars/sharing/create-share';
import { openShared } from '@/lib/calendars/sharing/open-shared';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { handleProofRender } from '@/lib/jobs/handlers/proof-render';
import { insertGenerated, storeGenerated } from '@/lib/pictures/generated-picture';
import { listPictures } from '@/lib/pictures/list-pictures';
import { useDatabase } from '@/tests/support/database';
import { sampleDocument } from '@/tests/unit/calendars-editor/sample-document';
import { storedPicture } from '../calendars/stored-pictures';
import { aPhoto } from '../pictures/made-pictures';
import { uploadAndIngest } from '../pictures/upload-helpers';

const database = useDatabase();

async function madePicture(ctx: Ctx, ownerId: Id<'user'>): Promise<Id<'picture'>> {
  const bytes = await (await aPhoto({ widthPx: 1600, heightPx: 1200 })).jpeg().toBuffer();
  const made = await storeGenerated(ctx, { ownerId, bytes, fileName: 'made.jpg' });
  if (!made.ok) throw new Error(made.reason);
  await inTransaction(ctx, (tx) => insertGenerated(tx, made.stored));
  return made.stored.pictureId;
}

async function aCalendar(ctx: Ctx, ...pictureIds: Id<'picture'>[]): Promise<Id<'calendar'>> {
  const short = sampleDocument({
    monthCount: pictureIds.length,
    pages: sampleDocument().pages.slice(0, pictureIds.length),
    formatId: 'wall-a4-landscape',
  });
  const document = pictureIds.reduce(
    (before, id, pageIndex) => placePicture(before, { pageIndex, slotIndex: 0 }, id),
    short,
  );
  return (await createCalendar(ctx, { document })).calendarId;
}

async function fileOf(ctx: Ctx, calendarId: Id<'calendar'>, kind: 'PRINT' | 'DIGITAL') {
  const print = await requestProof(ctx, { calendarId, kind: 'PRINT' });
  const approved = await database.db.proof.findUniqueOrThrow({ where: { id: print.id } });
  if (kind === 'DIGITAL') await inTransaction(ctx, (tx) => requestDigitalEdition(tx, approved));
  const row = await database.db.proof.findFirstOrThrow({ where: { calendarId, kind } });
  const id = row.id as Id<'proof'>;
  await handleProofRender(database.ctx(), { proofId: id });
  const proof = await getProof(ctx, id);
  expect(proof.status).toBe('READY');
  const { fileKey } = await database.db.proof.findUniqueOrThrow({ where: { id } });
  return { proof, bytes: await ctx.providers.files.readAll(fileKey ?? '') };
}

test('a file of a calendar with an AI picture says so in its metadata and passes preflight; others keep silent', async () => {
  const { ctx, userId } = await database.person();
  const made = await madePicture(ctx, userId);
  const photo = await storedPicture(ctx, userId, { widthPx: 1600, heightPx: 1200 });
  const term = 'digitalsourcetype/compositeWithTrainedAlgorithmicMedia';
  const mixed = await aCalendar(ctx, made, photo);
  for (const kind of ['PRINT', 'DIGITAL'] as const) {
    const { proof, bytes } = await fileOf(ctx, mixed, kind);
    expect(bytes.includes(term)).toBe(true);
    const findings = proof.preflight?.findings ?? [];
    expect(findings.filter(({ rule }) => rule.startsWith('file-'))).toEqual([]);
  }
  const plain = await fileOf(ctx, await aCalendar(ctx, photo), 'PRINT');
  expect(plain.bytes.includes('digitalsourcetype')).toBe(false);
});

test('who opens a shared link reads how many of the pictures were made with AI', async () => {
  const { ctx, userId } = await database.person();
  const made = await madePicture(ctx, userId);
  const photo = await storedPicture(ctx, userId, { hue: 2 });
  const share = await createShare(ctx, {
    calendarId: await aCalendar(ctx, made, photo),
    days: 30,
    mayComment: false,
  });
  const key = new URL(share.url).pathname.split('/').at(-1) ?? '';
  expect((await openShared(database.ctx(), key)).aiPictures).toBe(1);
});

test('a file that comes back keeps its mark: it is an AI picture of the library, and a photo is not', async () => {
  const { ctx, userId } = await database.person();
  const made = await madePicture(ctx, userId);
  const { masterKey } = await database.db.picture.findUniqueOrThrow({ where: { id: made } });
  const friend = await database.person();
  const back = await uploadAndIngest(
    database,
    friend.ctx,
    await ctx.providers.files.readAll(masterKey),
  );
  expect(back).toMatchObject({ status: 'READY', isAi: true });
  const other = await (await aPhoto({ seed: 5 }))
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>compositeWithTrainedAlgorithmicMedia CANARY</a></x:xmpmeta>',
    )
    .png()
    .toBuffer();
  const composite = await uploadAndIngest(database, friend.ctx, other);
  expect(composite.isAi).toBe(true);
  const stored = await database.db.picture.findUniqueOrThrow({ where: { id: composite.id } });
  const master = await ctx.providers.files.readAll(stored.masterKey);
  expect(master.includes('CANARY')).toBe(false);
  const photo = await uploadAndIngest(
    database,
    friend.ctx,
    await (await aPhoto({ seed: 6 })).jpeg().toBuffer(),
  );
  expect(photo.isAi).toBe(false);
  const shown = await listPictures(friend.ctx, { filter: 'ai' });
  expect(shown.pictures.map(({ id }) => id)).toEqual([composite.id, back.id]);
});
