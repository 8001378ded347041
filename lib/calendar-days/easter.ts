import { addDays, type PlainDate, plainDate } from '@/lib/core/plain-date';

/**
 * Easter Sunday of the western churches in a Gregorian year.
 * Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8), valid for every Gregorian year.
 */
export function westernEaster(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return plainDate(year, Math.floor(n / 31), (n % 31) + 1);
}

/**
 * Easter Sunday of the Orthodox churches, as a day of the Gregorian calendar.
 * Source: the Julian computus (Meeus, chapter 8), moved by the distance of the two calendars.
 */
export function orthodoxEaster(year: number): PlainDate {
  const a = year % 4;
  const b = year % 7;
  const c = year % 19;
  const d = (19 * c + 15) % 30;
  const e = (2 * a + 4 * b - d + 34) % 7;
  const n = d + e + 114;
  // Easter lies after February, so the century's own skipped leap day already counts.
  const century = Math.floor(year / 100);
  const daysBehind = century - Math.floor(century / 4) - 2;
  return addDays(plainDate(year, Math.floor(n / 31), (n % 31) + 1), daysBehind);
}
