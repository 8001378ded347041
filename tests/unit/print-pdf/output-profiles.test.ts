import { describe, expect, it } from 'vitest';
import { inksOfColours } from '@/lib/pictures/convert-colours';
import { softProofColours } from '@/lib/pictures/soft-proof';
import type { Colour } from '@/lib/print/operations';
import { OUTPUT_CONDITIONS } from '@/lib/print/press';
import { outputProfileOf } from '@/lib/providers/output-profiles';

const colourOf = (...channels: number[]): Colour =>
  `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

const channelsOf = (colour: Colour) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe.each(OUTPUT_CONDITIONS)('the profile of %s', (condition) => {
  it('separates for a printer: CMYK over Lab, version 2, under its own name', () => {
    const { bytes } = outputProfileOf(condition);
    const header = Buffer.from(bytes.subarray(0, 128)).toString('latin1');
    expect(header.slice(12, 24)).toBe('prtrCMYKLab ');
    expect(bytes[8]).toBe(2);
    expect(Buffer.from(bytes).includes('Twelvefold Coated')).toBe(true);
    expect(bytes.length).toBeLessThan(250_000);
  });

  it('keeps every colour within its ink limit, and leaves room for black text on top', async () => {
    const colours: Colour[] = [];
    for (let red = 0; red < 256; red += 15)
      for (let green = 0; green < 256; green += 15)
        for (let blue = 0; blue < 256; blue += 15) colours.push(colourOf(red, green, blue));
    const inks = [...(await inksOfColours(colours, condition)).values()];
    expect(inks).toHaveLength(18 ** 3);
    expect(Math.max(...inks.map(sum))).toBeLessThanOrEqual(2.8);
    expect(Math.max(...inks.map((one) => sum(one.slice(0, 3))))).toBeLessThanOrEqual(2);
  });

  it('leaves paper bare and makes a deep black of all inks', async () => {
    const inks = await inksOfColours(['#ffffff', '#000000'], condition);
    expect(inks.get('#ffffff')).toEqual([0, 0, 0, 0]);
    expect(sum(inks.get('#000000') ?? [])).toBeGreaterThan(2.6);
  });

  it('has no black ink in light skin and sky', async () => {
    const inks = await inksOfColours(['#e9bea4', '#f3d9c8', '#bcd8ee'], condition);
    for (const [, , , black] of inks.values()) expect(black).toBeLessThanOrEqual(0.02);
  });

  it('turns a grey ramp into even ramps of ink', async () => {
    const greys = Array.from({ length: 256 }, (_, grey) => colourOf(grey, grey, grey));
    const inks = [...(await inksOfColours(greys, condition)).values()];
    const steps = inks.slice(1).map((after, index) => {
      const before = inks[index] ?? [0, 0, 0, 0];
      return after.map((ink, channel) => ink - (before[channel] ?? 0));
    });
    for (const step of steps) {
      // Lighter grey, less black: never a band where the ramp turns back by more than rounding.
      expect(step[3]).toBeLessThanOrEqual(2 / 255);
      for (const change of step) expect(Math.abs(change)).toBeLessThanOrEqual(6 / 255);
    }
  });

  it('brings greys, skin and other colours that can be printed back nearly as they were', async () => {
    const greys = Array.from({ length: 15 }, (_, index) => {
      const grey = 24 + index * 16;
      return colourOf(grey, grey, grey);
    });
    const printable: Colour[] = ['#e9bea4', '#c68662', '#784a32', '#5c6636', '#a3322a', '#dcb872'];
    const proved = await softProofColours([...greys, ...printable], condition);
    for (const [colour, printed] of proved) {
      const differences = channelsOf(colour).map((channel, index) =>
        Math.abs(channel - (channelsOf(printed)[index] ?? 0)),
      );
      expect(Math.max(...differences), `${colour} printed as ${printed}`).toBeLessThanOrEqual(12);
    }
  });
});

it('a colour that no ink reaches is shown duller by the soft proof', async () => {
  const proved = await softProofColours(['#00ff00', '#2020ff'], 'fogra39');
  const [, green = 255] = channelsOf(proved.get('#00ff00') ?? '#ffffff');
  const [, , blue = 255] = channelsOf(proved.get('#2020ff') ?? '#ffffff');
  expect(green).toBeLessThan(220);
  expect(blue).toBeLessThan(220);
});
