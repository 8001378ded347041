import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDocument } from '@/lib/calendars/document';
import type { PrintFile } from '@/lib/calendars/render-print-file';
import type { Id } from '@/lib/core/ids';
import { pressOf } from '@/lib/print/press';
import { thirteenPhotos } from '../../support/thirteen-photos';
import {
  HAS_GHOSTSCRIPT,
  HAS_PDF_TOOLS,
  pictureId,
  render,
  run,
  type TestPicture,
  testDocument,
  useFolder,
} from './print-fixture';

const folder = useFolder();
const photosDir = path.join(folder, 'photos');
const out = path.join(folder, 'press.pdf');
const MONTHS = 4;

let document: CalendarDocument;
let pictures: Map<Id<'picture'>, TestPicture>;
let file: PrintFile;

beforeAll(async () => {
  mkdirSync(photosDir);
  pictures = new Map();
  for (const [index, photo] of (await thirteenPhotos(folder)).entries()) {
    const { autoOrient } = await sharp(photo).metadata();
    const size = { widthPx: autoOrient.width, heightPx: autoOrient.height };
    pictures.set(pictureId(index), { path: photo, ...size });
    if (index < MONTHS) copyFileSync(photo, path.join(photosDir, `${index}.jpg`));
  }
  const plain = testDocument({ monthCount: MONTHS, themeId: 'evening', layoutId: 'photo-full' });
  const filters = ['none', 'black-white', 'warm', 'faded'] as const;
  const pages = plain.pages.map((page, index) => ({
    ...page,
    slots: page.slots.map((slot) => slot && { ...slot, filter: filters[index] ?? 'none' }),
  }));
  document = { ...plain, pages };
  file = await render(document, pictures, out, { edition: 'press' });
}, 120_000);

describe('the file for the press', { timeout: 120_000 }, () => {
  it('passes its own preflight', () => {
    expect(file.preflight.findings.filter(({ rule }) => rule.startsWith('file-'))).toEqual([]);
  });

  it.skipIf(!HAS_PDF_TOOLS)('has every picture in inks', () => {
    const rows = run('pdfimages', '-list', out).trim().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(MONTHS);
    for (const row of rows) {
      const [, , , , , colours, components, , coding] = row.trim().split(/\s+/);
      expect([colours, components, coding]).toEqual(['cmyk', '4', 'jpeg']);
    }
  });

  it.skipIf(!HAS_GHOSTSCRIPT)('keeps 300 % of ink on every spot of every page', async () => {
    run('gs', '-q', '-dSAFER', '-sDEVICE=tiff32nc', '-r150', '-o', `${out}-%d.tif`, out);
    const rendered = readdirSync(folder).filter((name) => name.endsWith('.tif'));
    expect(rendered).toHaveLength(file.pageCount);
    const darkest = await Promise.all(rendered.map((name) => mostInk(path.join(folder, name))));
    expect(Math.max(...darkest)).toBeGreaterThan(2.4);
    expect(Math.max(...darkest)).toBeLessThanOrEqual(3);
  });

  it('has the inks of the condition of its house', async () => {
    const american = path.join(folder, 'america.pdf');
    const press = pressOf('america');
    const result = await render(document, pictures, american, { edition: 'press', press });
    expect(result.preflight.findings.filter(({ rule }) => rule.startsWith('file-'))).toEqual([]);
    expect(result.sha256).not.toBe(file.sha256);
  });

  it('has the same bytes in every time zone, on one core and on all', () => {
    const args = `--photos ${photosDir} --from 2027-01 --months 2 --country US --press america`;
    const program = ['--import', 'tsx', 'lib/cli/calendar.ts', ...args.split(' ')];
    const made = (name: string, env: Record<string, string>, ...before: string[]) => {
      const command = [...before, process.execPath, ...program];
      const result = spawnSync(
        command[0] ?? '',
        [...command.slice(1), '--out', path.join(folder, `${name}.pdf`)],
        { env: { ...process.env, ...env }, encoding: 'utf8' },
      );
      expect(result.stderr).toContain('Page 1');
      return (JSON.parse(result.stdout) as { sha256: string }).sha256;
    };
    const first = made('east', { TZ: 'Pacific/Kiritimati' });
    expect(made('west', { TZ: 'America/Los_Angeles' })).toBe(first);
    if (spawnSync('taskset', ['--version']).error === undefined) {
      expect(made('one-core', {}, 'taskset', '-c', '0')).toBe(first);
    }
  });
});

/** The most ink on one spot of a page, 1 being full cover by one of the four. */
async function mostInk(tiff: string): Promise<number> {
  const { data, info } = await sharp(tiff)
    // Otherwise the inks would be taken to sRGB and back on the way.
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(4);
  let most = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = data.subarray(at, at + 4);
    most = Math.max(most, cyan + magenta + yellow + black);
  }
  return most / 255;
}
