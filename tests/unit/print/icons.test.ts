import { describe, expect, it } from 'vitest';
import { ICON_IDS } from '@/lib/calendars/document';
import { iconPath } from '@/lib/print/icons';
import { hullOf } from '@/lib/print/path-tools';

/** Signed areas of the outlines of a path, handles of curves taken as corners. */
function areasOf(d: string): number[] {
  return d
    .split('M')
    .filter((part) => part !== '')
    .map((part) => {
      const numbers = (part.match(/-?\d+\.?\d*/g) ?? []).map(Number);
      let twice = 0;
      for (let index = 0; index < numbers.length; index += 2) {
        const [x = 0, y = 0] = numbers.slice(index, index + 2);
        const next = (index + 2) % numbers.length;
        twice += x * (numbers[next + 1] ?? 0) - (numbers[next] ?? 0) * y;
      }
      return twice / 2;
    });
}

describe.each(ICON_IDS)('the icon %s', (icon) => {
  it('stays inside its box, wherever and however large that is', () => {
    for (const [xMm, yMm, sizeMm] of [
      [0, 0, 24],
      [101.5, 33.25, 3],
    ] as const) {
      const hull = hullOf(iconPath(icon, xMm, yMm, sizeMm));
      expect(hull.xMm).toBeGreaterThanOrEqual(xMm - 0.001);
      expect(hull.yMm).toBeGreaterThanOrEqual(yMm - 0.001);
      expect(hull.xMm + hull.widthMm).toBeLessThanOrEqual(xMm + sizeMm + 0.001);
      expect(hull.yMm + hull.heightMm).toBeLessThanOrEqual(yMm + sizeMm + 0.001);
    }
  });

  it('fills its box well enough to be told at a glance', () => {
    const hull = hullOf(iconPath(icon, 0, 0, 24));
    expect(Math.max(hull.widthMm, hull.heightMm)).toBeGreaterThan(19);
    const inked = areasOf(iconPath(icon, 0, 0, 24)).reduce((sum, area) => sum + area, 0);
    expect(inked).toBeGreaterThan(24 * 24 * 0.18);
    expect(inked).toBeLessThan(24 * 24 * 0.8);
  });

  it('closes every outline and turns the first one clockwise, so that both fill rules agree', () => {
    const d = iconPath(icon, 0, 0, 24);
    expect(d.match(/M/g)?.length).toBe(d.match(/Z/g)?.length);
    expect(areasOf(d)[0]).toBeGreaterThan(0);
  });
});

it('no two icons look the same', () => {
  const drawn = ICON_IDS.map((icon) => iconPath(icon, 0, 0, 24));
  expect(new Set(drawn).size).toBe(ICON_IDS.length);
});
