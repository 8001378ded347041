import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '@/lib/core/actor';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { handleOutboxSend } from '@/lib/jobs/handlers/outbox-send';
import { changePreference, readPreferences } from '@/lib/messages/preferences/preferences';
import { tellPerson } from '@/lib/messages/tell-person';
import { readUnsubscribe, unsubscribe } from '@/lib/messages/unsubscribe/unsubscribe';
import { SmtpMailer } from '@/lib/providers/mail/smtp-mailer';
import { TurboSms } from '@/lib/providers/turbosms/turbo-sms';
import { SANDBOX_TURBOSMS_TOKEN } from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase();
let sandbox: Sandbox;
let ctx: Ctx;
let numbers = 0;

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: 'http://127.0.0.1:9',
    dataDir: path.join(database.filesDir, 'sandbox'),
    webhookUrl: null,
  });
  const token = SANDBOX_TURBOSMS_TOKEN;
  ctx = database.ctx(systemActor, {
    providers: {
      mailer: new SmtpMailer({ url: sandbox.smtpUrl, from: 'a@twelvefold.example' }),
      sms: new TurboSms({ token, sender: 'Twelvefold', baseUrl: `${sandbox.url}/turbosms` }),
    },
  });
});

afterAll(() => sandbox.close());

async function aReader(parts: { phone?: string } = {}) {
  const person = await database.person('CUSTOMER');
  numbers += 1;
  const phone = parts.phone ?? `+3806700001${String(numbers).padStart(2, '0')}`;
  await database.db.user.update({ where: { id: person.userId }, data: { phone } });
  return { ...person, phone };
}

const ready = (key: string) => ({
  dedupeKey: key,
  to: `${key.replace(/\W/g, '')}@example.com`,
  template: 'training-ready' as const,
  locale: 'en',
  data: { name: 'Olena', url: 'https://twelvefold.example/studio/models/1' },
});

const delivered = (key: string) => ({
  ...ready(key),
  template: 'order-delivered' as const,
  data: {
    orderNumber: 'T-26-001001',
    url: 'https://twelvefold.example/orders/1',
    items: [{ title: 'Year', quantity: 1, total: { amountMinor: 100, currency: 'EUR' as const } }],
    delivery: { amountMinor: 0, currency: 'EUR' as const },
    tax: { amountMinor: 0, currency: 'EUR' as const },
    total: { amountMinor: 100, currency: 'EUR' as const },
  },
});

const tell = (userId: Id<'user'>, message: Parameters<typeof tellPerson>[2]) =>
  inTransaction(ctx, (tx) => tellPerson(tx, userId, message));

const rowsOf = (userId: string) =>
  database.db.outboxMessage.findMany({ where: { userId }, orderBy: { channel: 'asc' } });

async function sendAll(userId: string) {
  for (const { id } of await rowsOf(userId)) {
    await handleOutboxSend(ctx, { outboxMessageId: id as Id<'outboxMessage'> });
  }
}

const smsTo = async (phone: string) =>
  (await (await fetch(`${sandbox.url}/sms.json?to=${phone.slice(1)}`)).json()) as {
    text: string;
  }[];

test('a wanted text message goes out beside the letter, once, with the link in it', async () => {
  const reader = await aReader();
  await changePreference(reader.ctx, { kind: 'orders', channel: 'SMS', isOn: true });
  await tell(reader.userId, delivered('both'));
  await tell(reader.userId, delivered('both'));
  expect((await rowsOf(reader.userId)).map(({ channel }) => channel)).toEqual(['MAIL', 'SMS']);
  await sendAll(reader.userId);
  await sendAll(reader.userId);
  const messages = await smsTo(reader.phone);
  expect(messages).toHaveLength(1);
  expect(messages[0]?.text).toContain('https://twelvefold.example/orders/1');
  for (const row of await rowsOf(reader.userId)) expect(row.status).toBe('SENT');
});

test('who switched a kind of letters off gets none of it, and receipts still', async () => {
  const reader = await aReader();
  await changePreference(reader.ctx, { kind: 'studio', channel: 'MAIL', isOn: false });
  await tell(reader.userId, ready('quiet'));
  await tell(reader.userId, delivered('loud'));
  const rows = await rowsOf(reader.userId);
  expect(rows.map(({ template }) => template)).toEqual(['order-delivered']);
  const fixed = changePreference(reader.ctx, { kind: 'orders', channel: 'MAIL', isOn: false });
  await expect(fixed).rejects.toThrow('request.invalid');
});

test('a number that takes no messages is given up at once and the letter arrives all the same', async () => {
  const reader = await aReader({ phone: '+380670000000' });
  await changePreference(reader.ctx, { kind: 'orders', channel: 'SMS', isOn: true });
  await tell(reader.userId, delivered('stopped'));
  await sendAll(reader.userId);
  expect(await rowsOf(reader.userId)).toMatchObject([
    { channel: 'MAIL', status: 'SENT' },
    { channel: 'SMS', status: 'FAILED', attempts: 1 },
  ]);
});

test('the link in a letter takes its reader off this kind, and nothing else opens with it', async () => {
  const reader = await aReader();
  await tell(reader.userId, ready('leave'));
  await sendAll(reader.userId);
  const list = await fetch(`${sandbox.url}/mail.json?to=leave@example.com`);
  const [mail] = (await list.json()) as { id: string; text: string }[];
  const token = /\/unsubscribe\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const raw = await (await fetch(`${sandbox.url}/mail/${mail?.id}/raw`)).text();
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(await readUnsubscribe(ctx, token)).toEqual({ kind: 'studio', isOff: false });
  await unsubscribe(ctx, token);
  await unsubscribe(ctx, token);
  expect(await readUnsubscribe(ctx, token)).toEqual({ kind: 'studio', isOff: true });
  const kinds = await readPreferences(reader.ctx);
  const studio = kinds.find(({ kind }) => kind === 'studio');
  expect(studio?.channels.find(({ channel }) => channel === 'MAIL')?.isOn).toBe(false);
  for (const forged of [`${token}x`, token.replace('.', '.A'), 'e30.e30', '']) {
    await expect(unsubscribe(ctx, forged)).rejects.toThrow('request.not_found');
  }
});

test('letters that must arrive carry no way to leave them', async () => {
  const reader = await aReader();
  await tell(reader.userId, delivered('receipt'));
  await sendAll(reader.userId);
  const list = await fetch(`${sandbox.url}/mail.json?to=receipt@example.com`);
  const [mail] = (await list.json()) as { text: string }[];
  expect(mail?.text).not.toContain('/unsubscribe/');
});
