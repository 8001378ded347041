import { describe, expect, it } from 'vitest';
import { areDemoAccountsAllowed } from '@/lib/accounts/demo-rule';
import { deviceName } from '@/lib/accounts/device-name';
import { defaultSettings } from '@/lib/accounts/read-settings';
import { safeReturnTo } from '@/lib/accounts/safe-return-to';
import { SettingsInput } from '@/lib/accounts/schema';
import { sessionEnd } from '@/lib/accounts/session-rules';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const start = new Date('2027-01-10T08:00:00Z');
const startPlus = (ms: number) => new Date(start.getTime() + ms);

describe('how long a session lives', () => {
  it('using it moves its end, but never past its longest life', () => {
    expect(sessionEnd('CUSTOMER', start, start)).toEqual(startPlus(30 * DAY_MS));
    expect(sessionEnd('CUSTOMER', start, startPlus(10 * DAY_MS))).toEqual(startPlus(40 * DAY_MS));
    expect(sessionEnd('CUSTOMER', start, startPlus(170 * DAY_MS))).toEqual(startPlus(180 * DAY_MS));
  });

  it('staff are signed out overnight', () => {
    expect(sessionEnd('STAFF', start, start)).toEqual(startPlus(12 * HOUR_MS));
    expect(sessionEnd('ADMIN', start, start)).toEqual(startPlus(12 * HOUR_MS));
  });
});

it('demonstration accounts are refused exactly in production without ALLOW_SANDBOX', () => {
  expect(areDemoAccountsAllowed({ NODE_ENV: 'production', ALLOW_SANDBOX: false })).toBe(false);
  expect(areDemoAccountsAllowed({ NODE_ENV: 'production', ALLOW_SANDBOX: true })).toBe(true);
  expect(areDemoAccountsAllowed({ NODE_ENV: 'development', ALLOW_SANDBOX: false })).toBe(true);
});

describe('where a visitor goes after signing in', () => {
  it.each(['/', '/calendars/new?step=2#x', '/orders'])('a page of ours: %s', (path) => {
    expect(safeReturnTo(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/%0d%0aset-cookie:x',
    'calendars',
    '',
    undefined,
    ['/a', '/b'],
  ])('never anywhere else: %j', (path) => {
    expect(safeReturnTo(path)).toBe('/calendars');
  });
});

it.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
    { browser: 'Safari', system: 'iPhone' },
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0',
    { browser: 'Edge', system: 'Windows' },
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
    { browser: 'Firefox', system: 'Linux' },
  ],
  [null, { browser: null, system: null }],
])('a session is shown by what its browser calls itself', (userAgent, device) => {
  expect(deviceName(userAgent)).toEqual(device);
});

it('the settings everybody starts with are ones that can be saved', () => {
  for (const locale of ['en', 'uk', 'xx']) {
    expect(SettingsInput.parse(defaultSettings(locale))).toEqual(defaultSettings(locale));
  }
});
