import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import type { CalendarDocument } from '@/lib/calendars/document';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import type { Operation, Page } from '@/lib/print/operations';
import { type Preflight, preflightDocument, preflightPage } from '@/lib/print/preflight';
import { preflightFile } from '@/lib/print/preflight/file-rules';
import { openPdfObjects, PdfDamage } from '@/lib/print/preflight/pdf-objects';
import { effectiveDpi, rateDpi } from '@/lib/print/preflight/picture-rules';
import { pressOf } from '@/lib/print/press';
import type { PrintInput } from '@/lib/print/print-input';
import { loadFontBook } from '@/lib/providers/fonts';
import {
  paintPictures,
  pictureId,
  render,
  type TestPicture,
  testDocument,
  useFolder,
} from './print-fixture';

const folder = useFolder();
const BIG: Omit<TestPicture, 'path'> = { widthPx: 6000, heightPx: 4500 };

function inputOf(
  document: CalendarDocument,
  size: Omit<TestPicture, 'path'> = BIG,
): PrintInput & { pages: Page[] } {
  const pictures = new Map(
    Array.from({ length: 19 }, (_, index) => [pictureId(index), size] as const),
  );
  const input: PrintInput = {
    document,
    entries: dayEntriesOf(document),
    pictures,
    fonts: loadFontBook(),
    themes: [],
    press: pressOf('europe'),
  };
  return { ...input, pages: layoutCalendar(input) };
}

function rules({ findings }: Pick<Preflight, 'findings'>): string[] {
  return findings.map(({ rule }) => rule);
}

/** The pages with one page's operations changed. */
function changed(
  pages: readonly Page[],
  index: number,
  change: (operations: Operation[]) => Operation[],
): Page[] {
  return pages.map((page) =>
    page.index === index ? { ...page, operations: change(page.operations) } : page,
  );
}

describe('the resolution of a placed picture', () => {
  it('is what the coarser direction has to an inch of paper', () => {
    const box = { widthMm: 254, heightMm: 127 };
    const picture = { widthPx: 4000, heightPx: 3000 };
    expect(effectiveDpi({ width: 1, height: 0.5 }, picture, box)).toBe(300);
    expect(effectiveDpi({ width: 0.5, height: 1 }, picture, box)).toBe(200);
  });

  it('is green from 300, fine from 200, amber from 150, and blocked below', () => {
    const ratings = [300, 299, 200, 199, 150, 149].map(rateDpi);
    expect(ratings).toEqual(['green', 'fine', 'fine', 'amber', 'amber', 'blocked']);
  });
});

describe('preflight of the pages', { timeout: 30_000 }, () => {
  it('passes a calendar of good photos', () => {
    const { pages, ...input } = inputOf(testDocument());
    const report = preflightDocument(pages, input);
    expect(report).toMatchObject({ verdict: 'pass', pageCount: 14, findings: [] });
    expect(report.pictures).toHaveLength(13);
    expect(report.pictures.every(({ rating }) => rating === 'green')).toBe(true);
  });

  it('blocks an empty slot and says which', () => {
    const document = testDocument();
    const pages = document.pages.map((page, index) =>
      index === 3 ? { ...page, slots: [null, null] } : page,
    );
    const { pages: laidOut, ...input } = inputOf({ ...document, pages });
    const report = preflightDocument(laidOut, input);
    expect(report.verdict).toBe('blocked');
    expect(report.findings[0]).toMatchObject({ rule: 'empty-slot', pageIndex: 4, slotIndex: 0 });
  });

  it('warns of coarse pictures and blocks those that are too coarse', () => {
    const coarse = inputOf(testDocument(), { widthPx: 2000, heightPx: 1200 });
    const warned = preflightDocument(coarse.pages, coarse);
    expect(new Set(rules(warned))).toEqual(new Set(['picture-coarse']));
    expect(warned.verdict).toBe('warn');
    const tooCoarse = inputOf(testDocument(), { widthPx: 500, heightPx: 500 });
    expect(preflightDocument(tooCoarse.pages, tooCoarse).verdict).toBe('blocked');
  });

  it('notes a picture that two months share, and prints all the same', () => {
    const document = testDocument();
    const twice = document.pages.map((page, index) =>
      index === 7 ? { ...page, slots: document.pages[2]?.slots ?? page.slots } : page,
    );
    const { pages, ...input } = inputOf({ ...document, pages: twice });
    const report = preflightDocument(pages, input);
    expect(report.verdict).toBe('pass');
    expect(report.findings).toMatchObject([
      { rule: 'picture-repeated', severity: 'info', pageIndex: 8, params: { first: 4 } },
    ]);
  });

  it('tells which characters cannot be printed', () => {
    const document = { ...testDocument(), title: 'Summer 🌞 2027' };
    const { pages, ...input } = inputOf(document);
    const report = preflightDocument(pages, input);
    expect(report.findings).toMatchObject([
      { rule: 'missing-glyphs', severity: 'amber', params: { characters: '🌞' } },
    ]);
  });

  it('finds text in the binding, off the paper and near the edge', () => {
    const { pages, ...input } = inputOf(testDocument());
    const moved = (xMm: number, yMm: number) =>
      changed(pages, 2, (operations) => {
        const caption = operations.find(
          (operation) => operation.kind === 'text' && operation.role === 'weekday',
        );
        return caption ? [...operations, { ...caption, xMm, yMm } as Operation] : operations;
      });
    const found = (xMm: number, yMm: number) => rules(preflightDocument(moved(xMm, yMm), input));
    expect(found(60, 6)).toEqual(['text-in-binding']);
    expect(found(-2, 100)).toEqual(['text-cut-off']);
    expect(found(60, 208)).toEqual(['text-near-edge']);
  });

  it('finds a month without its year, with a day missing, doubled or in another cell', () => {
    const { pages, ...input } = inputOf(testDocument());
    const isDay = (operation: Operation, text: string) =>
      operation.kind === 'text' && operation.role === 'day' && operation.text === text;
    const check = (change: (operations: Operation[]) => Operation[]) =>
      rules(preflightDocument(changed(pages, 5, change), input));
    expect(
      check((all) => all.filter((one) => one.kind !== 'text' || !one.text.includes('2027'))),
    ).toContain('month-year');
    expect(check((all) => all.filter((one) => !isDay(one, '17')))).toEqual(['month-days']);
    expect(check((all) => all.flatMap((one) => (isDay(one, '17') ? [one, one] : [one])))).toEqual([
      'month-days',
    ]);
    const swapped = (all: Operation[]) =>
      all.map((one) => {
        if (one.kind !== 'text' || one.role !== 'day') return one;
        return { ...one, text: { '17': '18', '18': '17' }[one.text] ?? one.text };
      });
    expect(check(swapped)).toEqual(['month-days']);
  });

  it('finds missing, doubled and shuffled pages', () => {
    const { pages, ...input } = inputOf(testDocument());
    const swapped = [...pages];
    [swapped[3], swapped[4]] = [pages[4] as Page, pages[3] as Page];
    for (const wrong of [pages.slice(0, -1), [...pages, pages[1] as Page], swapped]) {
      expect(rules(preflightDocument(wrong, input))).toContain('page-count');
    }
  });

  it('says of one page what it says of it among all', () => {
    const { pages, ...input } = inputOf(testDocument(), { widthPx: 2000, heightPx: 1200 });
    const whole = preflightDocument(pages, input);
    const page = pages[4] as Page;
    const alone = preflightPage(page, input);
    expect(alone.findings).toEqual(whole.findings.filter(({ pageIndex }) => pageIndex === 4));
    expect(alone.pictures).toEqual(whole.pictures.filter(({ pageIndex }) => pageIndex === 4));
  });
});

describe('preflight of the file', { timeout: 60_000 }, () => {
  let pdf: Buffer;
  let pages: Page[];
  let pictures: Awaited<ReturnType<typeof paintPictures>>;

  beforeAll(async () => {
    pictures = await paintPictures(folder, { widthPx: 900, heightPx: 700 });
    const document = testDocument({ monthCount: 1, language: 'uk' });
    const out = path.join(folder, 'file.pdf');
    await render(document, pictures, out);
    pdf = readFileSync(out);
    pages = layoutCalendar({
      document,
      entries: dayEntriesOf(document),
      pictures,
      fonts: loadFontBook(),
      themes: [],
      press: pressOf('europe'),
    });
  }, 60_000);

  const check = async (bytes: Buffer, expected = pages) => {
    const source = {
      byteLength: bytes.length,
      read: (offset: number, length: number) =>
        Promise.resolve(bytes.subarray(offset, offset + length)),
    };
    const { findings: found } = await preflightFile(source, {
      pages: expected,
      edition: 'proof',
      press: pressOf('europe'),
      hasWatermark: false,
      pictures,
    });
    return found.map(({ rule }) => rule);
  };

  /** Replaces text by other text of the same length, so that every offset stays right. */
  const forged = (from: string, to: string) => {
    expect(to.length).toBe(from.length);
    const at = pdf.indexOf(from, 0, 'latin1');
    expect(at).toBeGreaterThan(0);
    const copy = Buffer.from(pdf);
    copy.write(to, at, 'latin1');
    return copy;
  };

  it('passes what the painter wrote', async () => {
    expect(await check(pdf)).toEqual([]);
  });

  it('finds a wrong trim box', async () => {
    expect(await check(forged('/TrimBox [8.5039', '/TrimBox [2.5039'))).toEqual(['file-boxes']);
  });

  it('finds a page that is turned', async () => {
    const boxes = /\/BleedBox \[[^\]]*\]/.exec(pdf.toString('latin1'))?.[0] ?? '';
    expect(await check(forged(boxes, '/Rotate 90'.padEnd(boxes.length)))).toContain('file-boxes');
  });

  it('finds a font that is not a subset', async () => {
    const name = /\/BaseFont \/[A-Z]{6}\+\S+ \/Encoding/.exec(pdf.toString('latin1'))?.[0] ?? '';
    expect(await check(forged(name, name.replace('+', '-')))).toContain('file-fonts');
  });

  it('finds a font that is not embedded', async () => {
    expect(await check(forged('/FontFile2', '/FontFileX'))).toContain('file-fonts');
  });

  it('finds a picture whose colours mean nothing', async () => {
    const space = /\/ColorSpace \d 0 R\n\/Filter/.exec(pdf.toString('latin1'))?.[0] ?? '';
    // The first object is the list of pages, which is no colour space.
    expect(await check(forged(space, space.replace(/\d/, '1')))).toContain('file-picture-space');
  });

  it('finds a picture that is stretched', async () => {
    const size = /\/Width (\d+) /.exec(pdf.toString('latin1'))?.[0] ?? '';
    expect(await check(forged(size, size.replace(/\d/g, '5')))).toContain('file-pictures');
  });

  it('finds a text that differs from the layout', async () => {
    const other = pages.map((page) => ({
      ...page,
      operations: page.operations.map((operation) =>
        operation.kind === 'text' && operation.text === '17'
          ? { ...operation, text: '18' }
          : operation,
      ),
    }));
    expect(await check(pdf, other)).toContain('file-text');
  });

  it('finds a page too few', async () => {
    expect(await check(pdf, [...pages, pages[1] as Page])).toEqual(['file-pages']);
  });

  it('finds content that asks for device colours', async () => {
    const content = deflateSync(Buffer.from('1 0 0 rg 0 0 9 9 re f'));
    const stream = Buffer.concat([
      Buffer.from(`<<\n/Length ${content.length}\n/Filter /FlateDecode\n>>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]);
    const text = pdf.toString('latin1');
    const id = /\/Contents (\d+) 0 R/.exec(text)?.[1] ?? '';
    const start = text.indexOf(`\n${id} 0 obj\n`) + `\n${id} 0 obj\n`.length;
    const copy = Buffer.from(pdf);
    stream.copy(copy, start);
    expect(await check(copy)).toContain('file-colours');
  });

  it('calls a file damaged that is cut off anywhere', async () => {
    for (const share of [0, 0.01, 0.3, 0.9, 0.999]) {
      const cut = pdf.subarray(0, Math.floor(pdf.length * share));
      expect(await check(cut)).toEqual(['file-damaged']);
    }
  });

  it('never fails on damaged bytes: it says that they are damaged, or what is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: pdf.length - 1 }), fc.nat({ max: 255 })), { minLength: 1 }),
        async (changes) => {
          const copy = Buffer.from(pdf);
          for (const [at, value] of changes) copy[at] = value;
          expect(Array.isArray(await check(copy))).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('calls endless nesting damage', async () => {
    const source = Buffer.from(
      `%PDF-1.6\nxref\n0 1\n0000000000 65535 f \ntrailer\n${'<</A['.repeat(50_000)}\nstartxref\n9\n%%EOF`,
    );
    const read = (offset: number, length: number) =>
      Promise.resolve(source.subarray(offset, offset + length));
    await expect(openPdfObjects({ byteLength: source.length, read })).rejects.toThrow(PdfDamage);
  });

  it('never fails on anything that calls itself a PDF', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const source = Buffer.concat([
          Buffer.from('%PDF-1.6\nxref\n0 1\n0000000000 65535 f \ntrailer\n'),
          bytes,
          Buffer.from('\nstartxref\n9\n%%EOF'),
        ]);
        const read = (offset: number, length: number) =>
          Promise.resolve(source.subarray(offset, offset + length));
        await openPdfObjects({ byteLength: source.length, read }).catch((error: unknown) => {
          expect(error).toBeInstanceOf(PdfDamage);
        });
      }),
      { numRuns: 300 },
    );
  });
});
