import { contrastRatio } from './contrast';
import { inkOf } from './decorations';
import { type PrintFormat, safeBoxOf } from './formats';
import { motifOf } from './motifs/motifs';
import type { Box, Colour } from './operations';
import { circlePath, crescentPath, sprigPaths, starField, starPath } from './ornaments';
import { placedPath } from './path-tools';
import { bottomOf, inset, intersection, middleOf, rightOf, type Sheet } from './sheet';
import type { Theme } from './theme';
import { fittingScale, scaled, sizeForCapitals } from './type-sizes';
import type { TextStyle } from './typesetter';

/** The place of a cover picture that is missing. */
export type CoverArtInput = {
  box: Box;
  shape: 'disc' | 'arch' | 'box';
  format: PrintFormat;
  /** "20" over "27", or the last two figures of two years. */
  halves: readonly [string, string];
  /** Where a panel with text begins that lies over the place; at its lower edge where none does. */
  horizonMm: number;
};

/** A typographic picture for a cover that has no photo. */
export function coverArt(sheet: Sheet, theme: Theme, input: CoverArtInput): void {
  switch (theme.coverArt) {
    case 'sky':
      drawSky(sheet, theme, input);
      break;
    case 'plate':
      drawPlate(sheet, theme, input);
      break;
    case 'poster':
      drawPoster(sheet, theme, input);
      break;
    case 'pattern':
      drawPattern(sheet, theme, input);
      break;
    case 'rays':
      drawRays(sheet, theme, input);
      break;
    case 'shapes':
      drawShapeField(sheet, theme, input);
      break;
  }
}

/** Fills the place as the picture would. */
function fillPlace(sheet: Sheet, { box, shape }: CoverArtInput, colour: Colour): void {
  sheet.fill(box, colour, { radiusMm: shape === 'disc' ? box.widthMm / 2 : 0 });
}

/** The largest box that fits into the place, whatever it is cut to and whatever panel lies on it. */
function insideOf({ box, shape, horizonMm }: CoverArtInput): Box {
  if (shape === 'box') {
    const isUnderText = horizonMm > box.yMm && horizonMm < bottomOf(box) - box.heightMm * 0.1;
    return isUnderText ? { ...box, heightMm: horizonMm - box.yMm } : box;
  }
  const cut = box.widthMm * 0.147;
  return shape === 'disc'
    ? inset(box, cut)
    : inset(box, { left: cut / 2, right: cut / 2, top: box.widthMm * 0.25, bottom: cut / 2 });
}

function drawPlate(sheet: Sheet, theme: Theme, input: CoverArtInput): void {
  const { palette, fonts } = theme;
  const { box, shape } = input;
  fillPlace(sheet, input, palette.placeholder);
  if (shape === 'box') sheet.frame(inset(box, 5), { colour: palette.accent, widthMm: 0.2 });
  const inside = insideOf(input);
  const area = inset(inside, inside.heightMm * 0.14);
  drawHalves(sheet, inset(area, { bottom: area.heightMm * 0.2 }), input.halves, {
    font: fonts.display,
    colour: palette.accent,
    capShare: 0.42,
  });
  const lengthMm = Math.min(area.widthMm * 0.3, area.heightMm * 0.3);
  for (const direction of [1, -1] as const) {
    const { stem, leaves } = sprigPaths(
      middleOf(box) + direction * 2,
      bottomOf(area),
      lengthMm,
      direction,
    );
    sheet.stroke(stem, { colour: palette.accent, widthMm: 0.3 });
    sheet.shape(leaves, palette.accent);
  }
}

function drawPoster(sheet: Sheet, theme: Theme, input: CoverArtInput): void {
  const { palette, fonts, ornaments } = theme;
  const { box, format } = input;
  const ground = ornaments[0] ?? palette.accent;
  fillPlace(sheet, input, ground);
  const inside = insideOf(input);
  const area = intersection(
    inset(inside, Math.min(inside.widthMm, inside.heightMm) * 0.1),
    safeBoxOf(format),
  );
  if (input.shape === 'box') {
    sheet.shape(
      circlePath(box.xMm + box.widthMm * 0.78, box.yMm + box.heightMm * 0.3, box.heightMm * 0.11),
      palette.holiday,
    );
  }
  drawHalves(sheet, area, input.halves, {
    font: fonts.displayLight,
    colour: contrastRatio(palette.paper, ground) < 3 ? palette.ink : palette.paper,
    capShare: 0.4,
  });
}

/** The year between two corners of the theme's own ornament. */
function drawPattern(sheet: Sheet, theme: Theme, input: CoverArtInput): void {
  const { palette, fonts } = theme;
  const { box, format } = input;
  fillPlace(sheet, input, palette.tint);
  const corner = theme.decorations.find(({ motif }) => motifOf(motif).kind === 'corner');
  const bleedMm = format.bleedMm;
  const sideMm = Math.min(box.widthMm, box.heightMm) * 0.52;
  const inside = insideOf(input);
  if (corner && input.shape === 'box') {
    for (const { d, ink, pen } of motifOf(corner.motif).layers) {
      const colour = inkOf(theme, corner, { ink });
      const [startMm, endMm] = [Math.max(box.xMm, -bleedMm), rightOf(box)];
      for (const copy of [
        placedPath(d, { xMm: startMm, yMm: box.yMm, scaleX: sideMm }),
        placedPath(d, { xMm: endMm, yMm: bottomOf(box), scaleX: -sideMm }),
      ]) {
        if (pen === null) sheet.shape(copy, colour);
        else sheet.stroke(copy, { colour, widthMm: Math.max(0.2, pen * sideMm) });
      }
    }
  }
  drawHalves(
    sheet,
    intersection(inset(inside, inside.heightMm * 0.2), safeBoxOf(format)),
    input.halves,
    {
      font: fonts.displayLight,
      colour: palette.accent,
      capShare: 0.36,
    },
  );
}

/** A sun of rings that rises from the lower edge, the year in it. */
function drawRays(sheet: Sheet, theme: Theme, input: CoverArtInput): void {
  const { palette, fonts, ornaments } = theme;
  const { box, shape, format } = input;
  const inks = ornaments.length > 0 ? ornaments : [palette.accent];
  fillPlace(sheet, input, palette.tint);
  const fullMm = Math.min(box.widthMm / 2, box.heightMm);
  const middleMm = middleOf(box);
  const baseMm = shape === 'disc' ? box.yMm + box.heightMm / 2 : bottomOf(box);
  const rings = 5;
  for (let ring = 0; ring < rings; ring += 1) {
    const radiusMm = fullMm * (shape === 'disc' ? 0.94 : 0.97) * (1 - ring * 0.145);
    const colour =
      ring === rings - 1 ? palette.paper : (inks[ring % inks.length] ?? palette.accent);
    sheet.shape(
      shape === 'disc'
        ? circlePath(middleMm, baseMm, radiusMm)
        : risingPath(middleMm, baseMm, radiusMm),
      colour,
    );
  }
  const coreMm = fullMm * (1 - (rings - 1) * 0.145) * 0.95;
  const heightMm = coreMm * (shape === 'disc' ? 1.1 : 0.62);
  const area = {
    xMm: middleMm - coreMm * 0.62,
    yMm: baseMm - (shape === 'disc' ? heightMm / 2 : heightMm + coreMm * 0.08),
    widthMm: coreMm * 1.24,
    heightMm,
  };
  drawHalves(sheet, intersection(area, safeBoxOf(format)), input.halves, {
    font: fonts.display,
    colour: palette.accent,
    capShare: 0.38,
  });
}

/** The upper half of a disc. */
function risingPath(xMm: number, yMm: number, radiusMm: number): string {
  const pull = radiusMm * 0.5523;
  const [left, right, top] = [xMm - radiusMm, xMm + radiusMm, yMm - radiusMm];
  return `M${left} ${yMm}C${left} ${yMm - pull} ${xMm - pull} ${top} ${xMm} ${top}C${xMm + pull} ${top} ${right} ${yMm - pull} ${right} ${yMm}Z`;
}

/** Squares filled with quarters, discs and triangles, as in a box of building blocks. */
function drawShapeField(sheet: Sheet, theme: Theme, input: CoverArtInput): void {
  const { palette, ornaments } = theme;
  const { box } = input;
  fillPlace(sheet, input, palette.tint);
  const columns = box.widthMm > box.heightMm ? 5 : 4;
  const sideMm = box.widthMm / columns;
  const rows = Math.max(1, Math.round(box.heightMm / sideMm));
  const stepMm = box.heightMm / rows;
  const inks = ornaments.length > 0 ? ornaments : [palette.accent];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = {
        xMm: box.xMm + column * sideMm,
        yMm: box.yMm + row * stepMm,
        widthMm: sideMm,
        heightMm: stepMm,
      };
      const seed = row * 7 + column * 3 + row * column;
      const colour = inks[seed % inks.length] ?? palette.accent;
      drawBlockShape(sheet, cell, seed % 5, colour);
    }
  }
}

function drawBlockShape(sheet: Sheet, cell: Box, kind: number, colour: Colour): void {
  const [left, top, right, bottom] = [cell.xMm, cell.yMm, rightOf(cell), bottomOf(cell)];
  if (kind === 0) sheet.fill(cell, colour);
  else if (kind === 1) {
    const radiusMm = Math.min(cell.widthMm, cell.heightMm) / 2;
    sheet.shape(circlePath(middleOf(cell), top + cell.heightMm / 2, radiusMm), colour);
  } else if (kind === 2)
    sheet.shape(`M${left} ${bottom}L${right} ${bottom}L${right} ${top}Z`, colour);
  else if (kind === 3) {
    const [pullX, pullY] = [cell.widthMm * 0.5523, cell.heightMm * 0.5523];
    sheet.shape(
      `M${left} ${top}L${right} ${top}C${right} ${top + pullY} ${left + pullX} ${bottom} ${left} ${bottom}Z`,
      colour,
    );
  } else {
    const stripe = cell.heightMm / 5;
    for (const index of [0, 2, 4]) {
      sheet.fill({ ...cell, yMm: top + index * stripe, heightMm: stripe }, colour);
    }
  }
}

/** Two lines of large figures in the middle of an area. */
function drawHalves(
  sheet: Sheet,
  area: Box,
  lines: readonly [string, string],
  look: { font: string; colour: Colour; capShare: number },
): void {
  const { font, colour, capShare } = look;
  const { typesetter } = sheet;
  const capMm = area.heightMm * capShare;
  const base: TextStyle = { font, sizePt: sizeForCapitals(typesetter, font, capMm), colour };
  const widestMm = Math.max(...lines.map((line) => typesetter.widthMm(line, base)));
  const style = scaled(base, fittingScale(widestMm, area.widthMm));
  const inkMm = typesetter.capHeightMm(style);
  // Old-style figures reach under the line; the second line keeps clear of them.
  const [upper, lower] = lines.map((line) => typesetter.inkBox(line, style));
  const hangsMm = Math.max(0, upper?.bottomMm ?? 0);
  const risesMm = Math.max(inkMm * 0.9, -(lower?.topMm ?? -inkMm));
  const stepMm = hangsMm + risesMm + inkMm * 0.18;
  const fullMm = inkMm + stepMm + Math.max(0, lower?.bottomMm ?? 0);
  const topMm = area.yMm + (area.heightMm - fullMm) / 2;
  lines.forEach((line, index) => {
    sheet.text(line, style, {
      xMm: middleOf(area),
      yMm: topMm + inkMm + index * stepMm,
      align: 'centre',
      role: 'year',
    });
  });
}

function drawSky(sheet: Sheet, theme: Theme, { box, horizonMm }: CoverArtInput): void {
  const { palette } = theme;
  for (const star of starField(110)) {
    const xMm = box.xMm + star.x * box.widthMm;
    const yMm = box.yMm + star.y * (horizonMm - 5 - box.yMm);
    if (star.size > 0.9) sheet.shape(starPath(xMm, yMm, 1.2 + star.size * 1.4), palette.accent);
    else
      sheet.shape(
        circlePath(xMm, yMm, 0.15 + star.size * 0.4),
        palette.ink,
        0.35 + star.size * 0.5,
      );
  }
  const radiusMm = Math.min(box.widthMm, box.heightMm) * 0.12;
  const xMm = middleOf(box);
  const yMm = box.yMm + (horizonMm - box.yMm) * 0.48;
  // The disc hides the stars behind the moon, as the real one does.
  sheet.shape(circlePath(xMm, yMm, radiusMm * 1.12), palette.paper);
  sheet.shape(crescentPath(xMm - radiusMm * 0.2, yMm, radiusMm), palette.accent);
}
