import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CENTRED, FORMAT_IDS } from '@/lib/calendars/document';
import { blend, contrastRatio, luminance } from '@/lib/print/contrast';
import { cropView } from '@/lib/print/crop-source';
import { formatOf, holesOf, safeBoxOf } from '@/lib/print/formats';
import { overlayOf } from '@/lib/print/overlay';
import { PRESS_IDS, pressOf, usualPressOf } from '@/lib/print/press';

describe.each(FORMAT_IDS)('%s', (id) => {
  const format = formatOf(id);
  const { widthMm, heightMm } = format.trim;

  test('keeps text out of the binding zone and off the edges', () => {
    const safe = safeBoxOf(format);
    expect(safe.yMm).toBeGreaterThanOrEqual(format.binding?.zoneMm ?? 8);
    expect(safe.xMm).toBeGreaterThanOrEqual(4);
    expect(widthMm - safe.xMm - safe.widthMm).toBeGreaterThanOrEqual(4);
    expect(heightMm - safe.yMm - safe.heightMm).toBeCloseTo(format.safeMm, 9);
  });

  test('has holes at three to the inch, symmetric, whole, inside the binding zone, none in the notch', () => {
    const { binding } = format;
    const holes = holesOf(format);
    const { notch } = overlayOf(format);
    if (!binding) {
      expect(holes).toEqual([]);
      expect(notch).toBeNull();
      return;
    }
    expect(holes.length).toBeGreaterThan(20);
    // A calendar that stands on a desk needs no hanger, and so no notch.
    expect(notch === null).toBe(id === 'desk-a5-landscape');
    holes.forEach((hole, index) => {
      const mirror = holes[holes.length - 1 - index];
      expect(hole.xMm + (mirror?.xMm ?? 0)).toBeCloseTo(widthMm, 6);
      expect(hole.yMm + hole.radiusMm).toBeLessThan(binding.zoneMm);
      expect(hole.xMm - hole.radiusMm).toBeGreaterThan(0);
      if (!notch) return;
      expect(Math.abs(hole.xMm - notch.xMm)).toBeGreaterThan(notch.radiusMm + hole.radiusMm - 1e-9);
    });
    expect((holes[1]?.xMm ?? 0) - (holes[0]?.xMm ?? 0)).toBeCloseTo(25.4 / 3, 6);
  });

  test('bleeds as far as its print house asks, 2 to 8 mm on each side', () => {
    for (const pressId of PRESS_IDS) {
      const { bleedMm } = pressOf(pressId);
      expect(bleedMm).toBeGreaterThanOrEqual(2);
      expect(bleedMm).toBeLessThanOrEqual(8);
      expect(overlayOf(formatOf(id, pressOf(pressId))).bleed).toEqual({
        xMm: -bleedMm,
        yMm: -bleedMm,
        widthMm: widthMm + 2 * bleedMm,
        heightMm: heightMm + 2 * bleedMm,
      });
    }
    expect(format.bleedMm).toBe(usualPressOf(id).bleedMm);
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
          const { x, y, width, height } = cropView(
            { ...CENTRED, ...crop },
            picture,
            boxAspect,
          ).source;
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
    const landscape = { widthPx: 3000, heightPx: 2000 };
    const sourceOf = (crop: { x: number; y: number; zoom: number }) =>
      cropView({ ...CENTRED, ...crop }, landscape, 1.5).source;
    expect(sourceOf({ x: 0.4, y: 0.5, zoom: 2 })).toEqual({
      x: 0.4 - 0.25,
      y: 0.25,
      width: 0.5,
      height: 0.5,
    });
    expect(sourceOf({ x: 0, y: 1, zoom: 2 })).toMatchObject({ x: 0, y: 0.5 });
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
