import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import type { HolidaySet } from '@/lib/calendars/document';
import { pictureTarget, preparePlacement } from '@/lib/pictures/prepare-placement';
import { openTrueType } from '@/lib/print/pdf/true-type';
import { OUTPUT_CONDITIONS } from '@/lib/print/press';
import { outputProfileOf } from '@/lib/providers/output-profiles';
import { testDocument, useFolder } from '../print-pdf/print-fixture';

const folder = useFolder();

/** A photo as a camera writes it: 300 by 200 pixels, its left half red. */
async function photo(name: string, change: (image: Sharp) => Sharp): Promise<string> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#30a040"/><rect width="150" height="200" fill="#d02020"/></svg>';
  const file = path.join(folder, name);
  await change(sharp(Buffer.from(svg)).removeAlpha())
    .jpeg({ quality: 98 })
    .toFile(file);
  return file;
}

async function prepared(file: string, widthPx: number, heightPx: number) {
  const picture = await preparePlacement(
    { path: file, widthPx, heightPx },
    {
      source: { x: 0, y: 0, width: 1, height: 1 },
      spread: { x: 1, y: 1 },
      quarterTurns: 0,
      isMirrored: false,
      filter: 'none',
      widthMm: widthPx / 10,
      heightMm: heightPx / 10,
    },
    {
      target: pictureTarget('proof', 'fogra39'),
      cacheDir: null,
      spillDir: path.join(folder, 'spill'),
    },
  );
  const parts: Buffer[] = [];
  for await (const part of picture.read()) parts.push(Buffer.from(part));
  return { picture, bytes: Buffer.concat(parts) };
}

async function redAt(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes, { ignoreIcc: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
}

/** What is printed on a day, by the holidays of one place. */
function printedOn(date: string, country: string, region: string | null = null): string[] {
  const holidaySets: HolidaySet[] = [{ country, region }];
  const document = { ...testDocument({ holidaySets }), dates: [] };
  const entries = dayEntriesOf(document);
  return entries
    .filter((entry) => entry.date === date && entry.kind === 'public-holiday')
    .map(({ text }) => text);
}

describe('pitfalls of what a calendar is made of', { timeout: 30_000 }, () => {
  it('6: a photo in a wide colour space is converted, and not taken for sRGB', async () => {
    const plain = await photo('plain.jpg', (image) => image);
    const wide = await photo('wide.jpg', (image) => image.withIccProfile('p3'));
    const stored = await redAt(readFileSync(wide), 40, 100);
    const [fromPlain, fromWide] = [await prepared(plain, 300, 200), await prepared(wide, 300, 200)];
    const [wanted, got] = [
      await redAt(fromPlain.bytes, 40, 100),
      await redAt(fromWide.bytes, 40, 100),
    ];
    expect(
      Math.max(...wanted.map((value, at) => Math.abs(value - (stored[at] ?? 0)))),
    ).toBeGreaterThan(8);
    expect(Math.max(...wanted.map((value, at) => Math.abs(value - (got[at] ?? 0))))).toBeLessThan(
      6,
    );
  });

  it('7: a photo held sideways is printed upright, and its place of taking is left out', async () => {
    const gps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 0/1' } };
    const file = await photo('held.jpg', (image) =>
      image.withExif(gps).withMetadata({ orientation: 6 }),
    );
    const { picture, bytes } = await prepared(file, 200, 300);
    expect(picture.orientation).toBe(6);
    const { exif, orientation } = await sharp(bytes).metadata();
    expect([exif, orientation]).toEqual([undefined, undefined]);
    expect(bytes.includes('Exif')).toBe(false);
  });

  it('8: a font that would print as blanks is refused', () => {
    expect(() =>
      openTrueType(Buffer.from('wOF2\u0000\u0001\u0000\u0000'.padEnd(200, '\u0000'))),
    ).toThrow();
    expect(() => openTrueType(Buffer.from('OTTO'.padEnd(200, '\u0000')))).toThrow();
  });

  it('17: Ukraine remembers on 8 May and works on 9 May and 2 January', () => {
    expect(printedOn('2027-05-08', 'UA')).toHaveLength(1);
    expect(printedOn('2027-05-09', 'UA')).toEqual([]);
    expect(printedOn('2027-01-02', 'UA')).toEqual([]);
  });

  it('18: a holiday of a region is printed for that region only', () => {
    expect(printedOn('2027-01-06', 'DE')).toEqual([]);
    expect(printedOn('2027-01-06', 'DE', 'BY')).toHaveLength(1);
    expect(printedOn('2027-01-06', 'DE', 'HH')).toEqual([]);
    expect(printedOn('2027-10-03', 'DE', 'BY')).toHaveLength(1);
  });

  it('19: holidays that begin at sunset are printed on the day itself', () => {
    expect(printedOn('2027-10-11', 'IL').join()).toMatch(/Kippur/);
    expect(printedOn('2027-10-10', 'IL').join()).not.toMatch(/Kippur/);
    expect(printedOn('2027-04-22', 'IL').join()).toMatch(/Pesach|Passover/i);
    expect(printedOn('2027-04-21', 'IL').join()).not.toMatch(/Pesach|Passover/i);
  });

  it('33: nothing that runs is under a licence that would take the whole product with it', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { license?: string; dev?: boolean }>;
    };
    const strong = Object.entries(lock.packages).filter(([, { license = '', dev }]) => {
      return !dev && /(?<!L)GPL/.test(license);
    });
    expect(strong.map(([name]) => name)).toEqual([]);
    for (const name of ['mupdf', '@hebcal/core']) {
      expect(lock.packages[`node_modules/${name}`]).toBeUndefined();
    }
  });

  it('34: the makers of the holiday data are named with their licence', () => {
    for (const locale of ['en', 'uk']) {
      const site = readFileSync(`lib/i18n/messages/${locale}/site.json`, 'utf8');
      expect(site).toMatch(/BY-SA/);
      expect(site).toMatch(/date-holidays/);
    }
  });

  it('35: the output profiles are our own, of data whose licence is stated', () => {
    const readme = readFileSync('lib/print/icc/README.md', 'utf8');
    for (const condition of OUTPUT_CONDITIONS) {
      const profile = Buffer.from(outputProfileOf(condition).bytes).toString('latin1');
      expect(readme).toContain(`${condition}.icc`);
      expect(profile).toContain('Twelvefold');
      expect(profile).not.toMatch(/Adobe|Heidelberg|basICColor|Idealliance|ECI_/);
    }
    expect(readme).toMatch(/## Licences/);
  });
});
