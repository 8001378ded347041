export const HOLIDAY_KINDS = ['public', 'bank', 'observance', 'optional', 'school'] as const;

/**
 * public: a day off by law. bank: banks and offices close, others may not. optional: each may take it off.
 * school: schools are closed or it is a feast that schools mark. observance: marked, nobody has off.
 */
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

const STRENGTH: Record<HolidayKind, number> = {
  public: 4,
  bank: 3,
  optional: 2,
  school: 1,
  observance: 0,
};

/** Negative where `a` weighs more than `b`. */
export function byStrength(a: HolidayKind, b: HolidayKind): number {
  return STRENGTH[b] - STRENGTH[a];
}

/**
 * What a calendar prints until its owner decides otherwise: days off, and days that people mark (Mother's Day).
 * Bank, optional and school days hold for some people only: printed as a day off they would be wrong for most,
 * and school holidays fill weeks of cells.
 */
export function isPrintedByDefault(kind: HolidayKind): boolean {
  return kind === 'public' || kind === 'observance';
}
