import { expect, test } from 'vitest';
import { actorOfCookie } from '@/lib/accounts/actor-of-cookie';
import { sessionCookieValue } from '@/lib/accounts/session-cookie';
import { changeStaff } from '@/lib/admin/staff/change-staff';
import { inviteStaff } from '@/lib/admin/staff/invite-staff';
import { listStaff } from '@/lib/admin/staff/list-staff';
import { resetSecondFactor } from '@/lib/admin/staff/reset-second-factor';
import { DESKS, isAdmitted } from '@/lib/core/actor';
import { type Id, newId } from '@/lib/core/ids';
import { useDatabase } from '@/tests/support/database';
import { codeOf, freshEmail, mailsTo } from './helpers';

const database = useDatabase();

async function aBrowserOf(userId: Id<'user'>) {
  const id = newId('loginSession');
  const expiresAt = new Date(Date.now() + 3_600_000);
  await database.db.loginSession.create({
    data: { id, userId, expiresAt, secondFactorAt: new Date() },
  });
  const cookie = await sessionCookieValue(id);
  return () => actorOfCookie(database.db, cookie, new Date());
}

test('who is invited gets a mail, the role and exactly the desks that were chosen', async () => {
  const admin = await database.person('ADMIN');
  const email = freshEmail();
  await inviteStaff(admin.ctx, { email, role: 'STAFF', desks: ['SUPPORT'], locale: 'en' });
  const { id } = await database.db.user.findUniqueOrThrow({ where: { email } });
  expect((await mailsTo(database, email))[0]?.template).toBe('reset-password');
  const actor = await (await aBrowserOf(id as Id<'user'>))();
  expect(actor).toMatchObject({ role: 'STAFF', desks: ['SUPPORT'], hasSecondFactor: true });
  expect(isAdmitted(actor, 'support')).toBe(true);
  expect(isAdmitted(actor, 'finance')).toBe(false);
});

test('a desk that is taken away counts at once: every browser of theirs is signed out', async () => {
  const admin = await database.person('ADMIN');
  const member = await database.person('STAFF');
  const actor = await aBrowserOf(member.userId);
  expect((await actor()).role).toBe('STAFF');
  await changeStaff(admin.ctx, { userId: member.userId, role: 'STAFF', desks: ['CONTENT'] });
  expect((await actor()).role).toBe('ANONYMOUS');
  const again = await (await aBrowserOf(member.userId))();
  expect(again.desks).toEqual(['CONTENT']);
  await changeStaff(admin.ctx, { userId: member.userId, role: 'CUSTOMER', desks: [...DESKS] });
  expect((await (await aBrowserOf(member.userId))()).desks).toEqual([]);
  const log = await database.db.auditEvent.findMany({ where: { subject: member.userId } });
  expect(log.map(({ action }) => action)).toEqual(['staff.changed', 'staff.changed']);
});

test('the last admin stays one, also when two take the role from each other at once', async () => {
  await database.db.user.updateMany({ where: { role: 'ADMIN' }, data: { role: 'CUSTOMER' } });
  const [one, two] = [await database.person('ADMIN'), await database.person('ADMIN')];
  const outcomes = await Promise.all([
    codeOf(changeStaff(one.ctx, { userId: two.userId, role: 'STAFF', desks: [] })),
    codeOf(changeStaff(two.ctx, { userId: one.userId, role: 'STAFF', desks: [] })),
  ]);
  expect(outcomes.sort()).toEqual(['accepted', 'staff.last_admin']);
  expect(await database.db.user.count({ where: { role: 'ADMIN' } })).toBe(1);
});

test('nobody but an admin sees or changes the staff, and customers are not on the list', async () => {
  const admin = await database.person('ADMIN');
  const member = await database.person('STAFF');
  const customer = await database.person('CUSTOMER');
  for (const { ctx } of [member, customer]) {
    expect(await codeOf(listStaff(ctx))).toBe('account.not_allowed');
    const wish = { userId: member.userId, role: 'ADMIN' as const, desks: [] };
    expect(await codeOf(changeStaff(ctx, wish))).toBe('account.not_allowed');
  }
  const ids = (await listStaff(admin.ctx)).map(({ id }) => id);
  expect(ids).toContain(member.userId);
  expect(ids).not.toContain(customer.userId);
  const wish = { userId: customer.userId, role: 'ADMIN' as const, desks: [] };
  expect(await codeOf(changeStaff(admin.ctx, wish))).toBe('staff.not_found');
});

test('adding somebody of the staff again changes neither their rights nor their app', async () => {
  await database.db.user.updateMany({ where: { role: 'ADMIN' }, data: { role: 'CUSTOMER' } });
  const admin = await database.person('ADMIN');
  const member = await database.person('STAFF');
  for (const { email, userId } of [admin, member]) {
    await database.db.secondFactor.create({
      data: { userId, secretBox: 'x', confirmedAt: new Date() },
    });
    const wish = { email: email ?? '', role: 'STAFF' as const, desks: [], locale: 'en' as const };
    expect(await codeOf(inviteStaff(admin.ctx, wish))).toBe('staff.already');
  }
  expect(await database.db.user.count({ where: { role: 'ADMIN' } })).toBe(1);
  expect(await database.db.secondFactor.count({ where: { userId: member.userId } })).toBe(1);
});

test('two who add the same new person at once make one', async () => {
  const admin = await database.person('ADMIN');
  const wish = { email: freshEmail(), role: 'STAFF' as const, desks: [], locale: 'en' as const };
  const outcomes = await Promise.all([1, 2].map(() => codeOf(inviteStaff(admin.ctx, wish))));
  expect(outcomes.sort()).toEqual(['accepted', 'staff.already']);
});

test('an admin resets the app of somebody else, who is out at once; nobody resets their own', async () => {
  const admin = await database.person('ADMIN');
  const member = await database.person('STAFF');
  const customer = await database.person('CUSTOMER');
  for (const { userId } of [admin, member, customer]) {
    await database.db.secondFactor.create({
      data: { userId, secretBox: 'x', confirmedAt: new Date() },
    });
  }
  const actor = await aBrowserOf(member.userId);
  const reset = (ctx: typeof admin.ctx, userId: Id<'user'>) =>
    codeOf(resetSecondFactor(ctx, { userId }));
  expect(await reset(member.ctx, admin.userId)).toBe('account.not_allowed');
  expect(await reset(admin.ctx, admin.userId)).toBe('staff.own_app');
  expect(await reset(admin.ctx, customer.userId)).toBe('staff.not_found');
  expect(await reset(admin.ctx, member.userId)).toBe('accepted');
  expect((await actor()).role).toBe('ANONYMOUS');
  const left = await database.db.secondFactor.findMany({
    where: { userId: { in: [admin.userId, member.userId, customer.userId] } },
  });
  expect(left.map(({ userId }) => userId).sort()).toEqual([admin.userId, customer.userId].sort());
  const log = await database.db.auditEvent.findMany({ where: { subject: member.userId } });
  expect(log.map(({ action }) => action)).toEqual(['staff.app_reset']);
});
