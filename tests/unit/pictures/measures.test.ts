import { describe, expect, it } from 'vitest';
import { differenceHash, hashDistance } from '@/lib/pictures/perceptual-hash';
import { measureSharpness } from '@/lib/pictures/sharpness';

/** Soft vertical edges of about that width and contrast up to a column; the rest is plain. */
function edges(edgePx: number, contrast: number, untilPx = 480) {
  const [widthPx, heightPx] = [480, 320];
  const data = new Uint8Array(widthPx * heightPx).fill(60 + contrast);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < untilPx; x += 1) {
      const phase = Math.abs((x % 80) - 40) - 20;
      data[y * widthPx + x] = Math.round(60 + contrast / (1 + Math.exp((-4 * phase) / edgePx)));
    }
  }
  return { data, widthPx, heightPx };
}

describe('sharpness', () => {
  it('falls as edges get wider', () => {
    const values = [1, 2, 4, 8].map((width) => measureSharpness(edges(width, 180)));
    expect([...values].sort((a, b) => b - a)).toEqual(values);
    expect(values[0]).toBeGreaterThan(40);
    expect(values[3]).toBeLessThan(12);
  });

  it('does not depend on contrast, nor on how much of the picture is plain', () => {
    const whole = measureSharpness(edges(2, 180));
    expect(Math.abs(measureSharpness(edges(2, 90)) / whole - 1)).toBeLessThan(0.15);
    expect(Math.abs(measureSharpness(edges(2, 180, 80)) / whole - 1)).toBeLessThan(0.15);
  });

  it('is nothing for a picture without an edge', () => {
    expect(measureSharpness(edges(2, 0))).toBe(0);
  });
});

describe('the difference hash', () => {
  const rising = Uint8Array.from({ length: 72 }, (_, i) => i % 9);
  it('has one bit for each pair of neighbours', () => {
    expect(differenceHash(rising)).toBe('ffffffffffffffff');
    expect(differenceHash(rising.map((value) => 8 - value))).toBe('0000000000000000');
    const one = Uint8Array.from(rising);
    one[0] = 9;
    expect(differenceHash(one)).toBe('7fffffffffffffff');
  });

  it('counts differing bits', () => {
    expect(hashDistance('ffffffffffffffff', '7ffffffffffffffe')).toBe(2);
    expect(hashDistance('0000000000000000', 'ffffffffffffffff')).toBe(64);
  });
});
