import { type PlainDate, partsOf, plainDate, toDayNumber } from '@/lib/core/plain-date';

export type MoonPhase = 'new' | 'first-quarter' | 'full' | 'last-quarter';

const PHASES: readonly MoonPhase[] = ['new', 'first-quarter', 'full', 'last-quarter'];

/**
 * The principal phase of the moon that falls on a day in Universal Time; null on the other days.
 * Source: Meeus, Astronomical Algorithms (2nd edition), chapter 49, good to some seconds in 1900 to 2100.
 */
export function moonPhaseOn(day: PlainDate): MoonPhase | null {
  const dayNumber = toDayNumber(day);
  const { year } = partsOf(day);
  const yearStart = toDayNumber(plainDate(year, 1, 1));
  const years = year + (dayNumber - yearStart) / 365.25 - 2000;
  const quarter = Math.round(years * 12.3685 * 4);
  const noon = dayNumber - DAY_NUMBER_1970 + JULIAN_DAY_1970 + 0.5;
  for (const at of [quarter - 1, quarter, quarter + 1]) {
    // The moon is never more than 15 hours off its mean.
    if (Math.abs(MEAN_START + (MEAN_MONTH / 4) * at - noon) > 1.5) continue;
    if (phaseDayNumber(at, year) === dayNumber) return PHASES[((at % 4) + 4) % 4] ?? null;
  }
  return null;
}

/** The first mean new moon of 2000, a Julian day, and the mean days from one to the next. */
const MEAN_START = 2451550.09766;
const MEAN_MONTH = 29.530588861;

const JULIAN_DAY_1970 = 2440587.5;
const DAY_NUMBER_1970 = toDayNumber(plainDate(1970, 1, 1));

function phaseDayNumber(quarter: number, year: number): number {
  const universal = phaseJulianDay(quarter / 4) - deltaTSeconds(year) / 86_400;
  return Math.floor(universal - JULIAN_DAY_1970) + DAY_NUMBER_1970;
}

/** [size, whether it shrinks with the earth's eccentricity and how often, multiples of M, M′, F] */
type Term = readonly [size: number, e: 0 | 1 | 2, m: number, moon: number, f: number];

const NEW_MOON: readonly Term[] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
];

const FULL_MOON: readonly Term[] = [
  [-0.40614, 0, 0, 1, 0],
  [0.17302, 1, 1, 0, 0],
  [0.01614, 0, 0, 2, 0],
  [0.01043, 0, 0, 0, 2],
  [0.00734, 1, -1, 1, 0],
  [-0.00515, 1, 1, 1, 0],
  [0.00209, 2, 2, 0, 0],
];

const NEW_AND_FULL: readonly Term[] = [
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
  [-0.00002, 0, -1, 1, -2],
  [-0.00002, 0, 1, 3, 0],
  [0.00002, 0, 0, 4, 0],
];

const QUARTERS: readonly Term[] = [
  [-0.62801, 0, 0, 1, 0],
  [0.17172, 1, 1, 0, 0],
  [-0.01183, 1, 1, 1, 0],
  [0.00862, 0, 0, 2, 0],
  [0.00804, 0, 0, 0, 2],
  [0.00454, 1, -1, 1, 0],
  [0.00204, 2, 2, 0, 0],
  [-0.0018, 0, 0, 1, -2],
  [-0.0007, 0, 0, 1, 2],
  [-0.0004, 0, 0, 3, 0],
  [-0.00034, 1, -1, 2, 0],
  [0.00032, 1, 1, 0, 2],
  [0.00032, 1, 1, 0, -2],
  [-0.00028, 2, 2, 1, 0],
  [0.00027, 1, 1, 2, 0],
  [-0.00005, 0, -1, 1, -2],
  [0.00004, 0, 0, 2, 2],
  [-0.00004, 0, 1, 1, 2],
  [0.00004, 0, -2, 1, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 3, 0, 0],
  [0.00002, 0, 0, 2, -2],
  [0.00002, 0, -1, 1, 2],
  [-0.00002, 0, 1, 3, 0],
];

const TERMS: Record<0 | 1 | 2 | 3, readonly Term[]> = {
  0: [...NEW_MOON, ...NEW_AND_FULL],
  1: QUARTERS,
  2: [...FULL_MOON, ...NEW_AND_FULL],
  3: QUARTERS,
};

/** [size, degrees at k = 0, degrees a lunation] of the planets' pull. */
const PLANETS: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
];

/**
 * The moment of a phase as a Julian day in Terrestrial Time.
 * @param k lunations since the new moon of 6 January 2000; .25 first quarter, .5 full, .75 last quarter
 */
export function phaseJulianDay(k: number): number {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2 - 0.00000011 * t ** 3;
  const moon =
    201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3 - 0.000000058 * t ** 4;
  const f =
    160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3 + 0.000000011 * t ** 4;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2 + 0.00000215 * t ** 3;
  const mean =
    MEAN_START +
    MEAN_MONTH * k +
    0.00015437 * t ** 2 -
    0.00000015 * t ** 3 +
    0.00000000073 * t ** 4;

  const quarter = (((Math.round(k * 4) % 4) + 4) % 4) as 0 | 1 | 2 | 3;
  const sizeOf = ([size, power, m, n, a]: Term) =>
    size * e ** power * sine(m * sun + n * moon + a * f);
  const periodic = TERMS[quarter].reduce((sum, term) => sum + sizeOf(term), -0.00017 * sine(node));
  const w =
    0.00306 -
    0.00038 * e * cosine(sun) +
    0.00026 * cosine(moon) -
    0.00002 * cosine(moon - sun) +
    0.00002 * cosine(moon + sun) +
    0.00002 * cosine(2 * f);
  const planets = PLANETS.reduce<number>(
    (sum, [size, start, rate], index) =>
      sum + size * sine(start + rate * k - (index === 0 ? 0.009173 * t ** 2 : 0)),
    0,
  );
  return mean + periodic + (quarter === 1 ? w : quarter === 3 ? -w : 0) + planets;
}

const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180);

/**
 * Terrestrial Time less Universal Time, in seconds.
 * Source: Espenak and Meeus, Five Millennium Canon of Solar Eclipses (NASA/TP-2006-214141), 1900 to 2150.
 */
function deltaTSeconds(year: number): number {
  const since = (epoch: number, ...factors: number[]) =>
    factors.reduce((sum, factor, power) => sum + factor * (year - epoch) ** power, 0);
  if (year < 1920) return since(1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197);
  if (year < 1941) return since(1920, 21.2, 0.84493, -0.0761, 0.0020936);
  if (year < 1961) return since(1950, 29.07, 0.407, -1 / 233, 1 / 2547);
  if (year < 1986) return since(1975, 45.45, 1.067, -1 / 260, -1 / 718);
  if (year < 2005) {
    return since(2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599);
  }
  if (year < 2050) return since(2000, 62.92, 0.32217, 0.005589);
  return -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year);
}
