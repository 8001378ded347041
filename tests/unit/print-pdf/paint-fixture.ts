import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { Colour, ImageOperation, Page, TextOperation } from '@/lib/print/operations';
import { type PaintPdfOptions, paintPdf } from '@/lib/print/paint-pdf';
import type { PreparedPicture } from '@/lib/print/pdf/prepared-picture';
import { type Inks, pressOf } from '@/lib/print/press';
import { loadFontBook } from '@/lib/providers/fonts';

/** A run of text as the layout makes it, as wide as its glyphs. */
export function text(change: Partial<TextOperation>): TextOperation {
  const operation: TextOperation = {
    kind: 'text',
    text: 'Day',
    font: 'noto-sans/400',
    sizePt: 12,
    xMm: 20,
    yMm: 30,
    widthMm: 0,
    colour: '#000000',
    letterSpacingPt: 0,
    direction: 'ltr',
    role: 'note',
    ...change,
  };
  const { text: words, font, sizePt, letterSpacingPt, direction } = operation;
  const widthMm = loadFontBook().measure(words, font, sizePt, letterSpacingPt, direction);
  return { ...operation, widthMm: change.widthMm ?? widthMm };
}

export function image(change: Partial<ImageOperation>): ImageOperation {
  return {
    kind: 'image',
    pictureId: 'pic_test0000',
    xMm: 10,
    yMm: 10,
    widthMm: 60,
    heightMm: 40,
    source: { x: 0, y: 0, width: 1, height: 1 },
    spread: { x: 1, y: 1 },
    quarterTurns: 0,
    isMirrored: false,
    straightenDeg: 0,
    filter: 'none',
    radiusMm: 0,
    slotIndex: 0,
    ...change,
  };
}

/** 100 by 80 mm with 3 mm of bleed. */
export function page(operations: Page['operations'], change: Partial<Page> = {}): Page {
  return {
    index: 0,
    role: 'month',
    monthIndex: 0,
    trim: { widthMm: 100, heightMm: 80 },
    bleedMm: 3,
    operations,
    slots: [],
    days: [],
    ...change,
  };
}

/** A separation for tests: the plain complement with a little under colour removal, and text in black alone. */
export function testSeparation(pages: readonly Page[]) {
  const inks = new Map<Colour, Inks>();
  const textInks = new Map<Colour, Inks>();
  const colours = JSON.stringify(pages).match(/#[0-9a-f]{6}/g) ?? [];
  for (const found of colours) {
    const colour = found as Colour;
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      return Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    });
    const black = (1 - Math.max(red, green, blue)) * 0.5;
    inks.set(colour, [1 - red - black, 1 - green - black, 1 - blue - black, black]);
    const isNeutralDark = Math.max(red, green, blue) < 0.4;
    textInks.set(colour, isNeutralDark ? [0, 0, 0, 1 - green] : (inks.get(colour) as Inks));
  }
  return { profile: Buffer.from('a profile'), inks, textInks };
}

export async function paint(
  pages: readonly Page[],
  change: Partial<PaintPdfOptions> = {},
  sink?: Writable,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  const edition = change.edition ?? 'proof';
  await paintPdf(
    pages,
    {
      fonts: loadFontBook(),
      language: 'en',
      title: 'Test',
      watermark: null,
      edition,
      press: pressOf('europe'),
      separation: edition === 'press' ? testSeparation(pages) : null,
      picture: () => Promise.reject(new Error('there is no picture')),
      ...change,
    },
    sink ?? collect,
  );
  return Buffer.concat(chunks);
}

/** The content of each page, decompressed. */
export function contents(pdf: Buffer): string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('\nstream\n', at + 1)) {
    const start = pdf.indexOf('\n', at + 1) + 1;
    const end = pdf.indexOf('\nendstream', start);
    try {
      const content = inflateSync(pdf.subarray(start, end)).toString('latin1');
      if (content.includes(' cm\n')) found.push(content);
    } catch {
      // Not a compressed stream; look at the next one.
    }
  }
  return found;
}

/** How an upright picture is mirrored left to right and then turned clockwise to be as it is stored. */
const STORED: Record<PreparedPicture['orientation'], readonly [degrees: number, boolean]> = {
  1: [0, false],
  2: [0, true],
  3: [180, false],
  4: [180, true],
  5: [270, true],
  6: [270, false],
  7: [90, true],
  8: [90, false],
};

/** A prepared picture whose upright corners are red, green (right), blue (below) and white. */
export async function cornersPicture(
  folder: string,
  orientation: PreparedPicture['orientation'],
  space: 'srgb' | 'grey' | 'press' = 'srgb',
): Promise<PreparedPicture> {
  const isTurned = orientation >= 5;
  const [width, height] = isTurned ? [80, 120] : [120, 80];
  const upright = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="60" height="40" fill="#f00"/><rect x="60" width="60" height="40" fill="#0f0"/><rect y="40" width="60" height="40" fill="#00f"/><rect x="60" y="40" width="60" height="40" fill="#fff"/></svg>`,
  );
  // Stored so that turning it as the orientation asks makes it upright again: what a camera held otherwise does.
  const [degrees, isMirrored] = STORED[orientation];
  const mirrored = isMirrored ? await sharp(upright).flop().png().toBuffer() : upright;
  const turned = await sharp(mirrored).rotate(degrees).removeAlpha().png().toBuffer();
  const file = path.join(folder, `corners-${orientation}-${space}.jpg`);
  let stored = sharp(turned);
  if (space === 'grey') stored = stored.toColourspace('b-w');
  if (space === 'press') stored = stored.toColourspace('cmyk');
  writeFileSync(file, await stored.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer());
  return {
    key: file,
    widthPx: width,
    heightPx: height,
    orientation,
    components: space === 'srgb' ? 3 : space === 'grey' ? 1 : 4,
    colour: space,
    byteLength: statSync(file).size,
    async *read() {
      yield readFileSync(file);
    },
  };
}
