import { dayAt, partsOf } from '@/lib/core/plain-date';
import { WORKSHOP_TIME_ZONE } from '../arrival-window';

/** What press and staff say on the phone: "P-26-001001". `letter` is P for a print job and C for a claim. */
export function runningNumber(letter: 'P' | 'C', at: Date, running: number): string {
  const { year } = partsOf(dayAt(at, WORKSHOP_TIME_ZONE));
  return `${letter}-${String(year % 100).padStart(2, '0')}-${String(running).padStart(6, '0')}`;
}
