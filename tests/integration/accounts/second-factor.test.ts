import { expect, test } from 'vitest';
import { actorOfCookie } from '@/lib/accounts/actor-of-cookie';
import { beginEnrolment, confirmEnrolment } from '@/lib/accounts/second-factor/enrol';
import { readSecondFactor } from '@/lib/accounts/second-factor/read-second-factor';
import { renewRecoveryCodes } from '@/lib/accounts/second-factor/renew-recovery';
import { showSecondFactor } from '@/lib/accounts/second-factor/show-second-factor';
import { fromBase32, stepAt, totpCode } from '@/lib/accounts/second-factor/totp';
import { seedDemoAccounts } from '@/lib/accounts/seed-accounts';
import { mintActor } from '@/lib/core/actor';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type PersonCtx } from '@/lib/db/context';
import { requireAccess } from '@/lib/http/request-context';
import { useDatabase } from '@/tests/support/database';
import { codeOf } from './helpers';

const database = useDatabase();
let nowMs = 1_800_000_000_000;
const clock = { now: () => new Date(nowMs) };
const nextStep = () => {
  nowMs += 30_000;
};

async function aStaffMember() {
  const { userId } = await database.person('STAFF');
  const session = async () => {
    const loginSessionId = newId('loginSession');
    const expiresAt = new Date(Date.now() + 3_600_000);
    await database.db.loginSession.create({ data: { id: loginSessionId, userId, expiresAt } });
    const actor = mintActor({ userId, role: 'STAFF', loginSessionId });
    return asPerson(database.ctx(actor, { clock })) as PersonCtx;
  };
  return { userId, session, ctx: await session() };
}

async function enrolled() {
  const person = await aStaffMember();
  const { secret } = await beginEnrolment(person.ctx);
  const key = fromBase32(secret);
  const recovery = await confirmEnrolment(person.ctx, { code: totpCode(key, stepAt(clock.now())) });
  nextStep();
  return { ...person, recovery, code: () => totpCode(key, stepAt(clock.now())) };
}

const shownIn = async (ctx: PersonCtx) => {
  const id = ctx.actor.loginSessionId as Id<'loginSession'>;
  const row = await database.db.loginSession.findUniqueOrThrow({ where: { id } });
  return row.secondFactorAt !== null;
};

test('staff edges open only to a browser that showed the app', () => {
  const parts = { userId: newId('user'), role: 'ADMIN' as const };
  const without = mintActor(parts);
  for (const access of ['staff', 'admin'] as const) {
    expect(() => requireAccess(without, access)).toThrow('account.second_factor_required');
    expect(() =>
      requireAccess(mintActor({ ...parts, hasSecondFactor: true }), access),
    ).not.toThrow();
  }
  expect(() => requireAccess(without, 'customer')).not.toThrow();
  const customer = mintActor({ ...parts, role: 'CUSTOMER', hasSecondFactor: true });
  expect(() => requireAccess(customer, 'staff')).toThrow('account.not_allowed');
});

test('setting up shows one secret until its first code confirms it, and then none any more', async () => {
  const { ctx } = await aStaffMember();
  const first = await beginEnrolment(ctx);
  expect(await beginEnrolment(ctx)).toEqual(first);
  expect(await codeOf(confirmEnrolment(ctx, { code: '000000' }))).toBe(
    'account.second_factor_wrong',
  );
  expect(await shownIn(ctx)).toBe(false);
  const code = totpCode(fromBase32(first.secret), stepAt(clock.now()));
  expect(await confirmEnrolment(ctx, { code })).toHaveLength(10);
  expect(await shownIn(ctx)).toBe(true);
  expect(await codeOf(beginEnrolment(ctx))).toBe('request.conflict');
});

test('a code lets one browser in, once, even when two use it at the same time', async () => {
  const { session, code } = await enrolled();
  const [one, two] = [await session(), await session()];
  const outcomes = await Promise.all(
    [one, two].map((ctx) => codeOf(showSecondFactor(ctx, { code: code() }))),
  );
  expect(outcomes.sort()).toEqual(['accepted', 'account.second_factor_wrong']);
  expect([await shownIn(one), await shownIn(two)].filter(Boolean)).toHaveLength(1);
});

test('a recovery code works once', async () => {
  const { session, recovery } = await enrolled();
  const code = ` ${recovery[3]?.slice(0, 5).toUpperCase()}-${recovery[3]?.slice(5)}`;
  expect(await showSecondFactor(await session(), { code })).toEqual({ recoveryLeft: 9 });
  expect(await codeOf(showSecondFactor(await session(), { code }))).toBe(
    'account.second_factor_wrong',
  );
});

test('new recovery codes need the app and end the old ones', async () => {
  const { ctx, session, recovery, code } = await enrolled();
  const [old = '', another = ''] = recovery;
  expect(await codeOf(renewRecoveryCodes(ctx, { code: old }))).toBe('account.second_factor_wrong');
  const fresh = await renewRecoveryCodes(ctx, { code: code() });
  expect(fresh).toHaveLength(10);
  for (const over of [old, another]) {
    expect(await codeOf(showSecondFactor(await session(), { code: over }))).toBe(
      'account.second_factor_wrong',
    );
  }
  expect(await showSecondFactor(await session(), { code: fresh[0] ?? '' })).toEqual({
    recoveryLeft: 9,
  });
});

test('guessing ends after a few tries, and the right code waits too', async () => {
  const { session, code } = await enrolled();
  const ctx = await session();
  const outcomes = [];
  for (let i = 0; i < 10; i += 1) {
    outcomes.push(await codeOf(showSecondFactor(ctx, { code: '12345' })));
  }
  expect(outcomes.at(-1)).toBe('request.rate_limited');
  expect(await codeOf(showSecondFactor(ctx, { code: code() }))).toBe('request.rate_limited');
});

test('neither the secret nor the codes stand in the table', async () => {
  const { userId, recovery } = await enrolled();
  const row = JSON.stringify(
    await database.db.secondFactor.findUniqueOrThrow({ where: { userId } }),
  );
  for (const code of recovery) expect(row).not.toContain(code);
});

test('the demonstration’s member of staff sees the code of their app; nobody else ever does', async () => {
  await seedDemoAccounts(database.db, { dataDir: database.filesDir, isAllowed: true });
  const demo = await database.db.user.findUniqueOrThrow({
    where: { email: 'staff@twelvefold.example' },
  });
  const loginSessionId = newId('loginSession');
  const userId = demo.id as Id<'user'>;
  await database.db.loginSession.create({
    data: { id: loginSessionId, userId, expiresAt: new Date(Date.now() + 3_600_000) },
  });
  const actor = mintActor({ userId, role: 'ADMIN', loginSessionId });
  const ctx = asPerson(database.ctx(actor, { clock })) as PersonCtx;
  const { demoCode } = await readSecondFactor(ctx);
  await showSecondFactor(ctx, { code: demoCode ?? '' });
  expect(await shownIn(ctx)).toBe(true);
  const real = await enrolled();
  expect((await readSecondFactor(real.ctx)).demoCode).toBeNull();
});

test('a cookie of nobody has shown nothing', async () => {
  const actor = await actorOfCookie(database.db, undefined, clock.now());
  expect(actor.hasSecondFactor).toBe(false);
});
