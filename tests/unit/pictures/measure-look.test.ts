import { describe, expect, it } from 'vitest';
import { measureLook } from '@/lib/pictures/measure-look';
import { readAnalysis, TONES_SIDE } from '@/lib/pictures/picture-analysis';
import { TONES_SIDE as PRINTED_TONES_SIDE } from '@/lib/print/print-input';

type Paint = (x: number, y: number) => readonly [number, number, number];

function pixels(widthPx: number, heightPx: number, paint: Paint) {
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) data.set(paint(x, y), (y * widthPx + x) * 3);
  }
  return { data, widthPx, heightPx };
}

const GREEN = [70, 110, 70] as const;
/** A red chequered ball on a green meadow. */
const ball = (atX: number, atY: number): Paint => {
  return (x, y) => {
    if (Math.hypot(x - atX, y - atY) > 30) return GREEN;
    return (Math.floor(x / 3) + Math.floor(y / 3)) % 2 === 0 ? [210, 60, 40] : [240, 200, 180];
  };
};

describe('where a picture is light and dark', () => {
  it('has the relative luminance of each part, averaged in light and not in code values', () => {
    const { tones } = measureLook(
      pixels(160, 96, (x, y) => {
        if (y >= 48) return [255, 255, 255];
        if (x < 80) return [0, 0, 0];
        // Every other pixel white is half the light, though half the code value is a fifth of it.
        return (x + y) % 2 === 0 ? [0, 0, 0] : [255, 255, 255];
      }),
    );
    expect(tones).toHaveLength(256);
    expect(tones[0]).toBe(0);
    expect(tones[15]).toBe(0.5);
    expect(tones.at(-1)).toBe(1);
  });

  it('is read back as it was stored, and by the grid that the print engine uses', () => {
    const look = measureLook(pixels(120, 80, ball(40, 40)));
    expect(readAnalysis(JSON.parse(JSON.stringify(look)))).toEqual(look);
    expect(TONES_SIDE).toBe(PRINTED_TONES_SIDE);
  });

  it('counts what is of another shape as nothing found', () => {
    for (const stored of [null, 'x', { tones: [1, 2] }, { focus: { x: 2, y: 0 } }]) {
      expect(readAnalysis(stored)).toEqual({});
    }
  });
});

describe('where the eye goes first', () => {
  it('is the thing that differs from its surroundings, wherever it is', () => {
    for (const [x, y] of [
      [90, 70],
      [290, 80],
      [150, 200],
    ] as const) {
      const { focus } = measureLook(pixels(400, 266, ball(x, y)));
      expect(Math.abs(focus.x - x / 400)).toBeLessThan(0.03);
      expect(Math.abs(focus.y - y / 266)).toBeLessThan(0.03);
    }
  });

  it('is the middle of a picture without anything in it', () => {
    expect(measureLook(pixels(100, 60, () => GREEN)).focus).toEqual({ x: 0.5, y: 0.5 });
  });

  it('prefers what is sharp to what is only bright', () => {
    const { focus } = measureLook(
      pixels(400, 266, (x, y) => {
        const isSharp = Math.hypot(x - 120, y - 133) < 35;
        if (isSharp) return (x + y) % 4 < 2 ? [150, 120, 60] : [40, 60, 30];
        const glow = Math.max(0, 1 - Math.hypot(x - 300, y - 100) / 120);
        return [60 + 150 * glow, 80 + 140 * glow, 60 + 120 * glow];
      }),
    );
    expect(focus.x).toBeLessThan(0.42);
  });
});
