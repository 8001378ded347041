import { expect, test } from 'vitest';
import { parseEnv } from '@/lib/core/env';
import { FolderStore } from '@/lib/providers/storage/folder-store';
import { S3Store } from '@/lib/providers/storage/s3-store';
import { wireProviders } from '@/lib/wiring';

const SANDBOX = { SANDBOX_URL: 'http://127.0.0.1:3900', SANDBOX_SMTP_URL: 'smtp://127.0.0.1:3925' };
const STRIPE = { STRIPE_SECRET_KEY: 'sk_live_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' };
const SMTP = { SMTP_URL: 'smtps://user:word@mail.example' };
const FAL = { FAL_KEY: 'id:secret', FAL_USER_ID: 'user' };
const S3 = {
  S3_REGION: 'eu-central-1',
  S3_BUCKET: 'b',
  S3_ACCESS_KEY_ID: 'k',
  S3_SECRET_ACCESS_KEY: 's',
};
const wired = (source: Record<string, string>) => wireProviders(parseEnv(source));

test('without keys everything is local, and says that it is the sandbox', () => {
  const providers = wired(SANDBOX);
  expect(providers.files).toBeInstanceOf(FolderStore);
  expect(providers.isSandbox).toBe(true);
});

test('with all keys nothing is the sandbox', () => {
  const providers = wired({ ...STRIPE, ...SMTP, ...FAL, ...S3 });
  expect(providers.files).toBeInstanceOf(S3Store);
  expect(providers.isSandbox).toBe(false);
});

test('one service in the sandbox is enough to say so', () => {
  expect(wired({ ...SMTP, ...FAL, ...SANDBOX }).isSandbox).toBe(true);
  expect(wired({ ...STRIPE, ...FAL, ...SANDBOX }).isSandbox).toBe(true);
  expect(wired({ ...STRIPE, ...SMTP, ...SANDBOX }).isSandbox).toBe(true);
});

test('a service with neither key nor sandbox stops with the name of its key', () => {
  expect(() => wired(SMTP)).toThrow('No provider for payments: set STRIPE_SECRET_KEY');
  expect(() => wired(STRIPE)).toThrow('No provider for mail: set SMTP_URL');
  expect(() => wired({ ...STRIPE, ...SMTP })).toThrow('No provider for the studio: set FAL_KEY');
});

test('Monobank is offered with its token or in the sandbox, and not otherwise', () => {
  const real = { ...STRIPE, ...SMTP, ...FAL, ...S3 };
  expect(wired(real).tills.MONOBANK).toBeUndefined();
  expect(wired({ ...real, MONOBANK_TOKEN: 'token' }).tills.MONOBANK).toBeDefined();
  expect(wired({ ...real, MONOBANK_TOKEN: 'token' }).isSandbox).toBe(false);
  expect(wired({ ...real, ...SANDBOX }).tills.MONOBANK).toBeDefined();
  expect(wired({ ...real, ...SANDBOX }).isSandbox).toBe(true);
});

test('Nova Poshta is asked with its key or in the sandbox; without both numbers come in by hand', () => {
  const real = { ...STRIPE, ...SMTP, ...FAL, ...S3 };
  expect(wired(real).carriers).toEqual({});
  const live = wired({ ...real, NOVA_POSHTA_KEY: 'key' }).carriers['nova-poshta'];
  // Nobody sends in a real account until staff say who.
  expect(live?.defaultSender).toBeNull();
  expect(wired({ ...real, ...SANDBOX }).carriers['nova-poshta']?.defaultSender).not.toBeNull();
});
