import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CENTRED, type Crop, STRAIGHTEN_MAX_DEG } from '@/lib/calendars/document';
import { placedPicture } from '@/lib/print/crop-source';
import { type Matrix, pictureMatrix } from '@/lib/print/picture-matrix';

const picture = { widthPx: 4000, heightPx: 3000 };
const box = { xMm: 20, yMm: 30, widthMm: 90, heightMm: 60 };
const matrixOf = (crop: Partial<Crop>) => {
  const slot = {
    pictureId: 'pic_1' as const,
    crop: { ...CENTRED, ...crop },
    filter: 'none' as const,
  };
  return pictureMatrix({ ...placedPicture(slot, picture, box), radiusMm: 0 });
};
const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [
  a * x + c * y + e,
  b * x + d * y + f,
];
/** The point of the upright picture that shows at a point of the box. */
const seenAt = (matrix: Matrix, xMm: number, yMm: number) => {
  const [a, b, c, d, e, f] = matrix;
  const det = a * d - b * c;
  const [x, y] = [xMm - e, yMm - f];
  return { x: (d * x - c * y) / det, y: (a * y - b * x) / det };
};

describe('where a picture lies in its box', () => {
  it('fills the box with the whole picture when both have one shape', () => {
    const matrix = pictureMatrix({
      ...placedPicture(
        { pictureId: 'pic_1', crop: CENTRED, filter: 'none' },
        { widthPx: 900, heightPx: 600 },
        box,
      ),
      radiusMm: 0,
    });
    expect(at(matrix, 0, 0)).toEqual([0, 0]);
    expect(at(matrix, 1, 1)).toEqual([90, 60]);
  });

  it('turns clockwise: the upper left corner of the picture comes to the upper right', () => {
    const [x, y] = at(matrixOf({ quarterTurns: 1 }), 0, 0);
    expect(x).toBeCloseTo(90, 6);
    expect(y).toBeLessThan(0);
  });

  it('mirrors left to right after turning', () => {
    for (const quarterTurns of [0, 1, 2, 3] as const) {
      const [plainX, plainY] = at(matrixOf({ quarterTurns }), 0.3, 0.2);
      const [mirroredX, mirroredY] = at(matrixOf({ quarterTurns, isMirrored: true }), 0.3, 0.2);
      expect(mirroredX).toBeCloseTo(90 - (plainX ?? 0), 6);
      expect(mirroredY).toBeCloseTo(plainY ?? 0, 6);
    }
  });

  it('never shows what is beyond the picture, however it is turned, straightened, zoomed or moved', () => {
    const anyCrop = fc.record({
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
      zoom: fc.double({ min: 1, max: 8, noNaN: true }),
      quarterTurns: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
      isMirrored: fc.boolean(),
      straightenDeg: fc.double({ min: -STRAIGHTEN_MAX_DEG, max: STRAIGHTEN_MAX_DEG, noNaN: true }),
    });
    fc.assert(
      fc.property(anyCrop, (crop) => {
        const matrix = matrixOf(crop);
        for (const [x, y] of [
          [0, 0],
          [90, 0],
          [0, 60],
          [90, 60],
        ] as const) {
          const seen = seenAt(matrix, x, y);
          for (const share of [seen.x, seen.y]) {
            expect(share).toBeGreaterThan(-1e-9);
            expect(share).toBeLessThan(1 + 1e-9);
          }
        }
      }),
    );
  });

  it('straightens clockwise about the middle of the box', () => {
    const matrix = matrixOf({ straightenDeg: 10 });
    const middle = seenAt(matrix, 45, 30);
    expect(middle.x).toBeCloseTo(0.5, 9);
    expect(middle.y).toBeCloseTo(0.5, 9);
    const [left] = [at(matrix, 0, 0.5)];
    const [right] = [at(matrix, 1, 0.5)];
    expect((right[1] ?? 0) - (left[1] ?? 0)).toBeGreaterThan(0);
  });
});
