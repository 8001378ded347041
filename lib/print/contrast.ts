import type { Colour } from './operations';

type Rgb = readonly [number, number, number];

function channelsOf(colour: Colour): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Relative luminance as WCAG 2.2 defines it: 0 for black, 1 for white. */
export function luminance(colour: Colour): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const [red, green, blue] = channelsOf(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG 2.2 contrast ratio, from 1 for equal colours to 21 for black on white. */
export function contrastRatio(one: Colour, other: Colour): number {
  const light = Math.max(luminance(one), luminance(other));
  const dark = Math.min(luminance(one), luminance(other));
  return (light + 0.05) / (dark + 0.05);
}

/** What is seen when `colour` lies over `ground` with the given opacity, 0 to 1. */
export function blend(colour: Colour, ground: Colour, opacity: number): Colour {
  const top = channelsOf(colour);
  const under = channelsOf(ground);
  const hex = top.map((channel, index) => {
    const mixed = Math.round(channel * opacity + (under[index] ?? 0) * (1 - opacity));
    return mixed.toString(16).padStart(2, '0');
  });
  return `#${hex.join('')}`;
}

/** The grey of a relative luminance, 0 to 1. */
export function greyOf(luminanceShare: number): Colour {
  const share = Math.min(1, Math.max(0, luminanceShare));
  const channel = share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055;
  const hex = Math.round(channel * 255)
    .toString(16)
    .padStart(2, '0');
  return `#${hex}${hex}${hex}`;
}

/**
 * The least opacity, in steps of 0.02 from `fromOpacity`, at which a band keeps every text readable over all that may
 * lie under it.
 * @param under the darkest and the lightest that may lie there
 */
export function bandOpacity(
  band: Colour,
  texts: readonly { colour: Colour; minRatio: number }[],
  fromOpacity: number,
  under: readonly Colour[],
): number {
  for (let opacity = fromOpacity; opacity < 1; opacity = Math.round(opacity * 100 + 2) / 100) {
    const grounds = under.map((ground) => blend(band, ground, opacity));
    const readable = texts.every(({ colour, minRatio }) =>
      grounds.every((ground) => contrastRatio(colour, ground) >= minRatio),
    );
    if (readable) return opacity;
  }
  return 1;
}
