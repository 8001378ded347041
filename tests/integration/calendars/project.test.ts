import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { placePicture } from '@/lib/calendars/change-document';
import { createCalendar } from '@/lib/calendars/create-calendar';
import { type CalendarDocument, picturesIn } from '@/lib/calendars/document';
import { exportProject } from '@/lib/calendars/project/export-project';
import { importProject } from '@/lib/calendars/project/import-project';
import type { ErrorCode } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import { useDatabase } from '@/tests/support/database';
import { sampleDocument } from '@/tests/unit/calendars-editor/sample-document';
import { aJpeg } from '../pictures/made-pictures';
import { bodyOf, uploadAndIngest } from '../pictures/upload-helpers';

const test = useDatabase();
const refused = (code: ErrorCode) => expect.objectContaining({ code });

async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function withProject() {
  const person = await test.person();
  const picture = await uploadAndIngest(test, person.ctx, await aJpeg());
  const document = placePicture(sampleDocument(), { pageIndex: 0, slotIndex: 0 }, picture.id);
  const { calendarId } = await createCalendar(person.ctx, { document });
  const { stream } = await exportProject(person.ctx, calendarId);
  return { ...person, document, calendarId, archive: await bytesOf(stream) };
}

const importBytes = (ctx: Ctx, bytes: Uint8Array) => importProject(ctx, bodyOf(bytes));

/** An archive with these files, as somebody might make one by hand. */
function archiveOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return bytesOf(zip.outputStream);
}

const projectJson = (document: CalendarDocument, more: object = {}) =>
  JSON.stringify({
    product: 'twelvefold',
    format: 1,
    title: 'Our year',
    document,
    pictures: [],
    ...more,
  });

describe('a calendar taken away as a project', () => {
  it('comes back to its owner with the same pictures and nothing changed', async () => {
    const { ctx, document, archive } = await withProject();
    const before = await test.db.picture.count();
    const back = await importBytes(ctx, archive);
    expect(back.document).toEqual(document);
    expect(back.pictureIds).toEqual(picturesIn(document));
    expect(await test.db.picture.count()).toBe(before);
  });

  it('is the same archive for the same calendar', async () => {
    const { ctx, calendarId, archive } = await withProject();
    const { stream } = await exportProject(ctx, calendarId);
    expect((await bytesOf(stream)).equals(archive)).toBe(true);
  });

  it('brings its photos to somebody else as photos of their own', async () => {
    const { archive, document } = await withProject();
    const other = await test.person();
    const back = await importBytes(other.ctx, archive);
    const [pictureId] = back.pictureIds;
    expect(pictureId).toBeDefined();
    expect(picturesIn(document)).not.toContain(pictureId);
    expect(picturesIn(back.document)).toEqual([pictureId]);
    const row = await test.db.picture.findUniqueOrThrow({ where: { id: pictureId ?? '' } });
    expect(row.ownerId).toBe(other.userId);
    const again = await importBytes(other.ctx, archive);
    expect(again.pictureIds).toEqual(back.pictureIds);
  });

  it('is not to be had by a stranger', async () => {
    const { calendarId } = await withProject();
    const stranger = await test.person();
    await expect(exportProject(stranger.ctx, calendarId)).rejects.toEqual(
      refused('calendar.not_found'),
    );
  });
});

describe('an archive that is no project', () => {
  it('is refused in one sentence and adds nothing, whatever it is', async () => {
    const { ctx, archive } = await withProject();
    const photos = await test.db.picture.count();
    const broken: Record<string, Promise<Buffer> | Buffer> = {
      empty: Buffer.alloc(0),
      'no archive': Buffer.from('hello, I am a letter'),
      'cut off': archive.subarray(0, archive.length / 2),
      'without calendar.json': archiveOf({ 'readme.txt': 'x' }),
      'no JSON': archiveOf({ 'calendar.json': '{"product":' }),
      'no UTF-8': archiveOf({ 'calendar.json': Buffer.from([0xff, 0xfe, 0x00]) }),
      'another product': archiveOf({ 'calendar.json': '{"product":"other","format":1}' }),
      'a later format': archiveOf({
        'calendar.json': projectJson(sampleDocument(), { format: 9 }),
      }),
      'a name that climbs': archiveOf({ 'calendar.json': projectJson(sampleDocument()) }).then(
        (bytes) =>
          Buffer.from(
            bytes.toString('latin1').replaceAll('calendar.json', '../endar.json'),
            'latin1',
          ),
      ),
      'a huge calendar.json': archiveOf({ 'calendar.json': Buffer.alloc(3 * 1024 * 1024, 32) }),
    };
    for (const [name, bytes] of Object.entries(broken)) {
      await expect(importBytes(ctx, await bytes), name).rejects.toEqual(
        refused('project.unreadable'),
      );
    }
    expect(await test.db.picture.count()).toBe(photos);
  });

  it('is refused when its document is not one', async () => {
    const { ctx } = await withProject();
    const bytes = await archiveOf({
      'calendar.json': projectJson({ ...sampleDocument(), monthCount: 99 }),
    });
    await expect(importBytes(ctx, bytes)).rejects.toEqual(refused('calendar.invalid'));
  });

  it('gives no access to pictures of others whose ids it names', async () => {
    const { document } = await withProject();
    const thief = await test.person();
    const [id] = picturesIn(document);
    const bytes = await archiveOf({
      'calendar.json': projectJson(document, {
        pictures: [{ id, file: 'pictures/001.jpg', fileName: 'a.jpg' }],
      }),
    });
    const { document: got, pictureIds } = await importBytes(thief.ctx, bytes);
    expect(pictureIds).toEqual([]);
    expect(picturesIn(got)).toEqual([]);
  });

  it('does not fill the disk with what is not the photo that it says', async () => {
    const { ctx, document } = await withProject();
    const bytes = await archiveOf({
      'calendar.json': projectJson(
        placePicture(document, { pageIndex: 2, slotIndex: 0 }, 'pic_00000009'),
        { pictures: [{ id: 'pic_00000009', file: 'pictures/001.jpg', fileName: 'a.jpg' }] },
      ),
      'pictures/001.jpg': Buffer.alloc(4096, 7),
    });
    await expect(importBytes(ctx, bytes)).rejects.toEqual(refused('picture.not_an_image'));
  });
});
