import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMAT_IDS } from '@/lib/calendars/document';
import { blend, contrastRatio, luminance } from '@/lib/print/contrast';
import { cropSource } from '@/lib/print/crop-source';
import { formatOf, holesOf, safeBoxOf } from '@/lib/print/formats';
import { overlayOf } from '@/lib/print/overlay';

describe.each(FORMAT_IDS)('%s', (id) => {
  const format = formatOf(id);
  const { widthMm, heightMm } = format.trim;

  test('keeps text out of the binding zone and off the edges', () => {
    const safe = safeBoxOf(format);
    expect(safe.yMm).toBeGreaterThanOrEqual(format.binding.zoneMm);
    expect(safe.xMm).toBeGreaterThanOrEqual(5);
    expect(widthMm - safe.xMm - safe.widthMm).toBeGreaterThanOrEqual(5);
    expect(heightMm - safe.yMm - safe.heightMm).toBeCloseTo(5, 9);
  });

  test('has holes at three to the inch, symmetric, whole, inside the binding zone, none in the notch', () => {
    const holes = holesOf(format);
    const { notch } = overlayOf(format);
    expect(holes.length).toBeGreaterThan(20);
    holes.forEach((hole, index) => {
      const mirror = holes[holes.length - 1 - index];
      expect(hole.xMm + (mirror?.xMm ?? 0)).toBeCloseTo(widthMm, 6);
      expect(hole.yMm + hole.radiusMm).toBeLessThan(format.binding.zoneMm);
      expect(hole.xMm - hole.radiusMm).toBeGreaterThan(0);
      expect(Math.abs(hole.xMm - notch.xMm)).toBeGreaterThan(notch.radiusMm + hole.radiusMm - 1e-9);
    });
    expect((holes[1]?.xMm ?? 0) - (holes[0]?.xMm ?? 0)).toBeCloseTo(25.4 / 3, 6);
  });

  test('bleeds three millimetres on each side', () => {
    expect(overlayOf(format).bleed).toEqual({
      xMm: -3,
      yMm: -3,
      widthMm: widthMm + 6,
      heightMm: heightMm + 6,
    });
  });
});

describe('the crop', () => {
  test('has the shape of the box, lies inside the picture and is the largest at zoom 1', () => {
    const side = fc.integer({ min: 200, max: 12_000 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ widthPx: side, heightPx: side }),
        fc.record({ x: share, y: share, zoom: fc.double({ min: 1, max: 8, noNaN: true }) }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (picture, crop, boxAspect) => {
          const { x, y, width, height } = cropSource(crop, picture, boxAspect);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(1 + 1e-12);
          expect(y + height).toBeLessThanOrEqual(1 + 1e-12);
          const aspect = (width * picture.widthPx) / (height * picture.heightPx);
          expect(aspect / boxAspect).toBeCloseTo(1, 9);
          expect(Math.max(width, height) * crop.zoom).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  test('is centred on its point where the picture allows it', () => {
    const source = cropSource({ x: 0.4, y: 0.5, zoom: 2 }, { widthPx: 3000, heightPx: 2000 }, 1.5);
    expect(source).toEqual({ x: 0.4 - 0.25, y: 0.25, width: 0.5, height: 0.5 });
    expect(
      cropSource({ x: 0, y: 1, zoom: 2 }, { widthPx: 3000, heightPx: 2000 }, 1.5),
    ).toMatchObject({ x: 0, y: 0.5 });
  });
});

describe('contrast', () => {
  test('agrees with the examples of WCAG', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 9);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(luminance('#ffffff')).toBeCloseTo(1, 9);
  });

  test('blends as a translucent layer does', () => {
    expect(blend('#ffffff', '#000000', 0.5)).toBe('#808080');
    expect(blend('#123456', '#ffffff', 1)).toBe('#123456');
  });
});
