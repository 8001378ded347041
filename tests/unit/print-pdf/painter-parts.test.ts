import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Page, TextOperation } from '@/lib/print/operations';
import { paintPdf } from '@/lib/print/paint-pdf';
import { num } from '@/lib/print/pdf/numbers';
import { pathOperators, rectOperators } from '@/lib/print/pdf/path-data';
import { srgbProfile } from '@/lib/print/pdf/srgb-profile';
import { loadFontBook } from '@/lib/providers/fonts';

describe('numbers in a PDF', () => {
  it('have no exponent, no trailing zeros and no negative zero', () => {
    expect([0, -0, 1, 100, 0.5, 1e-7, -1e-9, 123.456_78, -2.5].map(num)).toEqual([
      '0',
      '0',
      '1',
      '100',
      '0.5',
      '0',
      '0',
      '123.4568',
      '-2.5',
    ]);
  });
});

describe('path data', () => {
  it('becomes the same curve in PDF operators', () => {
    expect(pathOperators('M0 0L10 0Q15 0 15 5C15 8 12 10 10 10Z').split('\n')).toEqual([
      '0 0 m',
      '10 0 l',
      '13.3333 0 15 1.6667 15 5 c',
      '15 8 12 10 10 10 c',
      'h',
    ]);
  });

  it('goes on with lines after a move, and from the start after a close', () => {
    expect(pathOperators('M1 1 2 2ZM3 3L4-1').split('\n')).toEqual([
      '1 1 m',
      '2 2 l',
      'h',
      '3 3 m',
      '4 -1 l',
    ]);
  });

  it.each(['M0 0A1 1 0 0 1 2 2', 'm0 0', 'M0', 'L', '0 0', 'M0 0Z1 1'])('refuses %s', (d) => {
    expect(() => pathOperators(d)).toThrow('Invariant broken');
  });

  it('rounds the corners of a rectangle no further than its half', () => {
    expect(rectOperators(0, 0, 4, 2, 0)).toBe('0 0 4 2 re');
    expect(rectOperators(0, 0, 4, 2, 9).split('\n')[0]).toBe('1 0 m');
  });
});

describe('the sRGB profile', () => {
  it('is one that a colour engine accepts and that changes no sRGB colour', async () => {
    const profile = Buffer.from(srgbProfile());
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    const { icc } = await sharp({
      create: { width: 8, height: 8, channels: 3, background: '#c86432' },
    })
      .withIccProfile('srgb')
      .png()
      .toBuffer()
      .then((bytes) => sharp(bytes).metadata());
    // The primaries of the built-in profile, within the rounding of either.
    const tag = (bytes: Buffer, name: string) => {
      for (let i = 0; i < bytes.readUInt32BE(128); i += 1) {
        const at = 132 + 12 * i;
        if (bytes.toString('latin1', at, at + 4) !== name) continue;
        const offset = bytes.readUInt32BE(at + 4) + 8;
        return [0, 4, 8].map((step) => bytes.readInt32BE(offset + step) / 65536);
      }
      return [];
    };
    for (const name of ['rXYZ', 'gXYZ', 'bXYZ']) {
      const [ours, theirs] = [tag(profile, name), tag(icc ?? Buffer.alloc(0), name)];
      expect(ours).toHaveLength(3);
      for (const [index, value] of ours.entries()) {
        expect(Math.abs(value - (theirs[index] ?? Number.NaN))).toBeLessThan(0.001);
      }
    }
  });
});

const text = (change: Partial<TextOperation>): TextOperation => ({
  kind: 'text',
  text: 'Day',
  font: 'noto-sans/400',
  sizePt: 12,
  xMm: 20,
  yMm: 30,
  widthMm: 8,
  colour: '#000000',
  letterSpacingPt: 0,
  role: 'caption',
  ...change,
});

function page(operations: Page['operations'], index = 0): Page {
  return {
    index,
    role: 'month',
    monthIndex: 0,
    trim: { widthMm: 100, heightMm: 80 },
    bleedMm: 3,
    operations,
    slots: [],
    days: [],
  };
}

async function paint(pages: Page[], sink?: Writable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  await paintPdf(
    pages,
    {
      fonts: loadFontBook(),
      language: 'en',
      title: 'Test',
      watermark: null,
      marks: false,
      picture: () => Promise.reject(new Error('there is no picture')),
    },
    sink ?? collect,
  );
  return Buffer.concat(chunks);
}

/** The content of the first page, decompressed. */
function firstContent(pdf: Buffer): string {
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('\nstream\n', at + 1)) {
    const start = pdf.indexOf('\n', at + 1) + 1;
    const end = pdf.indexOf('\nendstream', start);
    try {
      const content = inflateSync(pdf.subarray(start, end)).toString('latin1');
      if (content.includes(' cm')) return content;
    } catch {
      // Not a compressed stream; look at the next one.
    }
  }
  throw new Error('The page has no content');
}

describe('the PDF painter', { timeout: 30_000 }, () => {
  it('prints black text with black ink alone and every other colour in sRGB', async () => {
    const content = firstContent(await paint([page([text({}), text({ colour: '#ff0080' })])]));
    expect(content).toContain('0 g\nBT');
    expect(content).toContain('/Srgb cs 1 0 0.502 sc');
    expect(content).not.toMatch(/\b(rg|RG|k|K)\n/);
  });

  it('sets a text with its left end and baseline exactly where the layout wants them', async () => {
    const content = firstContent(await paint([page([text({ xMm: 12.345, yMm: 67.891 })])]));
    expect(content).toContain('1 0 0 -1 12.345 67.891 Tm');
    expect(content).toMatch(/Tf\n0 Tc/);
  });

  it('gives the Latin and the Cyrillic letter of one shape each its own character', async () => {
    const { readContent, readToUnicode } = await import('@/lib/print/preflight/pdf-content');
    const { openPdfObjects } = await import('@/lib/print/preflight/pdf-objects');
    const pdf = await paint([page([text({ text: 'ACE' }), text({ text: 'АСЕ' })])]);
    const objects = await openPdfObjects({
      byteLength: pdf.length,
      read: (offset, length) => Promise.resolve(pdf.subarray(offset, offset + length)),
    });
    const root = await objects.dict(objects.trailer.get('Root'));
    const tree = await objects.dict(root.get('Pages'));
    const kids = await objects.resolve(tree.get('Kids'));
    const dict = await objects.dict(Array.isArray(kids) ? kids[0] : null);
    const resources = await objects.dict(dict.get('Resources'));
    const [fontRef] = [...(await objects.dict(resources.get('Font'))).values()];
    const font = await objects.dict(fontRef);
    const map = readToUnicode(await objects.stream(font.get('ToUnicode')));
    const content = readContent(await objects.stream(dict.get('Contents')));
    const read = content.texts.map(({ codes }) => codes.map((code) => map.get(code)).join(''));
    expect(read).toEqual(['ACE', 'АСЕ']);
  });

  it('waits for a slow sink after every page, so that pages do not pile up in memory', async () => {
    let waitingBytes = 0;
    let peakBytes = 0;
    let total = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _encoding, done) {
        waitingBytes += chunk.length;
        total += chunk.length;
        peakBytes = Math.max(peakBytes, waitingBytes);
        wait(2).then(() => {
          waitingBytes -= chunk.length;
          done();
        }, done);
      },
    });
    const pages = Array.from({ length: 20 }, (_, index) =>
      page(
        Array.from({ length: 200 }, (_unused, row) =>
          text({ text: `${index} ${row} line`, yMm: row }),
        ),
        index,
      ),
    );
    await paint(pages, slow);
    expect(slow.writableLength).toBe(0);
    expect(peakBytes).toBeLessThan(total / 2);
  });

  it('fails when the sink fails', async () => {
    const broken = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('disk full'));
      },
    });
    broken.on('error', () => undefined);
    await expect(paint([page([text({})])], broken)).rejects.toThrow('disk full');
  });
});
