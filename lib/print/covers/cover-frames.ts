import { bandOpacityOf, onBand } from '../band';
import type { PrintFormat } from '../formats';
import { motifOf } from '../motifs/motifs';
import type { Box, Colour } from '../operations';
import { circlePath } from '../ornaments';
import { placedPath } from '../path-tools';
import { bottomOf, inset, middleOf, rightOf, type Sheet } from '../sheet';
import type { Theme } from '../theme';

const pageBox = ({ trim }: PrintFormat): Box => ({ xMm: 0, yMm: 0, ...trim });

/** What a cover style draws about its picture and under its texts; call it when the picture is drawn. */
export function drawCoverFrame(
  sheet: Sheet,
  theme: Theme,
  format: PrintFormat,
  { slot, text, isPictured }: { slot: Box; text: Box; isPictured: boolean },
): void {
  const { palette } = theme;
  const thin = { colour: palette.accent, widthMm: 0.25 };
  switch (theme.cover) {
    case 'framed':
      sheet.frame(inset(slot, -2.4), thin);
      break;
    case 'gallery':
      sheet.frame(inset(slot, -0.15), { colour: palette.rule, widthMm: 0.3 });
      break;
    case 'disc': {
      const radiusMm = slot.widthMm / 2;
      sheet.stroke(circlePath(middleOf(slot), slot.yMm + radiusMm, radiusMm * 1.035), thin);
      break;
    }
    case 'arch':
      drawArch(sheet, slot, palette.paper, thin.colour);
      break;
    case 'night':
      sheet.fill(text, palette.paper, { opacity: isPictured ? bandOpacityOf(onBand(theme)) : 1 });
      sheet.frame(inset(text, 2.2), thin);
      break;
    case 'label':
      sheet.fill(text, palette.paper, { radiusMm: 2.5 });
      drawStitches(sheet, inset(text, 2.6), palette.accent);
      break;
    case 'masthead':
      drawMastheadRules(sheet, text, palette.ink);
      sheet.frame(inset(slot, -1.2), { colour: palette.ink, widthMm: 0.3 });
      break;
    case 'gilded':
      drawGilding(sheet, theme, format, slot);
      break;
    case 'blocks':
      drawBlocks(sheet, theme, format, slot);
      break;
    case 'split':
    case 'banded':
    case 'magazine':
      break;
  }
}

/** The picture becomes a round-topped window: paper over its upper corners, a line about it. */
function drawArch(sheet: Sheet, slot: Box, paper: Colour, colour: Colour): void {
  const radiusMm = slot.widthMm / 2;
  const handleMm = radiusMm * 0.5523;
  const [left, right, top] = [slot.xMm, rightOf(slot), slot.yMm];
  const [middle, spring] = [middleOf(slot), top + radiusMm];
  // Wider than the picture, so that none of it shows at the edge.
  const over = 0.8;
  sheet.shape(
    `M${left - over} ${top - over}L${middle} ${top - over}L${middle} ${top}C${middle - handleMm} ${top} ${left} ${spring - handleMm} ${left} ${spring}L${left - over} ${spring}Z` +
      `M${right + over} ${top - over}L${right + over} ${spring}L${right} ${spring}C${right} ${spring - handleMm} ${middle + handleMm} ${top} ${middle} ${top}L${middle} ${top - over}Z`,
    paper,
  );
  const outside = inset(slot, -2.4);
  const wide = outside.widthMm / 2;
  const pull = wide * 0.5523;
  const [west, east, north, south] = [
    outside.xMm,
    rightOf(outside),
    outside.yMm,
    bottomOf(outside),
  ];
  sheet.stroke(
    `M${west} ${south}L${west} ${north + wide}C${west} ${north + wide - pull} ${middle - pull} ${north} ${middle} ${north}C${middle + pull} ${north} ${east} ${north + wide - pull} ${east} ${north + wide}L${east} ${south}Z`,
    { colour, widthMm: 0.35 },
  );
}

const STITCH_MM = 2.4;

/** A frame of short strokes, as sewn on. */
function drawStitches(sheet: Sheet, box: Box, colour: Colour): void {
  const side = (from: readonly [number, number], to: readonly [number, number]) => {
    const lengthMm = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const pieces = Math.max(3, Math.round(lengthMm / STITCH_MM / 2) * 2 + 1);
    let d = '';
    for (let piece = 1; piece < pieces; piece += 2) {
      const at = (share: number) =>
        [0, 1].map((axis) => from[axis as 0] + (to[axis as 0] - from[axis as 0]) * share).join(' ');
      d += `M${at(piece / pieces)}L${at((piece + 1) / pieces)}`;
    }
    return d;
  };
  const [left, right, top, bottom] = [box.xMm, rightOf(box), box.yMm, bottomOf(box)];
  sheet.stroke(
    side([left, top], [right, top]) +
      side([right, top], [right, bottom]) +
      side([right, bottom], [left, bottom]) +
      side([left, bottom], [left, top]),
    { colour, widthMm: 0.4 },
  );
}

function drawMastheadRules(sheet: Sheet, text: Box, colour: Colour): void {
  const across = (yMm: number, widthMm: number) =>
    sheet.line([text.xMm, yMm], [rightOf(text), yMm], { colour, widthMm });
  across(text.yMm, 0.9);
  across(text.yMm + 1.5, 0.2);
  across(bottomOf(text) - 1.5, 0.2);
  across(bottomOf(text), 0.9);
}

/** Gold lines about the picture and about the page, with stepped corners. */
function drawGilding(sheet: Sheet, theme: Theme, format: PrintFormat, slot: Box): void {
  const colour = theme.palette.accent;
  sheet.frame(inset(slot, -1.6), { colour, widthMm: 0.5 });
  sheet.frame(inset(slot, -3), { colour, widthMm: 0.15 });
  const page = pageBox(format);
  const sideMm = Math.min(page.widthMm, page.heightMm);
  // Under the binding the frame would lose its upper edge.
  const topMm = Math.max(sideMm * 0.045, (format.binding?.zoneMm ?? 0) + 2);
  const frame = inset(page, {
    left: sideMm * 0.045,
    right: sideMm * 0.045,
    top: topMm,
    bottom: sideMm * 0.045,
  });
  const cornerMm = sideMm * 0.12;
  const motif = motifOf('deco-corner');
  for (const [xMm, scaleX] of [
    [frame.xMm, cornerMm],
    [rightOf(frame), -cornerMm],
  ] as const) {
    for (const [yMm, scaleY] of [
      [frame.yMm, cornerMm],
      [bottomOf(frame), -cornerMm],
    ] as const) {
      for (const layer of motif.layers) {
        const d = placedPath(layer.d, { xMm, yMm, scaleX, scaleY });
        if (layer.pen === null) sheet.shape(d, colour);
        else sheet.stroke(d, { colour, widthMm: 0.3 });
      }
    }
  }
  // The corners' outer lines run on along the page.
  const edgeMm = cornerMm * 0.06;
  const stroke = { colour, widthMm: 0.3 };
  for (const yMm of [frame.yMm + edgeMm, bottomOf(frame) - edgeMm]) {
    sheet.line([frame.xMm + cornerMm, yMm], [rightOf(frame) - cornerMm, yMm], stroke);
  }
  for (const xMm of [frame.xMm + edgeMm, rightOf(frame) - edgeMm]) {
    sheet.line([xMm, frame.yMm + cornerMm], [xMm, bottomOf(frame) - cornerMm], stroke);
  }
}

/** Fields of flat colour beside the picture, each with an elementary shape. */
function drawBlocks(sheet: Sheet, theme: Theme, format: PrintFormat, slot: Box): void {
  const page = pageBox(format);
  const isBeside = bottomOf(slot) > page.heightMm;
  const leftMm = rightOf(slot);
  const widthMm = isBeside ? page.widthMm * 0.155 : page.widthMm + format.bleedMm - leftMm;
  const count = isBeside ? 3 : 2;
  const heightMm = slot.heightMm / count;
  const ink = (index: number) =>
    theme.ornaments[index % theme.ornaments.length] ?? theme.palette.accent;
  for (let index = 0; index < count; index += 1) {
    const block = { xMm: leftMm, yMm: slot.yMm + index * heightMm, widthMm, heightMm };
    sheet.fill(block, ink(index));
    const middleX = middleOf(block);
    const middleY = block.yMm + heightMm / 2;
    const radiusMm = Math.min(widthMm, heightMm) * 0.3;
    if (index === 0) sheet.shape(circlePath(middleX, middleY, radiusMm), ink(index + 2));
    else if (index === 1) {
      const [west, north] = [middleX - radiusMm, middleY - radiusMm];
      const wide = radiusMm * 2;
      const pull = wide * 0.5523;
      sheet.shape(
        `M${west} ${north}L${west + wide} ${north}C${west + wide} ${north + pull} ${west + pull} ${north + wide} ${west} ${north + wide}Z`,
        ink(index + 2),
      );
    } else {
      sheet.shape(
        `M${middleX - radiusMm} ${middleY + radiusMm}L${middleX} ${middleY - radiusMm}L${middleX + radiusMm} ${middleY + radiusMm}Z`,
        ink(index + 2),
      );
    }
  }
}
