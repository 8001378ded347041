import { expect, test } from 'vitest';
import { actorOfCookie } from '@/lib/accounts/actor-of-cookie';
import { endLooking } from '@/lib/accounts/end-looking';
import { listLooks } from '@/lib/accounts/list-looks';
import { sessionCookieValue } from '@/lib/accounts/session-cookie';
import { startLoginSession } from '@/lib/accounts/start-login-session';
import { blockCustomer } from '@/lib/admin/customers/block-customer';
import { getCustomer } from '@/lib/admin/customers/get-customer';
import { listCustomers } from '@/lib/admin/customers/list-customers';
import { startLooking } from '@/lib/admin/customers/start-looking';
import { DESKS, mintActor } from '@/lib/core/actor';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, inTransaction, type PersonCtx } from '@/lib/db/context';
import { requireOwnHands } from '@/lib/http/same-origin';
import { useDatabase } from '@/tests/support/database';
import { codeOf } from './helpers';

const database = useDatabase();

/** Somebody with a browser: whom its cookie speaks for, and a context that acts for that. */
async function aBrowserOf(userId: Id<'user'>) {
  const id = newId('loginSession');
  const expiresAt = new Date(Date.now() + 3_600_000);
  await database.db.loginSession.create({
    data: { id, userId, expiresAt, secondFactorAt: new Date() },
  });
  const cookie = await sessionCookieValue(id);
  const actor = (at = new Date()) => actorOfCookie(database.db, cookie, at);
  const ctx = async () => asPerson(database.ctx(await actor())) as PersonCtx;
  return { actor, ctx };
}

const everybody = { search: '', kind: null, sort: null, page: 1 };

test('an admin looks with a customer’s eyes, changes nothing, and every step is on the record', async () => {
  const admin = await database.person('ADMIN');
  const customer = await database.person('CUSTOMER');
  const browser = await aBrowserOf(admin.userId);
  await startLooking(await browser.ctx(), { userId: customer.userId, reason: 'asked by mail' });
  const seen = await browser.actor();
  expect(seen).toMatchObject({
    userId: customer.userId,
    role: 'CUSTOMER',
    lookedAtBy: admin.userId,
    hasSecondFactor: false,
  });
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect(() => requireOwnHands(method, seen)).toThrow('account.read_only');
  }
  expect(() => requireOwnHands('GET', seen)).not.toThrow();
  // They can see it themselves, while it lasts and afterwards.
  expect(await listLooks(customer.ctx)).toMatchObject([{ endedAt: null }]);
  await endLooking(await browser.ctx());
  expect((await listLooks(customer.ctx))[0]?.endedAt).not.toBeNull();
  expect(await listLooks(admin.ctx)).toEqual([]);
  expect(await browser.actor()).toMatchObject({ userId: admin.userId, role: 'ADMIN' });
  const log = await database.db.auditEvent.findMany({
    where: { subject: customer.userId },
    orderBy: { createdAt: 'asc' },
  });
  expect(log.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['impersonation.started', admin.userId],
    ['impersonation.ended', admin.userId],
  ]);
});

test('looking ends by itself after half an hour, and is this browser’s alone', async () => {
  const admin = await database.person('ADMIN');
  const customer = await database.person('CUSTOMER');
  const [browser, other] = [await aBrowserOf(admin.userId), await aBrowserOf(admin.userId)];
  await startLooking(await browser.ctx(), { userId: customer.userId, reason: 'x' });
  expect((await other.actor()).role).toBe('ADMIN');
  const later = new Date(Date.now() + 31 * 60_000);
  expect((await browser.actor(later)).role).toBe('ADMIN');
});

test('who loses the role loses the sight at once', async () => {
  const admin = await database.person('ADMIN');
  const customer = await database.person('CUSTOMER');
  const browser = await aBrowserOf(admin.userId);
  await startLooking(await browser.ctx(), { userId: customer.userId, reason: 'x' });
  await database.db.user.update({ where: { id: admin.userId }, data: { role: 'STAFF' } });
  expect(await browser.actor()).toMatchObject({ userId: admin.userId, lookedAtBy: null });
});

test('nobody looks with the eyes of staff or guests, and nobody but an admin looks at all', async () => {
  const admin = await database.person('ADMIN');
  const browser = await aBrowserOf(admin.userId);
  for (const role of ['STAFF', 'ADMIN', 'GUEST'] as const) {
    const { userId } = await database.person(role);
    const look = startLooking(await browser.ctx(), { userId, reason: 'x' });
    expect(await codeOf(look)).toBe('customer.not_found');
  }
  const staff = await database.person('STAFF');
  const customer = await database.person('CUSTOMER');
  const look = startLooking(staff.ctx, { userId: customer.userId, reason: 'x' });
  expect(await codeOf(look)).toBe('account.not_allowed');
});

test('a blocked customer is out at once and may come back when let in again', async () => {
  const staff = await database.person('STAFF');
  const customer = await database.person('CUSTOMER');
  const browser = await aBrowserOf(customer.userId);
  const block = { userId: customer.userId, isBlocked: true, reason: 'fraud' };
  await blockCustomer(staff.ctx, block);
  await blockCustomer(staff.ctx, block);
  expect((await browser.actor()).role).toBe('ANONYMOUS');
  await blockCustomer(staff.ctx, { ...block, isBlocked: false, reason: 'a mistake' });
  const { notes, isBlocked } = await getCustomer(staff.ctx, { userId: customer.userId });
  expect(isBlocked).toBe(false);
  expect(notes.map(({ action, reason }) => [action, reason])).toEqual([
    ['customer.unblocked', 'a mistake'],
    ['customer.blocked', 'fraud'],
  ]);
});

test('the customers’ desk opens to support alone', async () => {
  const customer = await database.person('CUSTOMER');
  for (const desk of DESKS) {
    const { userId } = await database.person('STAFF');
    const ctx = database.ctx(mintActor({ userId, role: 'STAFF', desks: [desk] }));
    const expected = desk === 'SUPPORT' ? 'accepted' : 'account.not_allowed';
    expect(await codeOf(listCustomers(ctx, everybody))).toBe(expected);
    expect(await codeOf(getCustomer(ctx, { userId: customer.userId }))).toBe(expected);
  }
});

test('people are found by a part of their name or address and by their id', async () => {
  const staff = await database.person('STAFF');
  const { userId, email } = await database.person('CUSTOMER');
  await database.db.user.update({ where: { id: userId }, data: { name: 'Zoryana Found' } });
  for (const search of ['zoryana f', email?.slice(0, 10).toUpperCase() ?? '', userId]) {
    const { rows } = await listCustomers(staff.ctx, { ...everybody, search });
    expect(rows.map(({ id }) => id)).toEqual([userId]);
  }
  const { rows } = await listCustomers(staff.ctx, { ...everybody, search: staff.email ?? '' });
  expect(rows).toEqual([]);
});

test('signing in somewhere else while looking ends the admin’s own session, not the customer’s', async () => {
  const admin = await database.person('ADMIN');
  const customer = await database.person('CUSTOMER');
  const [browser, own] = [await aBrowserOf(admin.userId), await aBrowserOf(customer.userId)];
  await startLooking(await browser.ctx(), { userId: customer.userId, reason: 'x' });
  const ctx = await browser.ctx();
  await inTransaction(ctx, (tx) =>
    startLoginSession(tx, { userId: admin.userId, role: 'ADMIN', userAgent: null }),
  );
  expect((await browser.actor()).role).toBe('ANONYMOUS');
  expect((await own.actor()).userId).toBe(customer.userId);
});
