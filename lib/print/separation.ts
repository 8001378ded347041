import type { Colour, Operation } from './operations';
import type { Inks, OutputConditionId } from './press';

/** The colours of pages by what is drawn in them. A colour may be in several sets. */
export type ColourUse = {
  /** Of areas. */
  fills: ReadonlySet<Colour>;
  /** Of lines and outlines. */
  strokes: ReadonlySet<Colour>;
  texts: ReadonlySet<Colour>;
};

/** Every colour that an operation is drawn in, so that each can be separated once. */
export function coloursOf(operations: Iterable<Operation>): ColourUse {
  const fills = new Set<Colour>();
  const strokes = new Set<Colour>();
  const texts = new Set<Colour>();
  for (const operation of operations) {
    switch (operation.kind) {
      case 'rect':
      case 'path':
        if (operation.fill) fills.add(operation.fill);
        if (operation.stroke) strokes.add(operation.stroke.colour);
        break;
      case 'line':
        strokes.add(operation.colour);
        break;
      case 'placeholder':
        fills.add(operation.fill);
        break;
      case 'text':
        texts.add(operation.colour);
        break;
      case 'image':
        break;
    }
  }
  return { fills, strokes, texts };
}

/** How the profile separates colours; asked once for all. */
export type InksOfColours = (colours: readonly Colour[]) => Promise<ReadonlyMap<Colour, Inks>>;

/**
 * The inks of every colour. Texts that are dark and nearly neutral, and lines that no area shares its colour with, are
 * printed in black ink alone: mixed of four inks, a fine shape gets coloured edges on a press that is a little out of
 * register. White is bare paper and "#000000" black ink in any case.
 */
export async function separateColours(
  use: ColourUse,
  condition: OutputConditionId,
  inksOfColours: InksOfColours,
): Promise<{ inks: Map<Colour, Inks>; textInks: Map<Colour, Inks> }> {
  const mixed = await inksOfColours([...new Set([...use.fills, ...use.strokes, ...use.texts])]);
  const areaInks = (colour: Colour) => FIXED.get(colour) ?? (mixed.get(colour) as Inks);
  const fineInks = (colour: Colour) =>
    FIXED.get(colour) ?? blackAlone(colour, condition) ?? (mixed.get(colour) as Inks);
  const inks = new Map<Colour, Inks>();
  for (const colour of use.strokes) inks.set(colour, fineInks(colour));
  for (const colour of use.fills) inks.set(colour, areaInks(colour));
  const textInks = new Map([...use.texts].map((colour) => [colour, fineInks(colour)]));
  return { inks, textInks };
}

const FIXED: ReadonlyMap<Colour, Inks> = new Map([
  ['#ffffff', [0, 0, 0, 0]],
  ['#000000', [0, 0, 0, 1]],
]);

/** Lighter text keeps its tint: a few dots of one ink would carry no letter. */
const BLACK_ALONE_LIGHTNESS_MAX = 70;
/** Up to here (CIELAB chroma) a dark colour reads as grey. */
const BLACK_ALONE_CHROMA_MAX = 12;
/** Black ink alone is no darker than this lightness; below it even a clear tint is hardly seen. */
const DEEP_LIGHTNESS_MAX = 16;
const DEEP_CHROMA_MAX = 24;

/** The share of black ink alone that is as light as the colour; null when it is too light or too colourful for that. */
function blackAlone(colour: Colour, condition: OutputConditionId): Inks | null {
  const { lightness, chroma, luminance } = cielab(colour);
  const isDeep = lightness <= DEEP_LIGHTNESS_MAX && chroma <= DEEP_CHROMA_MAX;
  const isGrey = lightness <= BLACK_ALONE_LIGHTNESS_MAX && chroma <= BLACK_ALONE_CHROMA_MAX;
  return isDeep || isGrey ? [0, 0, 0, blackShare(luminance, condition)] : null;
}

/**
 * Luminance of the tints of black ink, CIE Y with paper at 87.62, from the characterisation data of the conditions
 * (FOGRA39L; ANSI CGATS/GRACoL TR 006-2007).
 */
const BLACK_TINTS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 85, 90, 95, 100] as const;
const TINT_LUMINANCE: Record<OutputConditionId, readonly number[]> = {
  fogra39: [87.62, 74.1, 61.77, 50.08, 39.73, 30.19, 22.11, 14.92, 9.33, 6.96, 4.98, 3.37, 2.1],
  gracol2006: [87.62, 71.92, 58.25, 46.67, 36.69, 27.87, 20.43, 13.85, 8.7, 6.47, 4.6, 3.09, 1.9],
};

function blackShare(luminance: number, condition: OutputConditionId): number {
  const steps = TINT_LUMINANCE[condition];
  const paper = steps[0] as number;
  const wanted = luminance * paper;
  const darker = steps.findIndex((step) => step <= wanted);
  if (darker === -1) return 1;
  if (darker === 0) return 0;
  const [above, below] = [steps[darker - 1] as number, steps[darker] as number];
  const [from, to] = [BLACK_TINTS[darker - 1] as number, BLACK_TINTS[darker] as number];
  return (from + ((above - wanted) / (above - below)) * (to - from)) / 100;
}

/** CIELAB of a colour against its own white (IEC 61966-2-1, adapted to D50 by Bradford's method). */
function cielab(colour: Colour): { lightness: number; chroma: number; luminance: number } {
  const linear = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const [r, g, b] = [linear(1), linear(3), linear(5)];
  const luminance = 0.2225 * r + 0.7169 * g + 0.0606 * b;
  const cubic = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * (24389 / 27) + 16) / 116);
  const x = cubic((0.4361 * r + 0.3851 * g + 0.1431 * b) / 0.9643);
  const y = cubic(luminance);
  const z = cubic((0.0139 * r + 0.0971 * g + 0.7141 * b) / 0.8251);
  const [a, bAxis] = [500 * (x - y), 200 * (y - z)];
  return { lightness: 116 * y - 16, chroma: Math.hypot(a, bAxis), luminance };
}
