import type { FormatId } from '@/lib/calendars/document';
import { assert } from '@/lib/core/assert';
import type { Box } from './operations';

/** A thing to print on: everything about the paper that layout, preflight and the editor's overlay need. */
export type PrintFormat = {
  id: FormatId;
  trim: { widthMm: number; heightMm: number };
  bleedMm: number;
  /** Nothing that must survive the knife comes closer than this to a trimmed edge. */
  safeMm: number;
  binding: WireBinding;
};

/**
 * Wire-O along the upper edge, closed by a hanger. Print houses ask for 10 to 11 mm free of text, holes of 4 to 5 mm
 * at three to the inch, and a half-round notch of 8 to 10 mm in the middle which replaces the holes it cuts.
 */
export type WireBinding = {
  edge: 'top';
  zoneMm: number;
  holePitchMm: number;
  holeDiameterMm: number;
  /** From the bound edge to the middle of the holes. */
  holeCentreMm: number;
  notchRadiusMm: number;
};

const WIRE_O_TOP: WireBinding = {
  edge: 'top',
  zoneMm: 11,
  holePitchMm: 25.4 / 3,
  holeDiameterMm: 4.5,
  holeCentreMm: 5,
  notchRadiusMm: 9,
};

const FORMATS: Record<FormatId, PrintFormat> = {
  'wall-a3-portrait': {
    id: 'wall-a3-portrait',
    trim: { widthMm: 297, heightMm: 420 },
    bleedMm: 3,
    safeMm: 5,
    binding: WIRE_O_TOP,
  },
  'wall-a4-landscape': {
    id: 'wall-a4-landscape',
    trim: { widthMm: 297, heightMm: 210 },
    bleedMm: 3,
    safeMm: 5,
    binding: WIRE_O_TOP,
  },
  'wall-300-square': {
    id: 'wall-300-square',
    trim: { widthMm: 300, heightMm: 300 },
    bleedMm: 3,
    safeMm: 5,
    binding: WIRE_O_TOP,
  },
};

export function formatOf(id: FormatId): PrintFormat {
  return FORMATS[id];
}

/** Where text may stand: inside the safe margin on every side and below the binding zone. */
export function safeBoxOf(format: PrintFormat): Box {
  const topMm = Math.max(format.safeMm, format.binding.zoneMm);
  return {
    xMm: format.safeMm,
    yMm: topMm,
    widthMm: format.trim.widthMm - 2 * format.safeMm,
    heightMm: format.trim.heightMm - topMm - format.safeMm,
  };
}

/** The strip along the bound edge which is punched. */
export function bindingZoneOf(format: PrintFormat): Box {
  return { xMm: 0, yMm: 0, widthMm: format.trim.widthMm, heightMm: format.binding.zoneMm };
}

/** The trimmed page and the bleed around it. */
export function bleedBoxOf(format: PrintFormat): Box {
  return {
    xMm: -format.bleedMm,
    yMm: -format.bleedMm,
    widthMm: format.trim.widthMm + 2 * format.bleedMm,
    heightMm: format.trim.heightMm + 2 * format.bleedMm,
  };
}

export type Circle = { xMm: number; yMm: number; radiusMm: number };

/** The punched holes: as many as fit symmetrically about the middle, without those that the hanger notch replaces. */
export function holesOf(format: PrintFormat): Circle[] {
  const { holePitchMm, holeDiameterMm, holeCentreMm, notchRadiusMm } = format.binding;
  assert(holePitchMm > holeDiameterMm, 'holes do not touch');
  const centreMm = format.trim.widthMm / 2;
  const reachMm = centreMm - holeDiameterMm;
  const holes: Circle[] = [];
  for (let offsetMm = holePitchMm / 2; offsetMm <= reachMm; offsetMm += holePitchMm) {
    if (offsetMm < notchRadiusMm + holeDiameterMm / 2) continue;
    for (const side of [-1, 1]) {
      holes.push({
        xMm: centreMm + side * offsetMm,
        yMm: holeCentreMm,
        radiusMm: holeDiameterMm / 2,
      });
    }
  }
  return holes.sort((a, b) => a.xMm - b.xMm);
}

/** The hanger notch: a half circle cut out of the middle of the bound edge. */
export function notchOf(format: PrintFormat): Circle {
  return {
    xMm: format.trim.widthMm / 2,
    yMm: 0,
    radiusMm: format.binding.notchRadiusMm,
  };
}
