import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import type { Page } from '@/lib/print/operations';
import { paintSvg } from '@/lib/print/paint-svg';
import type { Preflight } from '@/lib/print/preflight';
import { preflightFile } from '@/lib/print/preflight/file-rules';
import { pressOf } from '@/lib/print/press';
import { loadFontBook } from '@/lib/providers/fonts';
import {
  HAS_GHOSTSCRIPT,
  HAS_PDF_TOOLS,
  paintPictures,
  render,
  run,
  testDocument,
  useFolder,
} from '../print-pdf/print-fixture';

const folder = useFolder();
const press = pressOf('europe');
const file = path.join(folder, 'press.pdf');
const proof = path.join(folder, 'proof.pdf');
let pages: Page[];
let report: Preflight;
let pictures: Awaited<ReturnType<typeof paintPictures>>;

beforeAll(async () => {
  pictures = await paintPictures(folder, { widthPx: 1600, heightPx: 1200 });
  // Deep shadows beside saturated colours: what asks for the most ink.
  const dark =
    '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="1200" fill="#010102"/><rect x="800" width="400" height="1200" fill="#0a0040"/><rect x="1200" width="400" height="1200" fill="#2a0000"/></svg>';
  const first = [...pictures.values()][1];
  await sharp(Buffer.from(dark))
    .jpeg({ quality: 92 })
    .toFile(first?.path ?? '');
  const document = testDocument({ monthCount: 1, title: 'Mum & Dad <3' });
  const entries = dayEntriesOf(document);
  const fonts = loadFontBook();
  pages = layoutCalendar({ document, entries, pictures, fonts, themes: [], press });
  ({ preflight: report } = await render(document, pictures, file, { edition: 'press' }));
  await render(document, pictures, proof, { edition: 'proof' });
}, 60_000);

/** A page of the file as grey values, as one of the two renderers sees it. */
async function drawnBy(tool: 'poppler' | 'ghostscript', source: string, page: number) {
  const out = path.join(folder, `${tool}-${path.basename(source)}-${page}`);
  const range = String(page);
  if (tool === 'poppler') {
    run('pdftoppm', '-r', '40', '-f', range, '-l', range, '-png', '-singlefile', source, out);
  } else {
    const only = [`-dFirstPage=${range}`, `-dLastPage=${range}`];
    const quiet = ['-q', '-dNOPAUSE', '-dBATCH', '-r40', '-sDEVICE=png16m'];
    run('gs', ...quiet, ...only, `-sOutputFile=${out}.png`, source);
  }
  return greyOf(readFileSync(`${out}.png`));
}

function greyOf(image: Buffer): Promise<Buffer> {
  // Small enough that the renderers' own ways with edges do not matter.
  return sharp(image).flatten().resize(120, 90, { fit: 'fill' }).greyscale().raw().toBuffer();
}

function difference(one: Buffer, other: Buffer): number {
  const sum = one.reduce((total, value, at) => total + Math.abs(value - (other[at] ?? 0)), 0);
  return sum / one.length / 255;
}

describe('pitfalls of the print file', { timeout: 60_000 }, () => {
  it.runIf(HAS_PDF_TOOLS)('2: the screen and the print file show the same page', async () => {
    for (const page of pages) {
      const svg = paintSvg(page, {
        fonts: loadFontBook(),
        pictureHref: ({ pictureId }) => {
          const picture = readFileSync(pictures.get(pictureId)?.path ?? '');
          return `data:image/jpeg;base64,${picture.toString('base64')}`;
        },
        showBleed: true,
        watermark: null,
        idPrefix: 'p-',
      });
      const screen = await greyOf(await sharp(Buffer.from(svg), { density: 40 }).png().toBuffer());
      const paper = await drawnBy('poppler', proof, page.index + 1);
      expect(difference(screen, paper)).toBeLessThan(0.02);
    }
  });

  it.runIf(HAS_PDF_TOOLS)('3: a title with signs of markup is readable for every program', () => {
    expect(run('pdfinfo', file)).toMatch(/Title:\s+Mum & Dad <3/);
    expect(run('pdfinfo', '-meta', file)).toContain('Mum &amp; Dad &lt;3');
  });

  it('4: trapping is a name', () => {
    expect(readFileSync(file, 'latin1')).toMatch(/\/Trapped \/(True|False)\b/);
  });

  it.runIf(HAS_PDF_TOOLS)('5: no picture of a press file is in RGB', () => {
    const [, , ...rows] = run('pdfimages', '-list', file).trim().split('\n');
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row.trim().split(/\s+/)[5]).toMatch(/^(cmyk|gray)$/);
    expect(readFileSync(file, 'latin1')).not.toContain('/DeviceRGB');
  });

  it.runIf(HAS_PDF_TOOLS)(
    '11: text is text, in black ink alone, and never a picture of text',
    () => {
      const days = Array.from({ length: 31 }, (_, at) => String(at + 1));
      const words = run('pdftotext', '-f', '2', '-l', '2', file, '-').split(/\s+/);
      for (const day of days) expect(words).toContain(day);
      expect(report.findings.map(({ rule }) => rule)).not.toContain('file-black-text');
      const placed = pages.flatMap(({ operations }) =>
        operations.filter(({ kind }) => kind === 'image'),
      );
      const [, , ...rows] = run('pdfimages', '-list', file).trim().split('\n');
      expect(rows).toHaveLength(placed.length);
    },
  );

  it('12: the report says how much ink the file asks for, and it is what paper takes', () => {
    expect(report.ink?.limitPercent).toBe(300);
    expect(report.ink?.shapesPercent).toBeGreaterThan(0);
    expect(report.ink?.shapesPercent).toBeLessThanOrEqual(300);
    expect(report.ink?.picturesPercent).toBeLessThanOrEqual(300);
  });

  it.runIf(HAS_GHOSTSCRIPT)('12: four separations together never pass 300 %', async () => {
    const out = path.join(folder, 'plate');
    const device = [
      '-q',
      '-dNOPAUSE',
      '-dBATCH',
      '-r72',
      '-sDEVICE=tiffsep',
      '-dOverprint=/simulate',
    ];
    for (const page of ['1', '2']) {
      run(
        'gs',
        ...device,
        `-dFirstPage=${page}`,
        `-dLastPage=${page}`,
        `-sOutputFile=${out}-${page}.tif`,
        file,
      );
      const plates = await Promise.all(
        ['Cyan', 'Magenta', 'Yellow', 'Black'].map((ink) =>
          sharp(`${out}-${page}(${ink}).tif`).greyscale().raw().toBuffer(),
        ),
      );
      const [cyan] = plates;
      let most = 0;
      for (let at = 0; at < (cyan?.length ?? 0); at += 1) {
        const ink = plates.reduce((sum, plate) => sum + 255 - (plate[at] ?? 255), 0);
        most = Math.max(most, ink);
      }
      const percent = (most / 255) * 100;
      expect(percent).toBeGreaterThan(100);
      expect(percent).toBeLessThanOrEqual(301);
    }
  });

  it.runIf(HAS_PDF_TOOLS && HAS_GHOSTSCRIPT)(
    '13: two renderers see the same picture, and none its negative',
    async () => {
      for (const { index } of pages) {
        const poppler = await drawnBy('poppler', file, index + 1);
        const ghostscript = await drawnBy('ghostscript', file, index + 1);
        const screen = await drawnBy('poppler', proof, index + 1);
        const negative = Buffer.from(poppler.map((value) => 255 - value));
        expect(difference(poppler, ghostscript)).toBeLessThan(0.12);
        expect(difference(poppler, screen)).toBeLessThan(0.12);
        expect(difference(negative, ghostscript)).toBeGreaterThan(0.2);
      }
    },
  );

  it('26: checking a file reads it in small pieces, and little of it', async () => {
    const bytes = readFileSync(file);
    let [largest, all] = [0, 0];
    const read = (offset: number, length: number) => {
      largest = Math.max(largest, length);
      all += length;
      return Promise.resolve(bytes.subarray(offset, offset + length));
    };
    const { findings } = await preflightFile(
      { byteLength: bytes.length, read },
      { pages, edition: 'press', press, hasWatermark: false, pictures },
    );
    expect(findings).toEqual([]);
    expect(largest).toBeLessThan(300_000);
    expect(all).toBeLessThan(bytes.length);
  });
});
