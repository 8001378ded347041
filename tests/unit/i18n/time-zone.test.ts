import { describe, expect, it } from 'vitest';
import { zoneOfCookie } from '@/lib/i18n/time-zone';

describe('the zone that a visitor’s cookie names', () => {
  it('is believed when it is a zone, as it stands or encoded', () => {
    expect(zoneOfCookie('America/New_York')).toBe('America/New_York');
    expect(zoneOfCookie('Pacific%2FKiritimati')).toBe('Pacific/Kiritimati');
  });

  it('is UTC for everything else, and never an error', () => {
    const wrongs = [
      undefined,
      '',
      'Mars/Olympus',
      '%',
      '%ff',
      '+25:00',
      'x'.repeat(5000),
      '__proto__',
    ];
    for (const wrong of wrongs) expect(zoneOfCookie(wrong)).toBe('UTC');
  });
});
