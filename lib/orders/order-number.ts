import { dayAt, partsOf } from '@/lib/core/plain-date';
import { WORKSHOP_TIME_ZONE } from './arrival-window';

/** What people read out on the phone: "T-26-001042", the year of placing and a running number. */
export function orderNumber(placedAt: Date, running: number): string {
  const { year } = partsOf(dayAt(placedAt, WORKSHOP_TIME_ZONE));
  return `T-${String(year % 100).padStart(2, '0')}-${String(running).padStart(6, '0')}`;
}
