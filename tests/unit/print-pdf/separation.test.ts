import { describe, expect, it } from 'vitest';
import { inksOfColours } from '@/lib/pictures/convert-colours';
import type { Colour, Operation } from '@/lib/print/operations';
import type { Inks } from '@/lib/print/press';
import { coloursOf, separateColours } from '@/lib/print/separation';
import { builtInThemes } from '@/lib/print/theme';
import { image, text } from './paint-fixture';

const box = { xMm: 0, yMm: 0, widthMm: 10, heightMm: 10 };
const rect = (fill: Colour | null, stroke: Colour | null): Operation => ({
  kind: 'rect',
  ...box,
  fill,
  opacity: 1,
  stroke: stroke && { colour: stroke, widthMm: 0.2 },
  radiusMm: 0,
});

function separated(operations: readonly Operation[]) {
  return separateColours(coloursOf(operations), 'fogra39', (colours) =>
    inksOfColours(colours, 'fogra39'),
  );
}

const sum = (inks: Inks | undefined) => (inks ?? []).reduce((total, ink) => total + ink, 0);

describe('the colours of pages', () => {
  it('are all found, whatever is drawn in them', () => {
    const operations: Operation[] = [
      rect('#110000', '#220000'),
      { kind: 'line', x1Mm: 0, y1Mm: 0, x2Mm: 9, y2Mm: 9, colour: '#330000', widthMm: 1 },
      { kind: 'path', d: 'M0 0 L1 1Z', fill: '#440000', opacity: 1, stroke: null },
      { kind: 'placeholder', ...box, slotIndex: 0, fill: '#550000' },
      text({ colour: '#660000' }),
      image({}),
    ];
    const { fills, strokes, texts } = coloursOf(operations);
    expect([...fills]).toEqual(['#110000', '#440000', '#550000']);
    expect([...strokes]).toEqual(['#220000', '#330000']);
    expect([...texts]).toEqual(['#660000']);
  });
});

describe('in the inks of the press', () => {
  it('dark and nearly neutral text is black ink alone, the lighter the less of it', async () => {
    const colours: Colour[] = ['#000000', '#1b1714', '#5c574e', '#94887e'];
    const { textInks } = await separated(colours.map((colour) => text({ colour })));
    const blacks = colours.map((colour) => {
      const [cyan, magenta, yellow, black = 0] = textInks.get(colour) ?? [];
      expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
      return black;
    });
    expect(blacks[0]).toBe(1);
    expect(blacks[1]).toBe(1);
    expect(blacks[2]).toBeCloseTo(0.818, 2);
    expect(blacks[3]).toBeCloseTo(0.597, 2);
  });

  it('coloured and light text keeps its colour, and white text is bare paper', async () => {
    const { textInks } = await separated([
      text({ colour: '#b01020' }),
      text({ colour: '#f6efdf' }),
      text({ colour: '#ffffff' }),
    ]);
    const [, magenta = 0, yellow = 0] = textInks.get('#b01020') ?? [];
    expect(Math.min(magenta, yellow)).toBeGreaterThan(0.6);
    expect(sum(textInks.get('#f6efdf'))).toBeGreaterThan(0.05);
    expect(sum(textInks.get('#ffffff'))).toBe(0);
  });

  it('a neutral line is black ink alone, unless an area has its colour and both must match', async () => {
    const grey = '#5a5a5a';
    const alone = await separated([rect(null, grey)]);
    expect(alone.inks.get(grey)?.slice(0, 3)).toEqual([0, 0, 0]);
    const shared = await separated([rect(null, grey), rect(grey, null)]);
    expect(sum(shared.inks.get(grey)?.slice(0, 3) as unknown as Inks)).toBeGreaterThan(0.5);
  });

  it('every colour of every theme stays within the ink limit', async () => {
    const colours = new Set(JSON.stringify(builtInThemes()).match(/#[0-9a-f]{6}/g) as Colour[]);
    expect(colours.size).toBeGreaterThan(10);
    const operations = [...colours].flatMap((colour) => [rect(colour, colour), text({ colour })]);
    const { inks, textInks } = await separated(operations);
    for (const one of [...inks.values(), ...textInks.values()]) {
      expect(sum(one)).toBeLessThanOrEqual(2.8);
    }
  });
});
