import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { softProofColours, softProofPicture } from '@/lib/pictures/soft-proof';

const cacheDir = mkdtempSync(path.join(tmpdir(), 'twelvefold-test-'));
afterAll(() => rmSync(cacheDir, { recursive: true, force: true }));

const flat = (background: string) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer();

describe('a soft proof', () => {
  it('is a JPEG in sRGB of the same size, in the colours that the press reaches', async () => {
    const read = () => flat('#00e000');
    const proof = await softProofPicture({ key: 'a', read }, 'fogra39', null);
    const { format, space, width, height } = await sharp(proof).metadata();
    expect({ format, space, width, height }).toEqual({
      format: 'jpeg',
      space: 'srgb',
      width: 64,
      height: 48,
    });
    const wanted = (await softProofColours(['#00e000'], 'fogra39')).get('#00e000') ?? '';
    const [red, green, blue] = await sharp(proof).raw().toBuffer();
    const shown = [red, green, blue].map((channel) => channel ?? 0);
    const reached = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
    for (const [index, channel] of shown.entries()) {
      expect(Math.abs(channel - (reached[index] ?? 0))).toBeLessThanOrEqual(4);
    }
    expect(reached[1]).toBeLessThan(0xe0);
  });

  it('leaves paper white', async () => {
    expect(await softProofColours(['#ffffff'], 'gracol2006')).toEqual(
      new Map([['#ffffff', '#ffffff']]),
    );
    expect(await softProofColours([], 'gracol2006')).toEqual(new Map());
  });

  it('is made once for a rendition and a condition, and read from the cache from then on', async () => {
    let reads = 0;
    const rendition = {
      key: 'pictures/ab/screen.jpg',
      read: () => {
        reads += 1;
        return flat('#3060c0');
      },
    };
    const first = await softProofPicture(rendition, 'fogra39', cacheDir);
    const second = await softProofPicture(rendition, 'fogra39', cacheDir);
    expect(second.equals(first)).toBe(true);
    expect(reads).toBe(1);
    await softProofPicture(rendition, 'gracol2006', cacheDir);
    await softProofPicture({ ...rendition, key: 'other' }, 'fogra39', cacheDir);
    expect(reads).toBe(3);
    expect(readdirSync(cacheDir)).toHaveLength(3);
  });
});
