import sharp from 'sharp';
import { assert } from '@/lib/core/assert';
import type { Colour } from '@/lib/print/operations';
import type { Inks, OutputConditionId } from '@/lib/print/press';
import { outputProfileOf } from '@/lib/providers/output-profiles';

/** The inks of colours through the profile of a condition: as a picture of one pixel for each would be printed. */
export async function inksOfColours(
  colours: readonly Colour[],
  condition: OutputConditionId,
): Promise<Map<Colour, Inks>> {
  if (colours.length === 0) return new Map();
  const { data, info } = await onePixelEach(colours)
    .withIccProfile(outputProfileOf(condition).path, { attach: false })
    .raw()
    .toBuffer({ resolveWithObject: true });
  assert(info.channels === 4, 'colours become four inks');
  return new Map(
    colours.map((colour, index) => {
      const [cyan = 0, magenta = 0, yellow = 0, black = 0] = data.subarray(index * 4);
      return [colour, [cyan / 255, magenta / 255, yellow / 255, black / 255]];
    }),
  );
}

/** A picture of one row. */
export function onePixelEach(colours: readonly Colour[]) {
  const pixels = Buffer.from(colours.map((colour) => colour.slice(1)).join(''), 'hex');
  return sharp(pixels, { raw: { width: colours.length, height: 1, channels: 3 } });
}
