import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { num } from '@/lib/print/pdf/numbers';
import { pathOperators, rectOperators } from '@/lib/print/pdf/path-data';
import { srgbProfile } from '@/lib/print/pdf/srgb-profile';
import { contents, page, paint, text } from './paint-fixture';

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

describe('the PDF painter', { timeout: 30_000 }, () => {
  it('writes black as grey and every other colour in sRGB by its profile, on screen editions', async () => {
    for (const edition of ['proof', 'digital'] as const) {
      const pages = [page([text({}), text({ colour: '#ff0080' })])];
      const [content = ''] = contents(await paint(pages, { edition }));
      expect(content).toContain('0 g\nBT');
      expect(content).toContain('/Srgb cs 1 0 0.502 sc');
      expect(content).not.toMatch(/\b(rg|RG|k|K)\n/);
    }
  });

  it('sets a text with its left end and baseline exactly where the layout wants them', async () => {
    const [content = ''] = contents(await paint([page([text({ xMm: 12.345, yMm: 67.891 })])]));
    expect(content).toContain('1 0 0 -1 12.345 67.891 Tm');
    expect(content).toMatch(/Tf\n0 Tc/);
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
        { index },
      ),
    );
    await paint(pages, {}, slow);
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
    await expect(paint([page([text({})])], {}, broken)).rejects.toThrow('disk full');
  });
});
