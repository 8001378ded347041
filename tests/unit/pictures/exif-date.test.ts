import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '@/lib/core/plain-date';
import { takenOnFrom } from '@/lib/pictures/exif-date';

const TODAY = plainDate(2026, 11, 21);

/** A TIFF block with an EXIF folder that holds texts under the given tags. */
function exifBlock(
  texts: Record<number, string>,
  options: { big?: boolean; prefix?: boolean } = {},
) {
  const { big = false, prefix = true } = options;
  const entries = Object.entries(texts).map(([tag, text]) => [Number(tag), `${text}\0`] as const);
  const folderAt = 26;
  const textsAt = folderAt + 2 + entries.length * 12 + 4;
  const block = Buffer.alloc(textsAt + entries.reduce((sum, [, text]) => sum + text.length, 0));
  const short = (value: number, at: number) =>
    big ? block.writeUInt16BE(value, at) : block.writeUInt16LE(value, at);
  const long = (value: number, at: number) =>
    big ? block.writeUInt32BE(value, at) : block.writeUInt32LE(value, at);
  block.write(big ? 'MM\0*' : 'II*\0', 0, 'latin1');
  long(8, 4);
  short(1, 8);
  short(0x8769, 10);
  short(4, 12);
  long(1, 14);
  long(folderAt, 18);
  short(entries.length, folderAt);
  let at = textsAt;
  entries.forEach(([tag, text], index) => {
    const start = folderAt + 2 + index * 12;
    short(tag, start);
    short(2, start + 2);
    long(text.length, start + 4);
    long(at, start + 8);
    block.write(text, at, 'latin1');
    at += text.length;
  });
  return prefix ? Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), block]) : block;
}

describe('the day a photo was taken', () => {
  it.each([
    { big: false, prefix: true },
    { big: true, prefix: false },
  ])('is read in either byte order, with and without the prefix: %j', (options) => {
    expect(takenOnFrom(exifBlock({ 36867: '2026:02:28 23:59:59' }, options), TODAY)).toBe(
      '2026-02-28',
    );
  });

  it('is the day of digitizing where the day of taking is not known', () => {
    const block = exifBlock({ 36867: '    :  :     :  :  ', 36868: '1987:07:04 10:00:00' });
    expect(takenOnFrom(block, TODAY)).toBe('1987-07-04');
  });

  it.each(['0000:00:00 00:00:00', '2026:02:30 10:00:00', '2027:01:01 00:00:00', 'yesterday!!'])(
    'is unknown for %s',
    (text) => {
      expect(takenOnFrom(exifBlock({ 36867: text }), TODAY)).toBeNull();
    },
  );

  it('never throws, whatever the bytes', () => {
    const good = exifBlock({ 36867: '2026:02:28 23:59:59' });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.nat(good.length),
        (changes, length) => {
          const bytes = Buffer.from(good);
          for (const [at, value] of changes) bytes[at] = value;
          const day = takenOnFrom(bytes.subarray(0, length), TODAY);
          expect(day === null || day <= TODAY).toBe(true);
        },
      ),
    );
    expect(takenOnFrom(null, TODAY)).toBeNull();
  });
});
