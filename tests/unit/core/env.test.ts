import { describe, expect, it } from 'vitest';
import { parseEnv } from '@/lib/core/env';

describe('the environment', () => {
  it('is usable when nothing is set', () => {
    const env = parseEnv({});
    expect(env.PORT).toBe(3000);
    expect(env.DATA_DIR).toBe('.data');
    expect(env.STRIPE_SECRET_KEY).toBeUndefined();
  });

  it('treats an empty value as absent', () => {
    expect(parseEnv({ DATABASE_URL: '  ', PORT: '' })).toMatchObject({
      DATABASE_URL: undefined,
      PORT: 3000,
    });
  });

  it('refuses a half-set group and names what is missing', () => {
    expect(() => parseEnv({ STRIPE_SECRET_KEY: 'sk_live_x' })).toThrow(/STRIPE_WEBHOOK_SECRET/);
    expect(() => parseEnv({ S3_BUCKET: 'b', S3_REGION: 'r' })).toThrow(
      /S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY/,
    );
  });

  it('refuses the sandbox in production unless it is allowed by name', () => {
    const production = { NODE_ENV: 'production', SANDBOX_URL: 'http://127.0.0.1:4010' };
    expect(() => parseEnv(production)).toThrow(/production refuses/);
    expect(parseEnv({ ...production, ALLOW_SANDBOX: '1' }).SANDBOX_URL).toBe(
      'http://127.0.0.1:4010',
    );
  });

  it.each(['0', '70000', 'abc', '80.5'])('refuses port %s', (PORT) => {
    expect(() => parseEnv({ PORT })).toThrow(/PORT/);
  });

  it('refuses a short signing secret', () => {
    expect(() => parseEnv({ AUTH_SECRET: 'short' })).toThrow(/32 characters/);
  });
});
