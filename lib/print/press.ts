import type { FormatId } from '@/lib/calendars/document';

/** Shares of cyan, magenta, yellow and black ink, 0 to 1. */
export type Inks = readonly [cyan: number, magenta: number, yellow: number, black: number];

/** The paper and ink that a file is separated for; its ICC profile lies in lib/print/icc. */
export const OUTPUT_CONDITIONS = ['fogra39', 'gracol2006'] as const;
export type OutputConditionId = (typeof OUTPUT_CONDITIONS)[number];

/** What a print house asks of a file. Data: a new house is a new entry. */
export type PressProfile = {
  id: PressId;
  condition: OutputConditionId;
  /** 2 to 8 mm by print house. */
  bleedMm: number;
  marks: boolean;
  /** The most ink that may lie on one spot, all four added, in percent. */
  inkLimitPercent: number;
};

export const PRESS_IDS = ['europe', 'europe-marks', 'europe-2mm', 'america', 'wire-o-8mm'] as const;
export type PressId = (typeof PRESS_IDS)[number];

const PROFILES: Record<PressId, PressProfile> = {
  europe: { id: 'europe', condition: 'fogra39', bleedMm: 3, marks: false, inkLimitPercent: 300 },
  'europe-marks': {
    id: 'europe-marks',
    condition: 'fogra39',
    bleedMm: 3,
    marks: true,
    inkLimitPercent: 300,
  },
  'europe-2mm': {
    id: 'europe-2mm',
    condition: 'fogra39',
    bleedMm: 2,
    marks: false,
    inkLimitPercent: 300,
  },
  america: {
    id: 'america',
    condition: 'gracol2006',
    bleedMm: 3.175,
    marks: false,
    inkLimitPercent: 300,
  },
  'wire-o-8mm': {
    id: 'wire-o-8mm',
    condition: 'gracol2006',
    bleedMm: 8,
    marks: false,
    inkLimitPercent: 300,
  },
};

export function pressOf(id: PressId): PressProfile {
  return PROFILES[id];
}

/** The house that prints a format unless another is asked for: inch formats are printed in America. */
export function usualPressOf(formatId: FormatId): PressProfile {
  const isInch = formatId === 'wall-letter-landscape' || formatId === 'wall-12in-square';
  return PROFILES[isInch ? 'america' : 'europe'];
}

/**
 * What a file is for. press: PDF/X-4 in the inks of the output condition. proof: the same pages in sRGB, for looking at.
 * digital: trimmed pages in sRGB with tags, for screens and for readers that speak.
 */
export const EDITIONS = ['press', 'proof', 'digital'] as const;
export type Edition = (typeof EDITIONS)[number];
