import { describe, expect, it } from 'vitest';
import { placePicture, setHolidayShown } from '@/lib/calendars/change-document';
import { checkCalendar } from '@/lib/calendars/check-calendar';
import { createCalendar } from '@/lib/calendars/create-calendar';
import type { CalendarDocument } from '@/lib/calendars/document';
import { listHolidays } from '@/lib/calendars/list-holidays';
import { pageSvg } from '@/lib/calendars/page-svg';
import { renderPages } from '@/lib/calendars/render-pages';
import { assert } from '@/lib/core/assert';
import { yearMonth } from '@/lib/core/plain-date';
import { useDatabase } from '@/tests/support/database';
import { sampleDocument } from '@/tests/unit/calendars-editor/sample-document';
import { storedPicture } from './stored-pictures';

const test = useDatabase();

describe('drawing pages for the screen', () => {
  it('draws own ready pictures, and others as empty slots without a trace of them', async () => {
    const { ctx, userId } = await test.person();
    const own = await storedPicture(ctx, userId);
    const stranger = await test.person();
    const foreign = await storedPicture(stranger.ctx, stranger.userId);
    let document = placePicture(sampleDocument(), { pageIndex: 0, slotIndex: 0 }, own);
    document = placePicture(document, { pageIndex: 1, slotIndex: 0 }, foreign);
    const [first, second] = await renderPages(ctx, { document, pageIndexes: [1, 2] });
    expect(first?.svg).toContain(`/api/pictures/${own}/screen`);
    expect(first?.svg).toContain('<image data-slot="0"');
    expect(second?.svg).not.toContain(foreign);
    expect(second?.svg).not.toContain('<image');
    expect(second?.findings.map(({ rule }) => rule)).toContain('empty-slot');
  });

  it('leaves out pages that the calendar does not have', async () => {
    const { ctx } = await test.person();
    const pages = await renderPages(ctx, { document: sampleDocument(), pageIndexes: [0, 13, 14] });
    expect(pages.map(({ index, role }) => [index, role])).toEqual([
      [0, 'cover'],
      [13, 'back'],
    ]);
  });

  it('gives pages that differ ids that differ, so that they can share one HTML document', async () => {
    const { ctx } = await test.person();
    const pages = await renderPages(ctx, {
      document: sampleDocument(),
      pageIndexes: Array.from({ length: 14 }, (_, index) => index),
    });
    const ids = pages.flatMap(({ svg }) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('never turns what a person typed into markup', async () => {
    const { ctx } = await test.person();
    const hostile = '<script>alert(1)</script>" onload="x';
    const document = sampleDocument({ title: hostile, subtitle: hostile });
    const [cover] = await renderPages(ctx, { document, pageIndexes: [0] });
    expect(cover?.svg).not.toMatch(/script|onload|alert/);
  });

  it('tells the days of a month in words', async () => {
    const { ctx } = await test.person();
    const document = sampleDocument({
      language: 'uk',
      holidaySets: [{ country: 'UA', region: null }],
    });
    const [august] = await renderPages(ctx, { document, pageIndexes: [12] });
    expect(august?.entries).toContainEqual({
      date: '2028-08-24',
      text: 'День Незалежності України',
      kind: 'public-holiday',
    });
  });

  it('serves a saved page trimmed, to its owner alone', async () => {
    const { ctx } = await test.person();
    const { calendarId } = await createCalendar(ctx, { document: sampleDocument() });
    const svg = await pageSvg(ctx, { calendarId, index: 0 });
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 297 420"/);
    const notFound = expect.objectContaining({ code: 'calendar.not_found' });
    await expect(pageSvg(ctx, { calendarId, index: 14 })).rejects.toEqual(notFound);
    const stranger = await test.person();
    await expect(pageSvg(stranger.ctx, { calendarId, index: 0 })).rejects.toEqual(notFound);
  });

  it('checks the whole calendar before there is a file', async () => {
    const { ctx } = await test.person();
    const report = await checkCalendar(ctx, sampleDocument());
    expect(report.verdict).toBe('blocked');
    expect(report.findings.filter(({ rule }) => rule === 'empty-slot')).toHaveLength(12);
  });
});

describe('the holidays to choose from', () => {
  it('are named each once, with its days', async () => {
    const { ctx } = await test.person();
    const { from, monthCount } = sampleDocument();
    const holidays = await listHolidays(ctx, {
      holidaySets: [{ country: 'UA', region: null }],
      from,
      monthCount,
      language: 'uk',
    });
    const independence = holidays.find(({ name }) => name === 'День Незалежності України');
    expect(independence).toMatchObject({
      dates: ['2028-08-24'],
      kind: 'public',
      isUsual: true,
    });
    const keys = holidays.flatMap(({ keys }) => keys[0] ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('include those that are printed only when switched on, and switching them on prints them', async () => {
    const { ctx } = await test.person();
    const document = {
      ...sampleDocument({ from: yearMonth(2027, 1) }),
      holidaySets: [{ country: 'DE', region: null }],
    };
    const { holidaySets, from, monthCount, language } = document;
    const holidays = await listHolidays(ctx, { holidaySets, from, monthCount, language });
    const bank = holidays.find(({ kind }) => kind === 'bank');
    assert(bank, 'Germany has bank holidays');
    expect(bank.isUsual).toBe(false);
    const written = async (version: CalendarDocument) =>
      (await renderPages(ctx, { document: version, pageIndexes: [12] })).flatMap(({ entries }) =>
        entries.map(({ text }) => text),
      );
    expect(bank.dates[0]?.slice(0, 7)).toBe('2027-12');
    expect(await written(document)).not.toContain(bank.name);
    expect(await written(setHolidayShown(document, bank, true))).toContain(bank.name);
  });
});
