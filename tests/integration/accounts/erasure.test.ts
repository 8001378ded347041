import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginContactChange } from '@/lib/accounts/contact/begin-contact-change';
import { finishContactChange } from '@/lib/accounts/contact/finish-contact-change';
import { beginErasure } from '@/lib/accounts/erasure/begin-erasure';
import { ERASURE_STEPS } from '@/lib/accounts/erasure/erasure-step';
import { readReceipt } from '@/lib/accounts/erasure/read-receipt';
import { reviveErasures } from '@/lib/accounts/erasure/revive-erasures';
import { hashPassword } from '@/lib/accounts/password-hash';
import { getDashboard } from '@/lib/admin/dashboard/get-dashboard';
import { retryMessage } from '@/lib/admin/messages/retry-message';
import { printCacheOf } from '@/lib/calendars/print-cache';
import { type Id, newId } from '@/lib/core/ids';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { handleAccountErase } from '@/lib/jobs/handlers/account-erase';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { FalQueue } from '@/lib/providers/fal/fal-queue';
import { SANDBOX_FAL_KEY, SANDBOX_FAL_USER_ID } from '@/lib/sandbox/keys';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { seedStars } from '@/lib/stars/seed-stars';
import { seedStudio } from '@/lib/studio/seed-studio';
import { useDatabase } from '@/tests/support/database';
import { belongings } from '../../support/strangers/belongings';
import { leaveTraces } from '../../support/strangers/traces';
import { codeOf, newestCode, PASSWORD } from './helpers';

const database = useDatabase({ isLedgerBent: true });

let sandbox: Sandbox;
let models: FalQueue;

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: 'http://127.0.0.1:9',
    dataDir: path.join(database.filesDir, 'sandbox'),
    webhookUrl: null,
  });
  models = new FalQueue({
    key: SANDBOX_FAL_KEY,
    userId: SANDBOX_FAL_USER_ID,
    queueUrl: `${sandbox.url}/fal/queue`,
    restUrl: `${sandbox.url}/fal/rest`,
    apiUrl: `${sandbox.url}/fal/api/v1`,
    isLocal: true,
  });
  await seedCatalogue(database.db);
  await seedStudio(database.db);
  await seedStars(database.db);
});

afterAll(() => sandbox.close());

let people = 0;

/** Somebody with one of everything, their secret word in every text, and nothing on the way any more. */
async function aPersonWithEverything() {
  people += 1;
  const secret = `secretword${people}x`;
  const { ctx, userId, email } = await database.person('CUSTOMER');
  const passwordHash = await hashPassword(PASSWORD);
  const { files } = ctx.providers;
  await database.db.user.update({ where: { id: userId }, data: { name: secret, passwordHash } });
  const things = await belongings({ db: database.db, files }, userId, secret);
  await leaveTraces(ctx, things, secret);
  return { ctx, userId, email: email ?? '', secret, things };
}

async function deliverAll(userId: string) {
  for (const status of ['IN_PRODUCTION', 'SHIPPED', 'DELIVERED'] as const) {
    const before = {
      IN_PRODUCTION: 'PAID',
      SHIPPED: 'IN_PRODUCTION',
      DELIVERED: 'SHIPPED',
    } as const;
    await database.db.order.updateMany({
      where: { ownerId: userId, status: before[status] },
      data: { status },
    });
  }
}

/** Themes of the studio are the installation's, not a person's. */
const NOBODYS = ['Prompt', 'PromptTheme'];

/** Every table that still has the word in any of its columns. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await database.db.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    if (NOBODYS.includes(name)) continue;
    const rows = await database.db.$queryRawUnsafe<{ count: bigint }[]>(
      `select count(*) from "${name}" t where to_jsonb(t)::text ilike $1`,
      `%${word}%`,
    );
    if (Number(rows[0]?.count) > 0) found.push(name);
  }
  return found;
}

async function filesWith(ctx: Ctx, word: string): Promise<string[]> {
  const found: string[] = [];
  for await (const key of ctx.providers.files.list('')) {
    if ((await ctx.providers.files.readAll(key)).includes(word)) found.push(key);
  }
  return found;
}

const erase = (ctx: PersonCtx) => beginErasure(ctx, { password: PASSWORD, locale: 'en' });
const erasureOf = (userId: string) => database.db.erasure.findFirstOrThrow({ where: { userId } });
const system = (providers = {}) => database.ctx(undefined, { providers: { models, ...providers } });
const run = async (userId: string, by: Ctx = system()) => {
  const { id } = await erasureOf(userId);
  await handleAccountErase(by, { erasureId: id as Id<'erasure'> });
};

test('after erasing, no table and no file tells of the person but the invoices', async () => {
  const { ctx, userId, email, secret } = await aPersonWithEverything();
  await deliverAll(userId);
  expect((await tablesWith(secret)).length).toBeGreaterThan(10);
  const { key } = await erase(ctx);
  await run(userId);
  // The address on the parcel is the invoice's; a gift that was paid for still knows whom it is for.
  expect(await tablesWith(secret)).toEqual(['GiftCertificate', 'Parcel']);
  const [gift] = await database.db.giftCertificate.findMany({ where: { buyerId: userId } });
  expect(gift).toMatchObject({ buyerName: '-', recipientName: secret, message: '' });
  expect(await filesWith(ctx, secret)).toEqual([]);
  // The receipt's letter still waits for its way out.
  expect(await tablesWith(email)).toEqual(['OutboxMessage']);
  const receipt = await readReceipt(database.ctx(), key);
  expect(receipt.isDone).toBe(true);
  expect(receipt.steps.map(({ name }) => name)).toEqual([...ERASURE_STEPS]);
  expect(receipt.steps.find(({ name }) => name === 'pictures')?.count).toBeGreaterThan(0);
  const parcels = await database.db.parcel.findMany({
    where: { order: { ownerId: userId } },
    include: { order: true },
  });
  expect(parcels.map(({ order }) => order.paidAt !== null).sort()).toEqual([false, true]);
  for (const { order, address } of parcels) {
    // No invoice needs a phone, and an order that was never paid has none.
    expect(address).toMatchObject({ phone: '', recipient: order.paidAt ? secret : '-' });
  }
  const row = await database.db.user.findUniqueOrThrow({ where: { id: userId } });
  expect(row).toMatchObject({ email: null, name: null, passwordHash: null, phone: null });
});

test('crops that were prepared for print go too, of the guest they were as well, and nobody else’s', async () => {
  const { ctx, userId } = await aPersonWithEverything();
  await deliverAll(userId);
  const guest = await database.db.user.findFirstOrThrow({ where: { mergedIntoId: userId } });
  const neighbour = await database.person('CUSTOMER');
  const crops = [userId, guest.id, neighbour.userId].map((id) =>
    path.join(printCacheOf(id), 'crop.jpg'),
  );
  for (const crop of crops) {
    await mkdir(path.dirname(crop), { recursive: true });
    await writeFile(crop, 'a face');
  }
  await erase(ctx);
  await run(userId);
  expect(crops.map((crop) => existsSync(crop))).toEqual([false, false, true]);
});

test('every sign-in ends at once, before anything is removed', async () => {
  const { ctx, userId } = await aPersonWithEverything();
  await deliverAll(userId);
  await erase(ctx);
  const open = await database.db.loginSession.count({ where: { userId, endedAt: null } });
  expect(open).toBe(0);
});

test('while an order is on its way, or with a wrong password, nothing is erased', async () => {
  const { ctx, userId, secret } = await aPersonWithEverything();
  const before = await tablesWith(secret);
  expect(await codeOf(erase(ctx))).toBe('erasure.orders_under_way');
  const wrong = beginErasure(ctx, { password: 'not it', locale: 'en' });
  expect(await codeOf(wrong)).toBe('account.password_wrong');
  expect(await tablesWith(secret)).toEqual(before);
  expect(await database.db.erasure.count({ where: { userId } })).toBe(0);
});

test('a run that dies at any file is taken up by the next and ends it all the same', async () => {
  const { ctx, userId, secret } = await aPersonWithEverything();
  await deliverAll(userId);
  await erase(ctx);
  const { files } = database.ctx().providers;
  let deletions = 0;
  for (let dieAt = 1; dieAt < 40; dieAt += 3) {
    deletions = 0;
    const dying = new Proxy(files, {
      get(target, name) {
        if (name !== 'delete') return Reflect.get(target, name).bind?.(target);
        return (fileKey: string) => {
          deletions += 1;
          if (deletions === dieAt) throw new Error('the process died here');
          return target.delete(fileKey);
        };
      },
    });
    try {
      await run(userId, system({ files: dying }));
    } catch (error) {
      expect(String(error)).toContain('the process died here');
    }
  }
  await run(userId);
  expect(await tablesWith(secret)).toEqual(['GiftCertificate', 'Parcel']);
  expect((await erasureOf(userId)).status).toBe('DONE');
});

test('an address that somebody typed into their own order gives them no hold on its owner’s letters', async () => {
  const victim = await database.person('CUSTOMER');
  const address = victim.email ?? '';
  const letterId = newId('outboxMessage');
  await database.db.outboxMessage.create({
    data: {
      id: letterId,
      dedupeKey: letterId,
      channel: 'MAIL',
      recipient: address,
      template: 'reset-password',
      locale: 'en',
      data: {},
      status: 'QUEUED',
    },
  });
  const { ctx, userId } = await aPersonWithEverything();
  await database.db.order.updateMany({
    where: { ownerId: userId },
    data: { contactEmail: address },
  });
  await deliverAll(userId);
  await erase(ctx);
  await run(userId);
  const letter = await database.db.outboxMessage.findUniqueOrThrow({ where: { id: letterId } });
  expect(letter).toMatchObject({ status: 'QUEUED', recipient: address });
});

test('letters to an address that was given up go too', async () => {
  const { ctx, userId, email } = await aPersonWithEverything();
  await deliverAll(userId);
  const letterId = newId('outboxMessage');
  await database.db.outboxMessage.create({
    data: {
      id: letterId,
      dedupeKey: letterId,
      channel: 'MAIL',
      recipient: email,
      template: 'password-changed',
      locale: 'en',
      data: { resetUrl: 'https://twelvefold.example/forgot-password' },
      status: 'SENT',
    },
  });
  const next = `next-${email}`;
  await beginContactChange(ctx, { kind: 'email', to: next, password: PASSWORD, locale: 'en' });
  const code = await newestCode(database, next);
  await finishContactChange(ctx, { kind: 'email', code, locale: 'en' });
  await erase(ctx);
  await run(userId);
  expect(await database.db.outboxMessage.count({ where: { recipient: email } })).toBe(0);
});

test('somebody else keeps everything', async () => {
  const neighbour = await aPersonWithEverything();
  const { ctx, userId } = await aPersonWithEverything();
  const before = await tablesWith(neighbour.secret);
  await deliverAll(userId);
  await erase(ctx);
  await run(userId);
  expect(await tablesWith(neighbour.secret)).toEqual(before);
});

test('sold items and parcels stay frozen for everybody who does not erase their owner', async () => {
  const { userId, things } = await aPersonWithEverything();
  const stranger = await aPersonWithEverything();
  const change = (setting: string) =>
    database.db.$transaction(async (tx) => {
      await tx.$queryRaw`select set_config('twelvefold.erasing', ${setting}, true)`;
      await tx.orderItem.update({ where: { id: things.orderItem }, data: { title: 'changed' } });
    });
  await expect(change('')).rejects.toThrow(/only added|constraint violated/);
  await expect(change(stranger.userId)).rejects.toThrow(/only added|constraint violated/);
  const priced = database.db.$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('twelvefold.erasing', ${userId}, true)`;
    await tx.orderItem.update({ where: { id: things.orderItem }, data: { discountMinor: 1 } });
  });
  await expect(priced).rejects.toThrow(/only added|constraint violated/);
});

test('a receipt opens only by its key', async () => {
  expect(await codeOf(readReceipt(database.ctx(), 'x'.repeat(43)))).toBe('erasure.not_found');
});

test('an erasure whose job is gone gets another one, and only then; an admin sees that it is late', async () => {
  const { ctx, userId, secret } = await aPersonWithEverything();
  await deliverAll(userId);
  await erase(ctx);
  const { id, number } = await erasureOf(userId);
  const jobs = () =>
    database.db.$queryRaw<{ state: string }[]>`
      select state::text from pgboss.job where name = 'account.erase' and data ->> 'erasureId' = ${id}`;
  const later = { now: () => new Date(Date.now() + 2 * 3_600_000) };
  const sweep = () => reviveErasures(database.ctx(undefined, { clock: later }));
  await sweep();
  expect(await jobs()).toHaveLength(1);
  await database.db.$executeRaw`delete from pgboss.job where data ->> 'erasureId' = ${id}`;
  await reviveErasures(database.ctx());
  expect(await jobs()).toHaveLength(0);
  const admin = await database.person('ADMIN');
  const { waiting } = await getDashboard(database.ctx(admin.actor, { clock: later }));
  expect(waiting.filter(({ kind }) => kind === 'erasure').map(({ code }) => code)).toContain(
    number,
  );
  await sweep();
  await sweep();
  expect(await jobs()).toHaveLength(1);
  await run(userId);
  expect(await tablesWith(secret)).toEqual(['GiftCertificate', 'Parcel']);
});

test('what was kept from being sent by an erasure waits for nobody and is not sent again', async () => {
  const { ctx, userId } = await aPersonWithEverything();
  await deliverAll(userId);
  const id = newId('outboxMessage');
  await database.db.outboxMessage.create({
    data: {
      id,
      dedupeKey: id,
      channel: 'MAIL',
      recipient: 'somewhere@example.com',
      template: 'export-ready',
      locale: 'en',
      data: { url: 'https://twelvefold.example/account/data' },
      userId,
      status: 'QUEUED',
    },
  });
  await erase(ctx);
  await run(userId);
  const staff = await database.person('STAFF');
  expect(await codeOf(retryMessage(staff.ctx, { outboxMessageId: id }))).toBe('message.not_failed');
  const { waiting } = await getDashboard(staff.ctx);
  expect(waiting.filter((thing) => thing.id === id)).toEqual([]);
});
