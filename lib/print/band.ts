import { bandOpacity } from './contrast';
import type { Theme } from './theme';

/** Below this a busy photo competes with the days even where the contrast would allow it. */
const LEAST_OPACITY = 0.86;

/** A theme as it is used on a translucent band. */
export function onBand(theme: Theme): Theme {
  return { ...theme, palette: { ...theme.palette, ...theme.bandPalette } };
}

/**
 * A band lets the photo shine through only as far as every text on it stays readable over any photo.
 * @param theme as returned by `onBand`
 */
export function bandOpacityOf(theme: Theme): number {
  const { ink, muted, accent, holiday, saturday, neighbour, paper } = theme.palette;
  return bandOpacity(
    paper,
    [
      ...[ink, muted, accent, holiday, saturday].map((colour) => ({ colour, minRatio: 4.5 })),
      { colour: neighbour, minRatio: 3 },
    ],
    LEAST_OPACITY,
  );
}
