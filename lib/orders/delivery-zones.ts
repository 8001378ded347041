import type { Currency } from '@/lib/core/money';
import type { CountryCode } from './served-countries';

type Zone = {
  /** Working days on the way. */
  days: readonly [min: number, max: number];
  /** First calendar and each further one, minor units. */
  first: Record<Currency, number>;
  extra: Record<Currency, number>;
};

const HOME: Zone = {
  days: [1, 3],
  first: { EUR: 200, USD: 220, UAH: 9000, PLN: 890, GBP: 180 },
  extra: { EUR: 30, USD: 30, UAH: 1000, PLN: 130, GBP: 25 },
};
const NEAR: Zone = {
  days: [3, 6],
  first: { EUR: 590, USD: 650, UAH: 26_500, PLN: 2490, GBP: 520 },
  extra: { EUR: 120, USD: 130, UAH: 5400, PLN: 500, GBP: 105 },
};
const EUROPE: Zone = {
  days: [4, 8],
  first: { EUR: 790, USD: 870, UAH: 35_500, PLN: 3390, GBP: 690 },
  extra: { EUR: 150, USD: 165, UAH: 6800, PLN: 640, GBP: 130 },
};
const OVERSEAS: Zone = {
  days: [7, 14],
  first: { EUR: 1490, USD: 1590, UAH: 67_000, PLN: 6390, GBP: 1290 },
  extra: { EUR: 390, USD: 420, UAH: 17_500, PLN: 1670, GBP: 340 },
};

/**
 * Delivery zone and the tax contained in prices, in basis points: standard VAT rates in force in 2026 (European
 * Commission, "Taxes in Europe Database"; UA: Tax Code art. 193; GB: VAT Act 1994 s. 2; CH: MWSTG art. 25; NO: Stortingets
 * vedtak om merverdiavgift). Overseas parcels leave without tax of ours; the buyer's customs may add theirs.
 */
export const DELIVERY: Record<CountryCode, { zone: Zone; taxBasisPoints: number }> = {
  UA: { zone: HOME, taxBasisPoints: 2000 },
  PL: { zone: NEAR, taxBasisPoints: 2300 },
  SK: { zone: NEAR, taxBasisPoints: 2300 },
  HU: { zone: NEAR, taxBasisPoints: 2700 },
  RO: { zone: NEAR, taxBasisPoints: 2100 },
  MD: { zone: NEAR, taxBasisPoints: 2000 },
  CZ: { zone: NEAR, taxBasisPoints: 2100 },
  LT: { zone: NEAR, taxBasisPoints: 2100 },
  LV: { zone: NEAR, taxBasisPoints: 2100 },
  EE: { zone: NEAR, taxBasisPoints: 2400 },
  DE: { zone: EUROPE, taxBasisPoints: 1900 },
  AT: { zone: EUROPE, taxBasisPoints: 2000 },
  NL: { zone: EUROPE, taxBasisPoints: 2100 },
  BE: { zone: EUROPE, taxBasisPoints: 2100 },
  LU: { zone: EUROPE, taxBasisPoints: 1700 },
  FR: { zone: EUROPE, taxBasisPoints: 2000 },
  ES: { zone: EUROPE, taxBasisPoints: 2100 },
  PT: { zone: EUROPE, taxBasisPoints: 2300 },
  IT: { zone: EUROPE, taxBasisPoints: 2200 },
  SI: { zone: EUROPE, taxBasisPoints: 2200 },
  HR: { zone: EUROPE, taxBasisPoints: 2500 },
  GR: { zone: EUROPE, taxBasisPoints: 2400 },
  BG: { zone: EUROPE, taxBasisPoints: 2000 },
  DK: { zone: EUROPE, taxBasisPoints: 2500 },
  SE: { zone: EUROPE, taxBasisPoints: 2500 },
  FI: { zone: EUROPE, taxBasisPoints: 2550 },
  NO: { zone: EUROPE, taxBasisPoints: 2500 },
  IE: { zone: EUROPE, taxBasisPoints: 2300 },
  GB: { zone: EUROPE, taxBasisPoints: 2000 },
  CH: { zone: EUROPE, taxBasisPoints: 810 },
  US: { zone: OVERSEAS, taxBasisPoints: 0 },
  CA: { zone: OVERSEAS, taxBasisPoints: 0 },
};

/** Ways of Nova Poshta at home: to a branch or locker for less, to the door by courier sooner than the post. */
export const NOVA_POSHTA: Record<'np-branch' | 'np-locker' | 'np-courier', Zone> = {
  'np-branch': {
    days: [1, 2],
    first: { EUR: 160, USD: 170, UAH: 7500, PLN: 690, GBP: 140 },
    extra: { EUR: 20, USD: 25, UAH: 800, PLN: 90, GBP: 20 },
  },
  'np-locker': {
    days: [1, 2],
    first: { EUR: 140, USD: 150, UAH: 6500, PLN: 590, GBP: 120 },
    extra: { EUR: 20, USD: 25, UAH: 800, PLN: 90, GBP: 20 },
  },
  'np-courier': {
    days: [1, 2],
    first: { EUR: 260, USD: 280, UAH: 12_000, PLN: 1090, GBP: 220 },
    extra: { EUR: 30, USD: 30, UAH: 1200, PLN: 130, GBP: 25 },
  },
};
