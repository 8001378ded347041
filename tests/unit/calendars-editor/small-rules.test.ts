import { describe, expect, it } from 'vitest';
import { wantedRange } from '@/lib/calendars/byte-range';
import { changePage } from '@/lib/calendars/change-document';
import { canonicalJson, contentHash } from '@/lib/calendars/content-hash';
import { pageKey } from '@/lib/calendars/page-key';
import { isOver, periodOf } from '@/lib/calendars/period';
import { readDocument } from '@/lib/calendars/read-document';
import { NEWEST_KEPT, versionsToDrop } from '@/lib/calendars/version-thinning';
import { plainDate } from '@/lib/core/plain-date';
import { filledDocument, pictureId, sampleDocument } from './sample-document';

describe('reading a document', () => {
  it('gives back what was stored', () => {
    const document = filledDocument();
    expect(readDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it.each([null, 'x', {}, { schemaVersion: 99 }, { ...sampleDocument(), monthCount: 11 }])(
    'refuses what is no calendar: %#',
    (value) => {
      expect(() => readDocument(value)).toThrow(
        expect.objectContaining({ code: 'calendar.invalid' }),
      );
    },
  );
});

describe('the content hash', () => {
  const content = (change: Partial<Parameters<typeof contentHash>[0]> = {}) => ({
    document: filledDocument(),
    entries: [],
    themes: [],
    pressId: 'europe' as const,
    pictureHashes: new Map([
      [pictureId(1), 'a'],
      [pictureId(2), 'b'],
    ]),
    ...change,
  });

  it('does not depend on the order of keys or pictures', () => {
    const document = filledDocument();
    const reversed = Object.fromEntries(Object.entries(document).reverse()) as typeof document;
    const pictureHashes = new Map([
      [pictureId(2), 'b'],
      [pictureId(1), 'a'],
    ]);
    expect(contentHash(content({ document: reversed, pictureHashes }))).toBe(
      contentHash(content()),
    );
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe(
      '{"a":"x","b":[{"c":null,"d":1}]}',
    );
  });

  it('changes with the document, with a picture and with a holiday', () => {
    const hashes = [
      content(),
      content({ document: changePage(filledDocument(), 0, { caption: '!' }) }),
      content({ pictureHashes: new Map([[pictureId(1), 'other']]) }),
      content({
        entries: [{ date: plainDate(2027, 9, 1), text: 'First', kind: 'public-holiday' }],
      }),
    ].map(contentHash);
    expect(new Set(hashes).size).toBe(4);
  });
});

describe('the key of a page', () => {
  it('changes exactly for the pages that look different', () => {
    const before = filledDocument();
    const pages = Array.from({ length: 14 }, (_, index) => index);
    const changed = (after: typeof before) =>
      pages.filter((index) => pageKey(before, index) !== pageKey(after, index));
    expect(changed(changePage(before, 3, { caption: 'x' }))).toEqual([4]);
    expect(changed(changePage(before, -1, { themeId: 'evening' }))).toEqual([0]);
    expect(changed({ ...before, title: 'x' })).toEqual([0, 13]);
    expect(changed({ ...before, layoutId: 'photo-full' })).toEqual(pages.slice(1, 13));
    expect(changed({ ...before, themeId: 'evening' })).toEqual(pages);
    expect(changed({ ...before, hiddenHolidays: ['x'] })).toEqual(pages.slice(1));
  });
});

describe('the period', () => {
  it('names first and last month and ends with its last day', () => {
    expect(periodOf(sampleDocument())).toEqual({ first: '2027-09', last: '2028-08' });
    expect(isOver(sampleDocument(), plainDate(2028, 8, 31))).toBe(false);
    expect(isOver(sampleDocument(), plainDate(2028, 9, 1))).toBe(true);
  });
});

describe('old versions', () => {
  const now = new Date('2027-06-01T12:00:00Z');
  const version = (number: number, minutesAgo: number) => ({
    version: number,
    createdAt: new Date(now.getTime() - minutesAgo * 60_000),
  });

  it('keeps the newest ones, however close together', () => {
    const versions = Array.from({ length: NEWEST_KEPT }, (_, index) => version(index + 1, 0));
    expect(versionsToDrop(versions, now)).toEqual([]);
  });

  it('keeps one of each hour for a week and one of each day after that', () => {
    const newest = Array.from({ length: NEWEST_KEPT }, (_, index) => version(1000 + index, 0));
    const older = [version(30, 61), version(29, 62), version(28, 125)];
    const old = [version(20, 20_000), version(19, 20_010), version(18, 23_000)];
    expect(versionsToDrop([...old, ...older, ...newest], now)).toEqual([29, 19]);
  });
});

describe('a Range header', () => {
  it.each([
    [null, { kind: 'whole' }],
    ['bytes=0-9', { kind: 'part', start: 0, end: 9 }],
    ['bytes=90-', { kind: 'part', start: 90, end: 99 }],
    ['bytes=-10', { kind: 'part', start: 90, end: 99 }],
    ['bytes=-1000', { kind: 'part', start: 0, end: 99 }],
    ['bytes=95-1000', { kind: 'part', start: 95, end: 99 }],
    ['bytes=100-', { kind: 'unsatisfiable' }],
    ['bytes=-0', { kind: 'unsatisfiable' }],
    ['bytes=9-3', { kind: 'whole' }],
    ['bytes=0-1,5-6', { kind: 'whole' }],
    ['lines=0-9', { kind: 'whole' }],
    ['bytes=-', { kind: 'whole' }],
  ])('%s of 100 bytes', (header, wanted) => {
    expect(wantedRange(header, 100)).toEqual(wanted);
  });
});
