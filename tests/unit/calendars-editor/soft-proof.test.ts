import { describe, expect, it } from 'vitest';
import { proofedSvg } from '@/components/calendars/use-soft-proof';

const drawing =
  '<svg><rect fill="#ff0000" stroke="#00ff00"/><path d="#ff0000"/>' +
  '<image href="/api/pictures/pic_a/screen"/><image href="/api/pictures/pic_b/thumb"/></svg>';

describe('a drawing in printed colours', () => {
  it('has each known paint as it comes out in print, and only paints', () => {
    const proof = {
      condition: 'fogra39' as const,
      colours: new Map([['#ff0000', '#e2001a']]),
      pictures: new Set<string>(),
    };
    expect(proofedSvg(drawing, proof)).toBe(drawing.replace('fill="#ff0000"', 'fill="#e2001a"'));
  });

  it('takes the pictures that are there in printed colours, at any size, and leaves the others', () => {
    const proof = {
      condition: 'gracol2006' as const,
      colours: new Map<string, string>(),
      pictures: new Set(['/api/pictures/pic_b']),
    };
    expect(proofedSvg(drawing, proof)).toBe(
      drawing.replace('pic_b/thumb', 'pic_b/soft-proof?condition=gracol2006'),
    );
  });
});
