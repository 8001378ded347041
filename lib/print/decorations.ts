import type { PageRole } from '@/lib/calendars/page-plan';
import { bleedBoxOf, type PrintFormat } from './formats';
import type { Motif, MotifLayer } from './motifs/motif';
import { motifOf } from './motifs/motifs';
import type { Box, Colour } from './operations';
import { starField } from './ornaments';
import { type Placement, placedPath } from './path-tools';
import { bottomOf, covers, inset, rightOf, type Sheet } from './sheet';
import type { Decoration, Theme } from './theme';

/** The page that is decorated. */
export type DecoratedPage = {
  role: PageRole;
  format: PrintFormat;
  /** The boxes of its slots, filled or not. */
  pictures: readonly Box[];
  /** Where its texts stand. Bands and strewn marks keep out of it, faint corners may lie under it. */
  text: Box;
};

/** Draws what a theme puts on such a page, behind everything else: call it after the paper, before pictures and text. */
export function drawDecorations(sheet: Sheet, theme: Theme, page: DecoratedPage): void {
  // On a page that is all picture an ornament would never be seen.
  if (page.pictures.some((picture) => covers(picture, page.text))) return;
  const bare = bareAround(page);
  const here = theme.decorations
    .filter(({ on }) => on.includes(page.role))
    .map((decoration) => ({ decoration, motif: motifOf(decoration.motif) }));
  const bands = here.flatMap(({ decoration, motif }) =>
    motif.kind === 'band' ? bandCopies(motif.length, decoration, page, bare).slice(0, 1) : [],
  );
  const taken = [page.text, ...page.pictures, ...bands.map((band) => rowOf(band, bare))];
  for (const { decoration, motif } of here) {
    const copies =
      motif.kind === 'band'
        ? bandCopies(motif.length, decoration, page, bare)
        : motif.kind === 'corner'
          ? cornerCopies(decoration, page, bare)
          : strewnCopies(decoration, page, bare, taken);
    drawCopies(sheet, theme, decoration, motif, copies);
  }
}

/** What a band that runs across covers, from its first tile. */
function rowOf({ yMm, scaleX, scaleY = scaleX }: Placement, bare: Box): Box {
  return { ...bare, yMm, heightMm: Math.max(0, scaleY) };
}

/** The bare paper about the text: as far as the bleed, or as the next picture that runs off the page. */
function bareAround({ format, pictures: all, text }: DecoratedPage): Box {
  const paper = bleedBoxOf(format);
  // Ornaments may disappear behind a picture that hangs on the page like a frame on a wall.
  const pictures = all.filter(
    (box) =>
      box.xMm <= paper.xMm ||
      box.yMm <= paper.yMm ||
      rightOf(box) >= rightOf(paper) ||
      bottomOf(box) >= bottomOf(paper),
  );
  const beside = pictures.filter((box) => box.yMm < bottomOf(text) && bottomOf(box) > text.yMm);
  const stacked = pictures.filter((box) => box.xMm < rightOf(text) && rightOf(box) > text.xMm);
  const reach = (edges: readonly number[], edge: number, isLow: boolean) =>
    isLow ? Math.max(edge, ...edges) : Math.min(edge, ...edges);
  const left = reach(
    beside.map(rightOf).filter((x) => x <= text.xMm),
    paper.xMm,
    true,
  );
  const top = reach(
    stacked.map(bottomOf).filter((y) => y <= text.yMm),
    paper.yMm,
    true,
  );
  const right = reach(
    beside.map((box) => box.xMm).filter((x) => x >= rightOf(text)),
    rightOf(paper),
    false,
  );
  const bottom = reach(
    stacked.map((box) => box.yMm).filter((y) => y >= bottomOf(text)),
    bottomOf(paper),
    false,
  );
  return { xMm: left, yMm: top, widthMm: right - left, heightMm: bottom - top };
}

/** White space between a band and the text, and between a band and the knife. */
const CLEARANCE_MM = 1.4;
/** White space between the band at a picture and the heading. */
const SEAM_CLEARANCE_MM = 2.6;
/** A thinner band would be a smudge. */
const BAND_MIN_MM = 1.2;

const shorterSide = ({ trim }: PrintFormat) => Math.min(trim.widthMm, trim.heightMm);

/** A motif that is repeated along an edge, as often as fits whole. */
function bandCopies(
  length: number,
  { place, size }: Decoration,
  { format, text, pictures }: DecoratedPage,
  bare: Box,
): Placement[] {
  const wantedMm = size * shorterSide(format);
  const paper = bleedBoxOf(format);
  if (place === 'seam') {
    const isAbove = bare.yMm > paper.yMm;
    const isBelow = bottomOf(bare) < bottomOf(paper);
    if (isAbove || isBelow) {
      const roomMm = isAbove ? text.yMm - bare.yMm : bottomOf(bare) - bottomOf(text);
      const depthMm = Math.min(wantedMm, roomMm - SEAM_CLEARANCE_MM);
      const yMm = isAbove ? bare.yMm : bottomOf(bare) - depthMm;
      return acrossCopies(length, bare, yMm, depthMm);
    }
    const isLeft = bare.xMm > paper.xMm;
    if (!isLeft && rightOf(bare) >= rightOf(paper)) return [];
    const roomMm = isLeft ? text.xMm - bare.xMm : rightOf(bare) - rightOf(text);
    const depthMm = Math.min(wantedMm, roomMm - SEAM_CLEARANCE_MM);
    return downCopies(length, bare, isLeft ? bare.xMm : rightOf(bare), isLeft ? depthMm : -depthMm);
  }
  if (place === 'head') {
    const startMm = (format.binding?.zoneMm ?? 0) + CLEARANCE_MM;
    const roomMm = Math.min(text.yMm, ...pictures.map(({ yMm }) => yMm)) - startMm - CLEARANCE_MM;
    return acrossCopies(length, bare, startMm, Math.min(wantedMm, roomMm));
  }
  if (bottomOf(bare) < bottomOf(paper)) return [];
  const knifeMm = format.trim.heightMm;
  const roomMm = knifeMm - bottomOf(text) - CLEARANCE_MM;
  if (place === 'edge') {
    const depthMm = Math.min(wantedMm, roomMm);
    const yMm = knifeMm - depthMm;
    return acrossCopies(length, bare, yMm, depthMm < BAND_MIN_MM ? 0 : bottomOf(bare) - yMm);
  }
  const depthMm = Math.min(wantedMm, roomMm - CLEARANCE_MM * 1.5);
  return acrossCopies(length, bare, knifeMm - CLEARANCE_MM * 1.5 - depthMm, depthMm);
}

function acrossCopies(length: number, bare: Box, yMm: number, depthMm: number): Placement[] {
  if (depthMm < BAND_MIN_MM) return [];
  const count = Math.max(1, Math.round(bare.widthMm / (length * depthMm)));
  const stepMm = bare.widthMm / count;
  return Array.from({ length: count }, (_, index) => ({
    xMm: bare.xMm + index * stepMm,
    yMm,
    scaleX: stepMm / length,
    scaleY: depthMm,
  }));
}

/** The band turned by a quarter, its outer edge at `xMm`; grows to the left where the depth is negative. */
function downCopies(length: number, bare: Box, xMm: number, depthMm: number): Placement[] {
  const sizeMm = Math.abs(depthMm);
  if (sizeMm < BAND_MIN_MM) return [];
  const count = Math.max(1, Math.round(bare.heightMm / (length * sizeMm)));
  const stepMm = bare.heightMm / count;
  return Array.from({ length: count }, (_, index) => ({
    xMm,
    yMm: bare.yMm + (index + 1) * stepMm,
    scaleX: stepMm / length,
    scaleY: depthMm,
    turnDeg: -90,
  }));
}

/** Up to here an ornament may lie under text. */
const FAINT = 0.5;

/** A drawing in a corner of the bare paper, mirrored so that it grows inwards. */
function cornerCopies(
  { place, size, opacity }: Decoration,
  { format, text }: DecoratedPage,
  bare: Box,
): Placement[] {
  const { widthMm, heightMm } = format.trim;
  const isRight = place.endsWith('right');
  const isBottom = place.startsWith('bottom');
  // A strong one grows beside low texts, not over them.
  const roomMm = isBottom ? heightMm - text.yMm : bottomOf(text);
  const limitMm = opacity > FAINT ? roomMm * 1.04 : Infinity;
  const scaleMm = Math.min(size * shorterSide(format), limitMm);
  return [
    {
      xMm: isRight ? Math.min(rightOf(bare), widthMm) : Math.max(bare.xMm, 0),
      yMm: isBottom ? Math.min(bottomOf(bare), heightMm) : Math.max(bare.yMm, 0),
      scaleX: isRight ? -scaleMm : scaleMm,
      scaleY: isBottom ? -scaleMm : scaleMm,
    },
  ];
}

/** How many marks are tried; those that would touch text are left out. */
const STREWN = 70;

function strewnCopies(
  { size, firstColour }: Decoration,
  { format }: DecoratedPage,
  bare: Box,
  taken: readonly Box[],
): Placement[] {
  const scaleMm = size * shorterSide(format);
  // Each colour has places of its own.
  const places = starField(STREWN * (firstColour + 1)).slice(-STREWN);
  return places.flatMap(({ x, y, size: share }) => {
    const sideMm = scaleMm * (0.55 + share * 0.45);
    const xMm = bare.xMm + x * bare.widthMm;
    const yMm = bare.yMm + y * bare.heightMm;
    const isTaken = taken.some((box) => {
      const near = inset(box, -sideMm);
      return xMm > near.xMm && xMm < rightOf(near) && yMm > near.yMm && yMm < bottomOf(near);
    });
    return isTaken ? [] : [{ xMm, yMm, scaleX: sideMm, turnDeg: Math.round(share * 360) }];
  });
}

/** All copies of a layer are one path: where they touch, a translucent colour does not double. */
function drawCopies(
  sheet: Sheet,
  theme: Theme,
  decoration: Decoration,
  motif: Motif,
  copies: readonly Placement[],
): void {
  if (copies.length === 0) return;
  for (const layer of motif.layers) {
    const colour = inkOf(theme, decoration, layer);
    const d = copies.map((copy) => placedPath(layer.d, copy)).join('');
    if (layer.pen === null) {
      sheet.shape(d, colour, decoration.opacity);
      continue;
    }
    // The wider of the two scales: pieces of a stretched tile still meet.
    const [{ scaleX, scaleY = scaleX }] = copies as [Placement];
    const scaleMm = Math.max(Math.abs(scaleX), Math.abs(scaleY));
    const widthMm = Math.round(Math.max(0.1, layer.pen * scaleMm) * 1000) / 1000;
    sheet.stroke(d, { colour, widthMm }, decoration.opacity);
  }
}

/** The ornament colour that a layer is drawn in. */
export function inkOf(
  theme: Pick<Theme, 'ornaments' | 'palette'>,
  { firstColour }: Pick<Decoration, 'firstColour'>,
  { ink }: Pick<MotifLayer, 'ink'>,
): Colour {
  const { ornaments, palette } = theme;
  return ornaments[(firstColour + ink) % Math.max(1, ornaments.length)] ?? palette.accent;
}
