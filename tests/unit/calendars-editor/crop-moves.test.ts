import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveDpi, panCrop, sharpnessOf, zoomCrop } from '@/lib/calendars/crop-moves';
import { CENTRED } from '@/lib/calendars/document';
import { cropSource } from '@/lib/print/crop-source';

const picture = { widthPx: 4000, heightPx: 3000 };

describe('moving a crop', () => {
  it('moves the picture with the hand: half a frame to the right shows what was half a frame left', () => {
    const crop = zoomCrop(CENTRED, picture, 1, 4);
    const before = cropSource(crop, picture, 1);
    const after = cropSource(panCrop(crop, picture, 1, 0.5, 0), picture, 1);
    expect(after.x).toBeCloseTo(before.x - before.width / 2, 5);
    expect(after.y).toBeCloseTo(before.y, 5);
  });

  it('comes away from an edge at once, however far the hand went beyond it', () => {
    const crop = zoomCrop(CENTRED, picture, 1, 2);
    const atEdge = panCrop(crop, picture, 1, 50, 0);
    expect(cropSource(atEdge, picture, 1).x).toBeCloseTo(0, 6);
    const back = panCrop(atEdge, picture, 1, -0.1, 0);
    expect(cropSource(back, picture, 1).x).toBeCloseTo(0.1 * cropSource(back, picture, 1).width, 5);
  });

  it('keeps the point under the pointer where it is while zooming', () => {
    const crop = zoomCrop(CENTRED, picture, 1.5, 2);
    const anchor = { x: 0.25, y: 0.7 };
    const pointOf = (c: typeof crop) => {
      const source = cropSource(c, picture, 1.5);
      return { x: source.x + anchor.x * source.width, y: source.y + anchor.y * source.height };
    };
    const zoomed = zoomCrop(crop, picture, 1.5, 3, anchor);
    expect(pointOf(zoomed).x).toBeCloseTo(pointOf(crop).x, 5);
    expect(pointOf(zoomed).y).toBeCloseTo(pointOf(crop).y, 5);
  });

  it('stays a valid crop inside the picture through any gesture', () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('pan' as const),
        a: fc.double({ min: -3, max: 3, noNaN: true }),
        b: fc.double({ min: -3, max: 3, noNaN: true }),
      }),
      fc.record({
        kind: fc.constant('zoom' as const),
        a: fc.double({ min: 0.01, max: 30, noNaN: true }),
        b: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 20 }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (steps, aspect) => {
          let crop = CENTRED;
          for (const { kind, a, b } of steps) {
            crop =
              kind === 'pan'
                ? panCrop(crop, picture, aspect, a, b)
                : zoomCrop(crop, picture, aspect, a, { x: b, y: b });
          }
          expect(crop.zoom).toBeGreaterThanOrEqual(1);
          expect(crop.zoom).toBeLessThanOrEqual(8);
          for (const value of [crop.x, crop.y]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('tells the dpi of what is printed and grades it as preflight does', () => {
    const box = { widthMm: 254, heightMm: 190.5 };
    expect(effectiveDpi(CENTRED, picture, box)).toBe(400);
    expect(effectiveDpi({ ...CENTRED, zoom: 2 }, picture, box)).toBe(200);
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
