import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CalendarDocument, CENTRED } from '@/lib/calendars/document';
import type { PrintFile } from '@/lib/calendars/render-print-file';
import { addMonths, daysInMonth, monthPartsOf } from '@/lib/core/plain-date';
import { formatOf } from '@/lib/print/formats';
import { pressOf } from '@/lib/print/press';
import {
  HAS_PDF_TOOLS,
  paintPictures,
  render,
  run,
  type TestPicture,
  testDocument,
  useFolder,
} from './print-fixture';

const folder = useFolder();
const out = path.join(folder, 'calendar.pdf');
let document: CalendarDocument;
let pictures: Awaited<ReturnType<typeof paintPictures>>;
let file: PrintFile;

beforeAll(async () => {
  pictures = await paintPictures(folder);
  document = testDocument({
    language: 'uk',
    from: '2027-09' as CalendarDocument['from'],
    holidaySets: [{ country: 'UA', region: null }],
  });
  file = await render(document, pictures, out);
}, 60_000);

function pageText(file: string, page: number): string {
  return run('pdftotext', '-layout', '-f', String(page), '-l', String(page), file, '-');
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

describe('the print file', { timeout: 60_000 }, () => {
  it('says of itself what it is', () => {
    const bytes = readFileSync(out);
    expect(file.bytes).toBe(bytes.length);
    expect(file.pageCount).toBe(14);
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.6');
    expect(bytes.includes('/UserUnit')).toBe(false);
    expect(bytes.includes('/Lang (uk)')).toBe(true);
  });

  it('passes its own preflight', () => {
    expect(file.preflight.findings.filter(({ rule }) => rule.startsWith('file-'))).toEqual([]);
    expect(file.preflight.pictures).toHaveLength(13);
  });

  it.each([
    ['press', 'uk', 'two-photos'],
    ['digital', 'he', 'photo-full'],
    ['proof', 'hi', 'photo-above'],
    ['digital', 'ar', 'family-planner'],
  ] as const)(
    'passes it in the %s edition in %s with %s, its pictures turned and straightened',
    async (edition, language, layoutId) => {
      const crop = {
        ...CENTRED,
        zoom: 1.2,
        quarterTurns: 1,
        isMirrored: true,
        straightenDeg: 7,
      } as const;
      const one = testDocument({ language, layoutId, monthCount: 2 });
      const pages = one.pages.map((page) => ({
        ...page,
        slots: page.slots.map((slot) => slot && { ...slot, crop }),
      }));
      const target = path.join(folder, `${edition}-${language}.pdf`);
      const result = await render({ ...one, pages }, pictures, target, { edition });
      expect(result.preflight.findings.filter(({ rule }) => rule.startsWith('file-'))).toEqual([]);
    },
  );

  it('escapes the title in its metadata', () => {
    const text = readFileSync(out, 'latin1');
    const metadata = /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(text)?.[0] ?? '';
    expect(metadata).toContain('Mum &amp; Dad');
    expect(metadata).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });

  it('leaves nothing beside itself', () => {
    const beside = readdirSync(folder).filter((name) => name.startsWith('calendar.pdf'));
    expect(beside).toEqual(['calendar.pdf']);
  });

  it('has the same bytes a second time, with its pictures from the cache too', async () => {
    const cacheDir = path.join(folder, 'cache');
    const again = path.join(folder, 'again.pdf');
    for (let round = 0; round < 2; round += 1) {
      const repeated = await render(document, pictures, again, { cacheDir });
      expect(repeated.sha256).toBe(file.sha256);
    }
    expect(readFileSync(again).equals(readFileSync(out))).toBe(true);
  });

  it('has other bytes when a picture has other pixels', async () => {
    const first = [...pictures.keys()][1];
    const other = [...pictures.values()][7] as TestPicture;
    const changed = new Map(pictures).set(first as never, other);
    const result = await render(document, changed, path.join(folder, 'changed.pdf'));
    expect(result.sha256).not.toBe(file.sha256);
  });
});

describe.skipIf(!HAS_PDF_TOOLS)(
  'read by other programs, the print file',
  { timeout: 60_000 },
  () => {
    it('is a clean PDF', () => {
      expect(run('qpdf', '--check', out)).toContain('No syntax or stream encoding errors found');
    });

    it('has trim and bleed box on every page', () => {
      const { trim, bleedMm } = formatOf(document.formatId, pressOf('europe'));
      const pt = (mm: number) => (mm * 72) / 25.4;
      const boxes = run('pdfinfo', '-box', '-f', '1', '-l', '14', out);
      const box = (page: number, name: string) => {
        const line = new RegExp(`Page +${page} ${name}: +([-\\d. ]+)`).exec(boxes)?.[1] ?? '';
        return line.trim().split(/\s+/).map(Number);
      };
      for (let page = 1; page <= 14; page += 1) {
        const whole = [0, 0, pt(trim.widthMm + 2 * bleedMm), pt(trim.heightMm + 2 * bleedMm)];
        const cut = [bleedMm, bleedMm, trim.widthMm + bleedMm, trim.heightMm + bleedMm].map(pt);
        for (const [name, wanted] of [
          ['MediaBox', whole],
          ['BleedBox', whole],
          ['TrimBox', cut],
        ] as const) {
          for (const [index, value] of box(page, name).entries()) {
            expect(value).toBeCloseTo(wanted[index] ?? Number.NaN, 1);
          }
        }
      }
    });

    it('has every font embedded as a subset, with its characters', () => {
      const fonts = run('pdffonts', out).trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(2);
      for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+.*\byes yes yes\b/);
    });

    it('has each day number of each month as a word of its own, under its month and year', () => {
      for (let index = 0; index < document.monthCount; index += 1) {
        const { year, month } = monthPartsOf(addMonths(document.from, index));
        const text = pageText(out, index + 2);
        const found = words(text);
        expect(found).toContain(String(year));
        for (let day = 1; day <= daysInMonth(year, month); day += 1) {
          expect(found).toContain(String(day));
        }
      }
      expect(pageText(out, 2)).toMatch(/Вересень/);
      expect(pageText(out, 14 - 1)).toMatch(/Серпень/);
    });

    it('gives back letter-spaced and Cyrillic text as it was written', () => {
      const text = pageText(out, 5).replace(/\s+/g, ' ');
      for (const weekday of ['ПОНЕДІЛОК', 'СУБОТА', 'НЕДІЛЯ']) {
        expect(text.toUpperCase()).toContain(weekday);
      }
      expect(pageText(out, 5).replace(/\s+/g, ' ')).toContain('Різдво');
    });

    it('has its pictures as JPEG with a colour profile, never above 300 dpi by scaling up', () => {
      const rows = run('pdfimages', '-list', out).trim().split('\n').slice(2);
      expect(rows).toHaveLength(13);
      for (const row of rows) {
        const cells = row.trim().split(/\s+/);
        expect(cells[5]).toBe('icc');
        expect(cells[8]).toBe('jpeg');
        expect(Number(cells[12])).toBeLessThanOrEqual(301);
        expect(Math.abs(Number(cells[12]) - Number(cells[13]))).toBeLessThanOrEqual(1);
      }
    });

    it('has crop marks outside the bleed when they are asked for, and passes preflight with them', async () => {
      const marked = path.join(folder, 'marked.pdf');
      const press = pressOf('europe-marks');
      const result = await render(document, pictures, marked, { edition: 'press', press });
      expect(result.preflight.findings.filter(({ rule }) => rule.startsWith('file-'))).toEqual([]);
      const boxes = run('pdfinfo', '-box', marked);
      const width = (name: string) => {
        const [left, , right] = (new RegExp(`${name}: +([-\\d. ]+)`).exec(boxes)?.[1] ?? '')
          .trim()
          .split(/\s+/)
          .map(Number);
        return (right ?? 0) - (left ?? 0);
      };
      expect(width('MediaBox')).toBeGreaterThan(width('BleedBox') + 20);
      expect(width('BleedBox')).toBeGreaterThan(width('TrimBox'));
      expect(run('qpdf', '--check', marked)).toContain('No syntax or stream encoding errors found');
    });

    it('has the watermark on each page of a proof', async () => {
      const proof = path.join(folder, 'proof.pdf');
      const result = await render(document, pictures, proof, { watermark: 'PROOF' });
      expect(result.preflight.findings.filter(({ rule }) => rule.startsWith('file-'))).toEqual([]);
      for (const page of [1, 7, 14]) {
        const raw = run('pdftotext', '-raw', '-f', String(page), '-l', String(page), proof, '-');
        expect(raw.replace(/\s+/g, '')).toContain('PROOF');
      }
    });

    it('is made in every format and theme and Japanese without a fault', async () => {
      for (const [formatId, themeId, language] of [
        ['wall-a3-portrait', 'meridian', 'ja'],
        ['wall-300-square', 'evening', 'de'],
      ] as const) {
        const one = testDocument({
          formatId,
          themeId,
          language,
          layoutId: 'two-photos',
          monthCount: 2,
        });
        const target = path.join(folder, `${formatId}.pdf`);
        const result = await render(one, pictures, target);
        expect(result.preflight.findings.filter(({ rule }) => rule.startsWith('file-'))).toEqual(
          [],
        );
        expect(run('qpdf', '--check', target)).toContain('No syntax or stream encoding errors');
        expect(existsSync(target)).toBe(true);
      }
    });
  },
);
