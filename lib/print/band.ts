import { bandOpacity, luminance } from './contrast';
import type { Palette, Theme } from './theme';
import { ANY_TONES, type ToneRange } from './tones';

/** A translucent ground over a photo, and the theme as it is used on it. */
export type Band = { theme: Theme; opacity: number };

/** Below this a busy photo competes with the days even where the contrast would allow it. */
const LEAST_OPACITY = { known: 0.7, unknown: 0.86 };

/** A theme on a band like its own paper: light for a light theme, dark for a dark one. */
export function onBand(theme: Theme): Theme {
  return inPalette(theme, naturalPalette(theme));
}

/**
 * A band lets the photo shine through only as far as every text on it stays readable over any photo.
 * @param theme as returned by `onBand`
 */
export function bandOpacityOf(theme: Theme): number {
  return opacityOver(theme.palette, ANY_TONES, LEAST_OPACITY.unknown);
}

/**
 * The band for the photo that lies under it: light or dark, whichever needs to hide less of the photo; the one like the
 * theme's own paper when both need the same. Texts reach 4.5 to 1 on it, days of neighbour months 3 to 1.
 */
export function bandOver(theme: Theme, tones: ToneRange): Band {
  const natural = naturalPalette(theme);
  const least = tones === ANY_TONES ? LEAST_OPACITY.unknown : LEAST_OPACITY.known;
  const other = natural === theme.bandPalette ? theme.darkBandPalette : theme.bandPalette;
  const [best] = [natural, other]
    .map((palette) => ({ palette, opacity: opacityOver(palette, tones, least) }))
    .sort((a, b) => a.opacity - b.opacity);
  const { palette, opacity } = best ?? { palette: natural, opacity: 1 };
  return { theme: inPalette(theme, palette), opacity };
}

/** The least opacity, not below `least`, at which all texts of a palette can be read over these tones. */
export function opacityOver(palette: Palette, tones: ToneRange, least: number): number {
  const { ink, muted, accent, holiday, saturday, neighbour, paper } = palette;
  return bandOpacity(
    paper,
    [
      ...[ink, muted, accent, holiday, saturday].map((colour) => ({ colour, minRatio: 4.5 })),
      { colour: neighbour, minRatio: 3 },
    ],
    least,
    [tones.darkest, tones.lightest],
  );
}

/** Tinted days would lie on the band as patches of their own: there the days are ruled instead. */
function inPalette(theme: Theme, palette: Palette): Theme {
  return {
    ...theme,
    palette,
    tinted: 'none',
    grid: theme.grid === 'tiles' ? 'rules' : theme.grid,
  };
}

function naturalPalette({ palette, bandPalette, darkBandPalette }: Theme): Palette {
  return luminance(palette.paper) > 0.18 ? bandPalette : darkBandPalette;
}
