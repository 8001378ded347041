import { type Dice, n } from './drawing';
import { room, stillLife, studio } from './places-inside';
import { country, desert, forest, mountains, sea } from './places-outside';
import { oldTown, skyline } from './places-town';
import { castle, garden, space } from './places-wonder';
import type { Place, Spec } from './read-prompt';
import { lookOf, skyDefs, type View } from './sky';

const PLACES: Record<Place, (view: View) => string> = {
  mountains,
  lake: mountains,
  sea,
  oldTown,
  canal: oldTown,
  skyline,
  forest,
  meadow: country,
  village: country,
  room,
  studio,
  garden,
  desert,
  space,
  castle,
};

/** How wide a drawing is in its own units. */
const DRAWN_WIDTH = 1000;

/** A view to draw in, for a picture of some proportion. */
export function viewOf(spec: Spec, dice: Dice, widthPx: number, heightPx: number): View {
  const w = DRAWN_WIDTH;
  const h = Math.round((w * heightPx) / widthPx);
  const isDark = spec.light === 'night' || spec.light === 'aurora';
  return {
    w,
    h,
    u: Math.min(w, h),
    dice,
    spec,
    isDark,
    look: lookOf(spec, dice),
    sun: {
      x: w * (dice.chance(0.5) ? dice.between(0.12, 0.34) : dice.between(0.66, 0.88)),
      y:
        h *
        (spec.light === 'golden' || spec.light === 'dawn'
          ? dice.between(0.26, 0.36)
          : dice.between(0.12, 0.24)),
    },
  };
}

/** The place itself, everything that is behind a subject; an empty studio is given something to look at. */
export function drawScene(view: View, hasSubject: boolean): string {
  const scene = PLACES[view.spec.place](view);
  return view.spec.place === 'studio' && !hasSubject ? scene + stillLife(view) : scene;
}

/** Wraps a drawing into an SVG file of some size. */
export function svgOf(view: View, inner: string, widthPx: number, heightPx: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${n(view.w)} ${n(view.h)}" preserveAspectRatio="none"><defs>${skyDefs(view)}</defs>${inner}</svg>`,
  );
}
