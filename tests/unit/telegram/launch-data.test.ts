import { describe, expect, it } from 'vitest';
import { readLaunchData } from '@/lib/providers/telegram/launch-data';

/** Published with docs.telegram-mini-apps.com, "Init Data": a token that was made for it, and what it signs. */
const TOKEN = '5768337691:AAH5YkoiEuPk8-FZa32hStHTqXiLPtAEhx8';
const SIGNED =
  'query_id=AAHdF6IQAAAAAN0XohDhrOrc&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%22%2C%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%7D&auth_date=1662771648&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2';
const AT = new Date(1662771648 * 1000);
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);

describe('launch data of a Mini App', () => {
  it('is read as Telegram signed it', () => {
    expect(readLaunchData(SIGNED, TOKEN, later(10))).toEqual({
      person: { id: '279058397', name: 'Vladislav Kibenko', username: 'vdkfrost', language: 'ru' },
      hash: 'c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2',
    });
  });

  it('is good for an hour', () => {
    expect(() => readLaunchData(SIGNED, TOKEN, later(3600))).not.toThrow();
    expect(() => readLaunchData(SIGNED, TOKEN, later(3601))).toThrow('link.failed');
    expect(() => readLaunchData(SIGNED, TOKEN, later(-61))).toThrow('link.failed');
  });

  it('is refused when anything in it differs, is there twice or is missing', () => {
    const wrongs = [
      SIGNED.replace('279058397', '279058398'),
      SIGNED.replace('auth_date=1662771648', 'auth_date=1662771649'),
      SIGNED.replace('hash=c', 'hash=d'),
      SIGNED.replace(/hash=.*/, 'hash='),
      SIGNED.replace(/hash=.*/, 'hash=zz'),
      `${SIGNED}&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2`,
      `${SIGNED}&extra=1`,
      'x'.repeat(5000),
      '',
    ];
    for (const wrong of wrongs) {
      expect(() => readLaunchData(wrong, TOKEN, AT)).toThrow('link.failed');
    }
    expect(() => readLaunchData(SIGNED, `${TOKEN}x`, AT)).toThrow('link.failed');
  });
});
