import { describe, expect, it } from 'vitest';
import { changePage, lockPages, placePicture, swapSlots } from '@/lib/calendars/change-document';
import { createCalendar } from '@/lib/calendars/create-calendar';
import { deleteCalendar } from '@/lib/calendars/delete-calendar';
import type { CalendarDocument } from '@/lib/calendars/document';
import { duplicateCalendar } from '@/lib/calendars/duplicate-calendar';
import { fillCalendar } from '@/lib/calendars/fill-calendar';
import { getCalendar } from '@/lib/calendars/get-calendar';
import { listCalendars } from '@/lib/calendars/list-calendars';
import { getVersion, listVersions } from '@/lib/calendars/list-versions';
import { renameCalendar } from '@/lib/calendars/rename-calendar';
import { saveCalendar } from '@/lib/calendars/save-calendar';
import { NEWEST_KEPT } from '@/lib/calendars/version-thinning';
import type { ErrorCode } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { useDatabase } from '@/tests/support/database';
import { sampleDocument } from '@/tests/unit/calendars-editor/sample-document';
import { storedPicture } from './stored-pictures';

const test = useDatabase();
const refused = (code: ErrorCode, params?: Record<string, unknown>) =>
  expect.objectContaining(params ? { code, params } : { code });

async function withPicture() {
  const person = await test.person();
  const pictureId = await storedPicture(person.ctx, person.userId);
  const document = placePicture(sampleDocument(), { pageIndex: 0, slotIndex: 0 }, pictureId);
  const { calendarId } = await createCalendar(person.ctx, { document });
  return { ...person, pictureId, document, calendarId };
}

function imagesOf(calendarId: Id<'calendar'>) {
  return test.db.calendarImage.findMany({
    where: { calendarId },
    select: { pageIndex: true, slotIndex: true, pictureId: true },
    orderBy: [{ pageIndex: 'asc' }, { slotIndex: 'asc' }],
  });
}

describe('saving a calendar', () => {
  it('gives back what was saved, with the next version', async () => {
    const { ctx, calendarId, document } = await withPicture();
    const changed = changePage(document, 2, { caption: 'Львів, навесні' });
    const saved = await saveCalendar(ctx, { calendarId, expectedVersion: 1, document: changed });
    expect(saved).toEqual({ version: 2 });
    expect(await getCalendar(ctx, calendarId)).toMatchObject({ version: 2, document: changed });
    const versions = await test.db.calendarVersion.findMany({ where: { calendarId } });
    expect(versions.map(({ version }) => version).sort()).toEqual([1, 2]);
  });

  it('never lets a second tab overwrite the first one silently', async () => {
    const { ctx, calendarId, document } = await withPicture();
    const first = changePage(document, 0, { caption: 'first tab' });
    const second = changePage(document, 1, { caption: 'second tab' });
    await saveCalendar(ctx, { calendarId, expectedVersion: 1, document: first });
    await expect(
      saveCalendar(ctx, { calendarId, expectedVersion: 1, document: second }),
    ).rejects.toEqual(refused('calendar.version_conflict', { version: 2 }));
    expect((await getCalendar(ctx, calendarId)).document).toEqual(first);
  });

  it('lets exactly one of many simultaneous saves win', async () => {
    const { ctx, calendarId, document } = await withPicture();
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        saveCalendar(ctx, {
          calendarId,
          expectedVersion: 1,
          document: changePage(document, 0, { caption: `tab ${index}` }),
        }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toEqual(refused('calendar.version_conflict', { version: 2 }));
      }
    }
  });

  it('takes the repetition of a save whose answer was lost for done', async () => {
    const { ctx, calendarId, document } = await withPicture();
    const changed = changePage(document, 0, { caption: 'once' });
    const save = () => saveCalendar(ctx, { calendarId, expectedVersion: 1, document: changed });
    expect(await save()).toEqual({ version: 2 });
    expect(await save()).toEqual({ version: 2 });
    expect(await test.db.calendarVersion.count({ where: { calendarId } })).toBe(2);
  });

  it('keeps the rows of where each picture is used equal to the document', async () => {
    const { ctx, userId, calendarId, document, pictureId } = await withPicture();
    expect(await imagesOf(calendarId)).toEqual([{ pageIndex: 0, slotIndex: 0, pictureId }]);
    const other = await storedPicture(ctx, userId, { hue: 2 });
    let changed: CalendarDocument = placePicture(document, { pageIndex: -1, slotIndex: 0 }, other);
    changed = swapSlots(changed, { pageIndex: 0, slotIndex: 0 }, { pageIndex: 5, slotIndex: 1 });
    await saveCalendar(ctx, { calendarId, expectedVersion: 1, document: changed });
    expect(await imagesOf(calendarId)).toEqual([
      { pageIndex: -1, slotIndex: 0, pictureId: other },
      { pageIndex: 5, slotIndex: 1, pictureId },
    ]);
  });

  it('refuses pictures of other people, absent, deleted and unready ones, and changes nothing', async () => {
    const { ctx, userId, calendarId, document } = await withPicture();
    const stranger = await test.person();
    const foreign = await storedPicture(stranger.ctx, stranger.userId);
    const unready = await storedPicture(ctx, userId, { hue: 3, status: 'RECEIVED' });
    const deleted = await storedPicture(ctx, userId, { hue: 4 });
    await test.db.picture.update({ where: { id: deleted }, data: { deletedAt: new Date() } });
    const place = (pictureId: Id<'picture'>) =>
      saveCalendar(ctx, {
        calendarId,
        expectedVersion: 1,
        document: placePicture(document, { pageIndex: 3, slotIndex: 0 }, pictureId),
      });
    await expect(place(foreign)).rejects.toEqual(refused('picture.not_found'));
    await expect(place('pic_0000000000000')).rejects.toEqual(refused('picture.not_found'));
    await expect(place(deleted)).rejects.toEqual(refused('picture.not_found'));
    await expect(place(unready)).rejects.toEqual(refused('picture.not_ready'));
    expect(await getCalendar(ctx, calendarId)).toMatchObject({ version: 1, document });
    expect(await imagesOf(calendarId)).toHaveLength(1);
  });

  it('refuses documents that are none and countries without holidays', async () => {
    const { ctx, calendarId, document } = await withPicture();
    const save = (value: unknown) =>
      saveCalendar(ctx, { calendarId, expectedVersion: 1, document: value });
    await expect(save({ ...document, pages: [] })).rejects.toEqual(refused('calendar.invalid'));
    await expect(save({ ...document, schemaVersion: 7 })).rejects.toEqual(
      refused('calendar.invalid'),
    );
    const holidaySets = [{ country: 'ZZ', region: null }];
    await expect(save({ ...document, holidaySets })).rejects.toEqual(refused('calendar.invalid'));
  });

  it('gives back every kept version as it was', async () => {
    const { ctx, calendarId, document } = await withPicture();
    const changed = changePage(document, 0, { caption: 'second' });
    await saveCalendar(ctx, { calendarId, expectedVersion: 1, document: changed });
    const versions = await listVersions(ctx, calendarId);
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(await getVersion(ctx, { calendarId, version: 1 })).toEqual({ document });
    expect(await getVersion(ctx, { calendarId, version: 2 })).toEqual({ document: changed });
  });

  it('keeps a bounded history of versions', async () => {
    const { ctx, calendarId, document } = await withPicture();
    for (let version = 1; version <= 70; version += 1) {
      const changed = changePage(document, 0, { caption: String(version) });
      await saveCalendar(ctx, { calendarId, expectedVersion: version, document: changed });
    }
    const versions = await test.db.calendarVersion.findMany({ where: { calendarId } });
    // Thinned out at every tenth save.
    expect(versions.length).toBeLessThan(NEWEST_KEPT + 10);
    expect(Math.max(...versions.map(({ version }) => version))).toBe(71);
  });
});

describe('a stranger', () => {
  it('sees, changes, copies and deletes nothing, and cannot tell that it exists', async () => {
    const { calendarId, document } = await withPicture();
    const { ctx } = await test.person();
    const attempts = [
      () => getCalendar(ctx, calendarId),
      () => saveCalendar(ctx, { calendarId, expectedVersion: 1, document: sampleDocument() }),
      () => renameCalendar(ctx, { calendarId, title: 'mine' }),
      () => duplicateCalendar(ctx, { calendarId, title: 'mine' }),
      () => listVersions(ctx, calendarId),
      () => getVersion(ctx, { calendarId, version: 1 }),
      () => deleteCalendar(ctx, calendarId),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toEqual(refused('calendar.not_found', {}));
    }
    expect(await listCalendars(ctx)).toEqual([]);
    const row = await test.db.calendar.findUniqueOrThrow({ where: { id: calendarId } });
    expect(row.document).toEqual(document);
  });

  it('without a session is asked to sign in', async () => {
    await expect(listCalendars(test.ctx())).rejects.toEqual(refused('account.sign_in_required'));
  });
});

describe('the list of calendars', () => {
  it('shows the one worked on last first, renames and copies', async () => {
    const { ctx, calendarId, document } = await withPicture();
    const copy = await duplicateCalendar(ctx, { calendarId, title: 'Copy' });
    expect((await listCalendars(ctx)).map(({ title }) => title)).toEqual(['Copy', 'Our year']);
    await renameCalendar(ctx, { calendarId, title: '  For grandma ' });
    expect((await listCalendars(ctx)).map(({ title }) => title)).toEqual(['For grandma', 'Copy']);
    expect((await getCalendar(ctx, copy.calendarId)).document).toEqual(document);
    expect(await imagesOf(copy.calendarId)).toHaveLength(1);
  });

  it('follows the printed title only as long as nobody has named the calendar', async () => {
    const { ctx, calendarId, document } = await withPicture();
    const retitled = { ...document, title: 'Family' };
    await saveCalendar(ctx, { calendarId, expectedVersion: 1, document: retitled });
    expect((await getCalendar(ctx, calendarId)).title).toBe('Family');
    await renameCalendar(ctx, { calendarId, title: 'For grandma' });
    await saveCalendar(ctx, { calendarId, expectedVersion: 2, document });
    expect((await getCalendar(ctx, calendarId)).title).toBe('For grandma');
  });

  it('frees the pictures of a deleted calendar', async () => {
    const { ctx, calendarId } = await withPicture();
    await deleteCalendar(ctx, calendarId);
    expect(await listCalendars(ctx)).toEqual([]);
    expect(await imagesOf(calendarId)).toEqual([]);
    await expect(getCalendar(ctx, calendarId)).rejects.toEqual(refused('calendar.not_found'));
  });
});

describe('filling the pages', () => {
  it('uses only ready pictures of the person, and of those only the wanted ones', async () => {
    const { ctx, userId } = await test.person();
    const wanted = await storedPicture(ctx, userId, { hue: 5 });
    await storedPicture(ctx, userId, { hue: 6 });
    await storedPicture(ctx, userId, { hue: 7, status: 'RECEIVED' });
    const stranger = await test.person();
    const foreign = await storedPicture(stranger.ctx, stranger.userId);
    const document = await fillCalendar(ctx, {
      document: sampleDocument(),
      pictureIds: [wanted, foreign],
    });
    const used = new Set(document.pages.map(({ slots }) => slots[0]?.pictureId));
    expect([...used]).toEqual([wanted]);
  });

  it('fills again all but the locked pages', async () => {
    const { ctx, userId } = await test.person();
    const old = await storedPicture(ctx, userId, { hue: 5 });
    const fresh = await storedPicture(ctx, userId, { hue: 6 });
    const filled = await fillCalendar(ctx, { document: sampleDocument(), pictureIds: [old] });
    const document = lockPages(filled, [3], true);
    const again = await fillCalendar(ctx, { document, pictureIds: [fresh], isAgain: true });
    expect(again.pages[3]).toEqual(document.pages[3]);
    const others = again.pages.filter((_, index) => index !== 3);
    expect(new Set(others.map(({ slots }) => slots[0]?.pictureId))).toEqual(new Set([fresh]));
    const kept = await fillCalendar(ctx, { document, pictureIds: [fresh] });
    expect(kept).toEqual(document);
  });
});
