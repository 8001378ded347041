import { describe, expect, it } from 'vitest';
import type { PlainDate } from '@/lib/core/plain-date';
import * as window from '@/lib/orders/claims/claim-window';

const facts = {
  status: 'DELIVERED' as const,
  deliveredAt: new Date('2026-11-10T12:00:00Z'),
  firstArrivedAt: null as Date | null,
  arrivesTo: '2026-11-12' as PlainDate,
  hasPrinted: true,
};
const CLAIM_DAYS = 30;
const claimWindow = (given: object) => window.claimWindow({ ...facts, ...given }, CLAIM_DAYS);
const isClaimTime = (given: object, now: Date) =>
  window.isClaimTime({ ...facts, ...given }, CLAIM_DAYS, now);
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

describe('when a fault may be reported', () => {
  it('is for the set number of days after the calendars arrived, the last day included', () => {
    expect(isClaimTime(facts, noon('2026-11-10'))).toBe(true);
    expect(isClaimTime(facts, noon('2026-12-10'))).toBe(true);
    expect(isClaimTime(facts, noon('2026-12-11'))).toBe(false);
  });

  it('counts days by the workshop’s clock', () => {
    const late = { ...facts, deliveredAt: new Date('2026-11-10T23:30:00Z') };
    expect(claimWindow(late)?.from).toBe('2026-11-11');
  });

  it('begins some days after the last promised one while the parcel is missing', () => {
    const missing = { ...facts, status: 'SHIPPED' as const, deliveredAt: null };
    expect(isClaimTime(missing, noon('2026-11-15'))).toBe(false);
    expect(isClaimTime(missing, noon('2026-11-16'))).toBe(true);
    expect(isClaimTime(missing, noon('2027-02-11'))).toBe(false);
  });

  it('begins when the first of several parcels arrives, though another is still in print', () => {
    for (const status of ['IN_PRODUCTION', 'SHIPPED'] as const) {
      const first = { status, deliveredAt: null, firstArrivedAt: noon('2026-11-09') };
      expect(isClaimTime(first, noon('2026-11-08'))).toBe(false);
      expect(isClaimTime(first, noon('2026-11-09'))).toBe(true);
      expect(isClaimTime(first, noon('2027-02-11'))).toBe(false);
    }
  });

  it('is never for an order on its way to the press, or for files alone', () => {
    for (const status of ['AWAITING_PAYMENT', 'PAID', 'IN_PRODUCTION', 'CANCELLED'] as const) {
      expect(claimWindow({ ...facts, status })).toBeNull();
    }
    expect(claimWindow({ ...facts, hasPrinted: false })).toBeNull();
  });
});
