import { describe, expect, it } from 'vitest';
import { periodOf } from '@/lib/calendars/period';
import type { PlainDate, YearMonth } from '@/lib/core/plain-date';
import { addressLines } from '@/lib/orders/address-lines';
import { addWorkingDays, arrivalWindow } from '@/lib/orders/arrival-window';
import { TRACKING_NUMBER, trackingUrlOf } from '@/lib/orders/carriers';
import { isEmail } from '@/lib/orders/contact-email';
import { formatPeriod } from '@/lib/orders/format-period';
import { checkoutExpiry, unpaidDeadline } from '@/lib/orders/open-checkout';
import { orderNumber } from '@/lib/orders/order-number';
import { parseAmount, writeAmount } from '@/lib/orders/parse-amount';

const at = (text: string) => new Date(text);
const september = { from: '2027-09' as YearMonth, monthCount: 12 };

describe('calendar period', () => {
  it('says both years of a calendar that crosses New Year, in every language of the screens', () => {
    expect(formatPeriod(periodOf(september), 'en')).toBe('September 2027 – August 2028');
    expect(formatPeriod(periodOf(september), 'uk')).toBe('Вересень 2027 – серпень 2028');
    expect(formatPeriod(periodOf(september), 'de')).toBe('September 2027 – August 2028');
    expect(formatPeriod(periodOf(september), 'pl')).toBe('Wrzesień 2027 – sierpień 2028');
  });
});

describe('arrival window', () => {
  it('counts working days only', () => {
    // 2026-11-20 is a Friday.
    expect(addWorkingDays('2026-11-20' as PlainDate, 1)).toBe('2026-11-23');
    expect(addWorkingDays('2026-11-20' as PlainDate, 6)).toBe('2026-11-30');
    expect(addWorkingDays('2026-11-21' as PlainDate, 1)).toBe('2026-11-23');
  });

  it('is counted from the day in the workshop and never ends before it begins', () => {
    const window = arrivalWindow(at('2026-11-19T22:30:00Z'), { daysMin: 1, daysMax: 3 });
    expect(window).toEqual({ from: '2026-11-25', to: '2026-12-01' });
  });
});

describe('pay page', () => {
  it('closes with the order, within 30 minutes to 24 hours of its start', () => {
    const placed = at('2026-11-21T10:00:00Z');
    for (let minutes = 0; minutes <= 24 * 60; minutes += 7) {
      const now = new Date(placed.getTime() + minutes * 60_000);
      const left = checkoutExpiry(placed, now).getTime() - now.getTime();
      expect(left).toBeGreaterThan(30 * 60_000);
      expect(left).toBeLessThan(24 * 3_600_000);
    }
    expect(unpaidDeadline(placed).toISOString()).toBe('2026-11-22T10:00:00.000Z');
  });
});

describe('order details', () => {
  it('numbers orders by the year in the workshop', () => {
    expect(orderNumber(at('2026-12-31T22:30:00Z'), 1001)).toBe('T-27-001001');
    expect(orderNumber(at('2026-06-01T00:00:00Z'), 1234567)).toBe('T-26-1234567');
  });

  it('links to the carrier with a number that cannot change the address', () => {
    expect(trackingUrlOf('nova-poshta', '2045 0000 1234')).toBe(
      'https://novaposhta.ua/tracking/?cargo_number=204500001234',
    );
    expect(trackingUrlOf('dhl', 'a/../b')).toContain('AWB=a%2F..%2Fb');
    expect(trackingUrlOf('other', '123456')).toBeNull();
    for (const bad of ['', 'abc', 'x'.repeat(50), '12345<script>', '12\n345']) {
      expect(TRACKING_NUMBER.test(bad)).toBe(false);
    }
  });

  it('writes an address in its country’s order', () => {
    const address = {
      recipient: 'Ann Smith',
      phone: '+441234567890',
      line1: '1 High Street',
      line2: '',
      city: 'London',
      postalCode: 'SW1A 1AA',
      region: '',
      country: 'GB',
    };
    expect(addressLines(address, 'en')).toEqual([
      'Ann Smith',
      '1 High Street',
      'London SW1A 1AA',
      'United Kingdom',
      '+441234567890',
    ]);
    const german = { ...address, country: 'DE', city: 'Berlin', postalCode: '10115' };
    expect(addressLines(german, 'de')[2]).toBe('10115 Berlin');
  });

  it.each(['a@b.co', 'olena.k+cal@пошта.укр', "o'neil@example.com"])(
    'takes %s as e-mail',
    (email) => {
      expect(isEmail(email)).toBe(true);
    },
  );

  it.each([
    '',
    'a',
    'a@b',
    'a@@b.co',
    'a b@c.de',
    'a@b.co,c@d.ee',
    '"e@x"@y.zz',
    '<a@b.co>',
    'a@-b.co',
  ])('refuses %j as e-mail', (email) => {
    expect(isEmail(email)).toBe(false);
  });
});

describe('amounts as staff type them', () => {
  it.each([
    ['12.50', 1250],
    ['12,5', 1250],
    ['1 250', 125_000],
    ['0.01', 1],
  ])('reads %s', (text, minor) => {
    expect(parseAmount(text, 'EUR')).toBe(minor);
    expect(parseAmount(writeAmount(minor, 'EUR'), 'EUR')).toBe(minor);
  });

  it.each(['', '0', '0.00', '-1', '1.234', '1e3', '12.5.0', 'abc', '99999999', '1,250.00'])(
    'refuses %j',
    (text) => {
      expect(parseAmount(text, 'EUR')).toBeNull();
    },
  );
});
