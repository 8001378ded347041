import { addDays, dayAt, type PlainDate } from '@/lib/core/plain-date';
import { WORKSHOP_TIME_ZONE } from '../arrival-window';
import type { OrderStatus } from '../order-states';

/** A parcel that has not come: from some days after the last day it was promised for, and not for ever. */
const DAYS_OF_PATIENCE = 3;
const DAYS_MISSING = 90;

type Facts = {
  status: OrderStatus;
  /** When the order was delivered; null before. */
  deliveredAt: Date | null;
  /** When the first of its parcels arrived; null before. Another one may still be in print. */
  firstArrivedAt: Date | null;
  /** The last day that was promised before paying; null without parcels. */
  arrivesTo: PlainDate | null;
  hasPrinted: boolean;
};

/**
 * The days on which a fault may be reported, both included; null where there is nothing to report.
 * @param claimDays how long after it arrived, as staff set it
 */
export function claimWindow(
  facts: Facts,
  claimDays: number,
): { from: PlainDate; to: PlainDate } | null {
  if (!facts.hasPrinted) return null;
  if (facts.status === 'DELIVERED' && facts.deliveredAt) {
    const day = dayAt(facts.deliveredAt, WORKSHOP_TIME_ZONE);
    return { from: day, to: addDays(day, claimDays) };
  }
  const isUnderWay = facts.status === 'SHIPPED' || facts.status === 'IN_PRODUCTION';
  if (!isUnderWay || facts.arrivesTo === null) return null;
  const to = addDays(facts.arrivesTo, DAYS_MISSING);
  // Whoever holds a damaged calendar does not wait for the other address.
  if (facts.firstArrivedAt) return { from: dayAt(facts.firstArrivedAt, WORKSHOP_TIME_ZONE), to };
  if (facts.status !== 'SHIPPED') return null;
  return { from: addDays(facts.arrivesTo, DAYS_OF_PATIENCE + 1), to };
}

/** Whether a fault may be reported now. */
export function isClaimTime(facts: Facts, claimDays: number, now: Date): boolean {
  const window = claimWindow(facts, claimDays);
  const today = dayAt(now, WORKSHOP_TIME_ZONE);
  return window !== null && window.from <= today && today <= window.to;
}
