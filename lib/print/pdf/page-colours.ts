import { assert } from '@/lib/core/assert';
import type { Colour } from '../operations';
import type { Inks } from '../press';
import { num } from './numbers';

/** How an edition writes the colours of the pages. */
export type PageColours = {
  fill(colour: Colour): string;
  stroke(colour: Colour): string;
  text(colour: Colour): {
    operators: string;
    /** Printed over what lies beneath instead of leaving it out, so that a press out of register shows no gaps. */
    isOverprinted: boolean;
  };
};

/** The name of the sRGB space in the resources of every page but those for the press. */
export const SRGB = 'Srgb';

/** Black text is black alone on a printer at home too; in sRGB it would be mixed of all inks, and fine text would blur. */
const BLACK: Colour = '#000000';

/** Colours in sRGB by its profile. */
export const SCREEN_COLOURS: PageColours = {
  fill: srgbFill,
  stroke: (colour) => (colour === BLACK ? '0 G' : `/${SRGB} CS ${channels(colour)} SC`),
  text: (colour) => ({ operators: srgbFill(colour), isOverprinted: false }),
};

function srgbFill(colour: Colour): string {
  return colour === BLACK ? '0 g' : `/${SRGB} cs ${channels(colour)} sc`;
}

function channels(colour: Colour): string {
  const channel = (at: number) => num(Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return `${channel(1)} ${channel(3)} ${channel(5)}`;
}

/** Colours in the inks of the output condition. @throws when a colour has not been separated */
export function pressColours(separation: {
  inks: ReadonlyMap<Colour, Inks>;
  textInks: ReadonlyMap<Colour, Inks>;
}): PageColours {
  const inksOf = (from: ReadonlyMap<Colour, Inks>, colour: Colour) => {
    const inks = from.get(colour);
    assert(inks, `colour ${colour} is separated`);
    return inks;
  };
  return {
    fill: (colour) => `${amounts(inksOf(separation.inks, colour))} k`,
    stroke: (colour) => `${amounts(inksOf(separation.inks, colour))} K`,
    text(colour) {
      const inks = inksOf(separation.textInks, colour);
      const [cyan, magenta, yellow, black] = inks;
      return {
        operators: `${amounts(inks)} k`,
        isOverprinted: cyan + magenta + yellow === 0 && black >= OVERPRINT_MIN,
      };
    },
  };
}

/** Lighter greys would let the colours beneath show through, and paper white would not be there at all. */
const OVERPRINT_MIN = 0.6;

function amounts(inks: Inks): string {
  return inks.map(num).join(' ');
}
