import type { FormatId } from '@/lib/calendars/document';
import { assert } from '@/lib/core/assert';
import type { Box } from './operations';
import { type PressProfile, usualPressOf } from './press';

/** A thing to print on: everything about the paper that layout, preflight and the editor's overlay need. */
export type PrintFormat = {
  id: FormatId;
  trim: { widthMm: number; heightMm: number };
  bleedMm: number;
  /** Nothing that must survive the knife comes closer than this to a trimmed edge. */
  safeMm: number;
  /** null for a single sheet. */
  binding: WireBinding | null;
};

/**
 * Wire-O along the upper edge. Print houses ask for 10 to 11 mm free of text, holes of 4 to 5 mm at three to the inch,
 * and, where the calendar hangs, a half-round notch of 8 to 10 mm in the middle which replaces the holes it cuts.
 */
export type WireBinding = {
  edge: 'top';
  zoneMm: number;
  holePitchMm: number;
  holeDiameterMm: number;
  /** From the bound edge to the middle of the holes. */
  holeCentreMm: number;
  /** null where the calendar stands on a desk and needs no hanger. */
  notchRadiusMm: number | null;
};

const WIRE_O_WALL: WireBinding = {
  edge: 'top',
  zoneMm: 11,
  holePitchMm: 25.4 / 3,
  holeDiameterMm: 4.5,
  holeCentreMm: 5,
  notchRadiusMm: 9,
};

const WIRE_O_DESK: WireBinding = { ...WIRE_O_WALL, zoneMm: 10, notchRadiusMm: null };

const INCH_MM = 25.4;

type Sheet = Pick<PrintFormat, 'trim' | 'safeMm' | 'binding'>;

const wall = (widthMm: number, heightMm: number): Sheet => ({
  trim: { widthMm, heightMm },
  safeMm: 5,
  binding: WIRE_O_WALL,
});

const poster = (widthMm: number, heightMm: number): Sheet => ({
  trim: { widthMm, heightMm },
  safeMm: 8,
  binding: null,
});

const FORMATS: Record<FormatId, Sheet> = {
  'wall-a3-portrait': wall(297, 420),
  'wall-a3-landscape': wall(420, 297),
  'wall-a4-portrait': wall(210, 297),
  'wall-a4-landscape': wall(297, 210),
  'wall-300-square': wall(300, 300),
  'wall-letter-landscape': wall(11 * INCH_MM, 8.5 * INCH_MM),
  'wall-12in-square': wall(12 * INCH_MM, 12 * INCH_MM),
  'desk-a5-landscape': {
    trim: { widthMm: 210, heightMm: 148 },
    safeMm: 4,
    binding: WIRE_O_DESK,
  },
  'poster-a2-portrait': poster(420, 594),
  'poster-a3-portrait': poster(297, 420),
};

/**
 * A format as one print house makes it.
 * @param press decides the bleed; the house that usually prints the format by default
 */
export function formatOf(id: FormatId, press: PressProfile = usualPressOf(id)): PrintFormat {
  return { id, ...FORMATS[id], bleedMm: press.bleedMm };
}

/** Where text may stand: inside the safe margin on every side and below the binding zone. */
export function safeBoxOf(format: PrintFormat): Box {
  const topMm = Math.max(format.safeMm, format.binding?.zoneMm ?? 0);
  return {
    xMm: format.safeMm,
    yMm: topMm,
    widthMm: format.trim.widthMm - 2 * format.safeMm,
    heightMm: format.trim.heightMm - topMm - format.safeMm,
  };
}

/** The strip along the bound edge which is punched; null for a single sheet. */
export function bindingZoneOf({ trim, binding }: PrintFormat): Box | null {
  return binding && { xMm: 0, yMm: 0, widthMm: trim.widthMm, heightMm: binding.zoneMm };
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
  if (!format.binding) return [];
  const { holePitchMm, holeDiameterMm, holeCentreMm, notchRadiusMm } = format.binding;
  assert(holePitchMm > holeDiameterMm, 'holes do not touch');
  const centreMm = format.trim.widthMm / 2;
  const reachMm = centreMm - holeDiameterMm;
  const holes: Circle[] = [];
  for (let offsetMm = holePitchMm / 2; offsetMm <= reachMm; offsetMm += holePitchMm) {
    if (notchRadiusMm !== null && offsetMm < notchRadiusMm + holeDiameterMm / 2) continue;
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

/** The hanger notch: a half circle cut out of the middle of the bound edge; null where nothing hangs. */
export function notchOf({ trim, binding }: PrintFormat): Circle | null {
  const radiusMm = binding?.notchRadiusMm ?? null;
  return radiusMm === null ? null : { xMm: trim.widthMm / 2, yMm: 0, radiusMm };
}
