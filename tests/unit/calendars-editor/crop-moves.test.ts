import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  effectiveDpi,
  mirrorCrop,
  panCrop,
  sharpnessOf,
  straightenCrop,
  turnCrop,
  zoomCrop,
} from '@/lib/calendars/crop-moves';
import { CENTRED, type Crop, CropSchema, STRAIGHTEN_MAX_DEG } from '@/lib/calendars/document';
import { cropView, placedPicture } from '@/lib/print/crop-source';
import { pictureMatrix } from '@/lib/print/picture-matrix';

const picture = { widthPx: 4000, heightPx: 3000 };

const share = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyAspect = share(0.3, 3);
const anyCrop = fc.record({
  x: share(0, 1),
  y: share(0, 1),
  zoom: share(1, 8),
  quarterTurns: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  isMirrored: fc.boolean(),
  straightenDeg: share(-STRAIGHTEN_MAX_DEG, STRAIGHTEN_MAX_DEG),
});
/** Zoomed in about the middle, with room to move on every side. */
const roomyCrop = anyCrop.map(
  (crop): Crop => ({ ...crop, x: 0.5, y: 0.5, zoom: 3 + crop.zoom / 2 }),
);

/** The point of the upright picture that shows at a point of the frame, both in fractions. */
function seenAt(crop: Crop, aspect: number, x: number, y: number): { x: number; y: number } {
  const box = { xMm: 0, yMm: 0, widthMm: aspect * 100, heightMm: 100 };
  const slot = { pictureId: 'pic_1' as const, crop, filter: 'none' as const };
  const [a, b, c, d, e, f] = pictureMatrix({ ...placedPicture(slot, picture, box), radiusMm: 0 });
  const det = a * d - b * c;
  const [across, down] = [x * box.widthMm - e, y * box.heightMm - f];
  return { x: (d * across - c * down) / det, y: (a * down - b * across) / det };
}

function expectSame(one: { x: number; y: number }, other: { x: number; y: number }): void {
  // Crops are kept to six digits.
  expect(one.x).toBeCloseTo(other.x, 4);
  expect(one.y).toBeCloseTo(other.y, 4);
}

describe('moving a crop', () => {
  it('follows the hand exactly, also when turned, mirrored and straightened', () => {
    fc.assert(
      fc.property(
        roomyCrop,
        anyAspect,
        share(-0.15, 0.15),
        share(-0.15, 0.15),
        (crop, aspect, dx, dy) => {
          const moved = panCrop(crop, picture, aspect, dx, dy);
          expectSame(seenAt(moved, aspect, 0.5 + dx, 0.5 + dy), seenAt(crop, aspect, 0.5, 0.5));
        },
      ),
    );
  });

  it('comes away from an edge at once, however far the hand went beyond it', () => {
    const crop = zoomCrop(CENTRED, picture, 1, 2);
    const atEdge = panCrop(crop, picture, 1, 50, 0);
    expect(cropView(atEdge, picture, 1).source.x).toBeCloseTo(0, 6);
    const back = cropView(panCrop(atEdge, picture, 1, -0.1, 0), picture, 1);
    expect(back.source.x).toBeCloseTo(0.1 * back.width, 5);
  });

  it('keeps the point under the pointer where it is while zooming, however the picture lies', () => {
    fc.assert(
      fc.property(
        roomyCrop,
        anyAspect,
        share(0.3, 0.7),
        share(0.3, 0.7),
        share(1, 1.15),
        (crop, aspect, x, y, factor) => {
          const zoomed = zoomCrop(crop, picture, aspect, crop.zoom * factor, { x, y });
          expectSame(seenAt(zoomed, aspect, x, y), seenAt(crop, aspect, x, y));
        },
      ),
    );
  });

  it('turns what is seen clockwise by a quarter', () => {
    fc.assert(
      fc.property(roomyCrop, share(0, 1), share(0, 1), (crop, x, y) => {
        // A square frame, because the turned picture must fill the same one.
        expectSame(seenAt(turnCrop(crop), 1, 1 - y, x), seenAt(crop, 1, x, y));
      }),
    );
  });

  it('mirrors what is seen left to right, in any frame', () => {
    fc.assert(
      fc.property(anyCrop, anyAspect, share(0, 1), share(0, 1), (crop, aspect, x, y) => {
        expectSame(seenAt(mirrorCrop(crop), aspect, 1 - x, y), seenAt(crop, aspect, x, y));
      }),
    );
  });

  it('is what it was after four turns, and after mirroring twice', () => {
    fc.assert(
      fc.property(anyCrop, anyAspect, (crop, aspect) => {
        const turned = turnCrop(turnCrop(turnCrop(turnCrop(crop))));
        const mirrored = mirrorCrop(mirrorCrop(crop));
        for (const same of [turned, mirrored]) {
          expect(same.quarterTurns).toBe(crop.quarterTurns);
          expect(same.isMirrored).toBe(crop.isMirrored);
          expect(same.straightenDeg).toBeCloseTo(crop.straightenDeg, 9);
          expectSame(seenAt(same, aspect, 0.1, 0.9), seenAt(crop, aspect, 0.1, 0.9));
        }
      }),
    );
  });

  it('shows the same again when straightening is taken back', () => {
    fc.assert(
      fc.property(anyCrop, anyAspect, share(-40, 40), (crop, aspect, degrees) => {
        const level = { ...crop, straightenDeg: 0 };
        const back = straightenCrop(straightenCrop(level, degrees), 0);
        expectSame(seenAt(back, aspect, 0, 0), seenAt(level, aspect, 0, 0));
      }),
    );
  });

  it('straightens clockwise for the eye and at most by what a crop may hold', () => {
    const crop = straightenCrop({ ...CENTRED, zoom: 4 }, 90);
    expect(crop.straightenDeg).toBe(STRAIGHTEN_MAX_DEG);
    // What was level before now falls to the right: at the frame's right end a higher part of the picture shows.
    expect(seenAt(crop, 1, 1, 0.5).y).toBeLessThan(seenAt(crop, 1, 0, 0.5).y);
  });

  it('stays a valid crop inside the picture through any gesture', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('pan' as const), a: share(-3, 3), b: share(-3, 3) }),
      fc.record({ kind: fc.constant('zoom' as const), a: share(0.01, 30), b: share(0, 1) }),
      fc.record({ kind: fc.constant('straighten' as const), a: share(-60, 60), b: share(0, 1) }),
      fc.record({
        kind: fc.constantFrom('turn' as const, 'mirror' as const),
        a: share(0, 1),
        b: share(0, 1),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), share(0.2, 5), (steps, aspect) => {
        let crop = CENTRED;
        for (const { kind, a, b } of steps) {
          if (kind === 'pan') crop = panCrop(crop, picture, aspect, a, b);
          else if (kind === 'zoom') crop = zoomCrop(crop, picture, aspect, a, { x: b, y: b });
          else if (kind === 'straighten') crop = straightenCrop(crop, a);
          else crop = kind === 'turn' ? turnCrop(crop) : mirrorCrop(crop);
          expect(CropSchema.safeParse(crop).success).toBe(true);
          for (const [x, y] of [
            [0, 0],
            [1, 0],
            [0, 1],
            [1, 1],
          ] as const) {
            const seen = seenAt(crop, aspect, x, y);
            for (const value of [seen.x, seen.y]) {
              expect(value).toBeGreaterThan(-1e-6);
              expect(value).toBeLessThan(1 + 1e-6);
            }
          }
        }
      }),
    );
  });

  it('tells the dpi of what is printed and grades it as preflight does', () => {
    const box = { widthMm: 254, heightMm: 190.5 };
    expect(effectiveDpi(CENTRED, picture, box)).toBe(400);
    expect(effectiveDpi({ ...CENTRED, zoom: 2 }, picture, box)).toBe(200);
    expect(effectiveDpi({ ...CENTRED, quarterTurns: 1 }, picture, box)).toBe(300);
    expect([300, 299, 200, 199, 150, 149].map(sharpnessOf)).toEqual([
      'excellent',
      'good',
      'good',
      'weak',
      'weak',
      'blocked',
    ]);
  });

  it('calls a slot that takes exactly 300 dpi by that number, whatever its size in millimetres', () => {
    for (let inches = 1; inches <= 18; inches += 0.25) {
      const box = { widthMm: inches * 25.4, heightMm: inches * 25.4 };
      const exact = { widthPx: inches * 300, heightPx: inches * 300 };
      expect(effectiveDpi(CENTRED, exact, box), `${inches} inches`).toBe(300);
    }
  });
});
