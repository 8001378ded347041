import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addStaff } from '@/lib/accounts/add-staff';
import { requestPasswordReset } from '@/lib/accounts/request-password-reset';
import { isResetLinkLive, resetPassword } from '@/lib/accounts/reset-password';
import { seedDemoAccounts } from '@/lib/accounts/seed-accounts';
import { signIn } from '@/lib/accounts/sign-in';
import { startGuest } from '@/lib/accounts/start-guest';
import { sweepAccounts } from '@/lib/accounts/sweep-accounts';
import { anonymousActor } from '@/lib/core/actor';
import type { Clock } from '@/lib/core/clock';
import { useDatabase } from '@/tests/support/database';
import {
  addPicture,
  codeOf,
  compareTimes,
  freshEmail,
  from,
  mailsTo,
  PASSWORD,
  signUp,
} from './helpers';

const database = useDatabase();
const anonymous = () => database.ctx(anonymousActor);
const later = (ms: number): Clock => ({ now: () => new Date(Date.now() + ms) });
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const NEW = 'a wholly new password';

function request(email: string) {
  return requestPasswordReset(anonymous(), { email, locale: 'en', address: from().address });
}

async function linkFor(email: string): Promise<string> {
  await request(email);
  const [mail] = await mailsTo(database, email);
  const token = new URL(mail?.data.url ?? '').searchParams.get('token');
  if (!token) throw new Error('The mail has no link');
  return token;
}

function reset(token: string, parts: { password?: string; clock?: Clock } = {}) {
  const ctx = database.ctx(anonymousActor, parts.clock ? { clock: parts.clock } : {});
  const password = parts.password ?? NEW;
  return codeOf(resetPassword(ctx, { token, password, locale: 'en', address: from().address }));
}

const trySignIn = (email: string, password: string) =>
  codeOf(signIn(anonymous(), { email, password, ...from() }));

describe('a forgotten password', () => {
  it('is replaced by the link, which ends every session and tells the owner', async () => {
    const { email, signedIn } = await signUp(database);
    const token = await linkFor(email);
    expect(await reset(token)).toBe('accepted');
    expect(await trySignIn(email, PASSWORD)).toBe('account.wrong_credentials');
    expect(await trySignIn(email, NEW)).toBe('accepted');
    const before = await database.db.loginSession.findUniqueOrThrow({
      where: { id: signedIn.loginSessionId },
    });
    expect(before.endedAt).not.toBeNull();
    expect((await mailsTo(database, email))[0]?.template).toBe('password-changed');
  });

  it('the link works once, also when it is used many times at once', async () => {
    const { email } = await signUp(database);
    const token = await linkFor(email);
    const passwords = ['first new password', 'second new password', 'third new password'];
    const answers = await Promise.all(passwords.map((password) => reset(token, { password })));
    expect([...answers].sort()).toEqual([
      'accepted',
      'account.link_expired',
      'account.link_expired',
    ]);
    const winner = passwords[answers.indexOf('accepted')] ?? '';
    expect(await trySignIn(email, winner)).toBe('accepted');
    expect(await reset(token)).toBe('account.link_expired');
  });

  it('the link works for half an hour', async () => {
    const { email } = await signUp(database);
    const token = await linkFor(email);
    expect(await reset(token, { clock: later(31 * MINUTE_MS) })).toBe('account.link_expired');
    expect(await reset(token, { clock: later(29 * MINUTE_MS) })).toBe('accepted');
  });

  it('opening the page, as mail scanners do, uses nothing up', async () => {
    const { email } = await signUp(database);
    const token = await linkFor(email);
    for (let i = 0; i < 3; i += 1) expect(await isResetLinkLive(anonymous(), token)).toBe(true);
    expect(await reset(token)).toBe('accepted');
    expect(await isResetLinkLive(anonymous(), token)).toBe(false);
  });

  it('a password that is refused leaves the link usable', async () => {
    const { email } = await signUp(database);
    const token = await linkFor(email);
    expect(await reset(token, { password: 'password123' })).toBe('account.password_too_common');
    expect(await reset(token)).toBe('accepted');
  });

  it('using one link ends the others', async () => {
    const { email } = await signUp(database);
    const first = await linkFor(email);
    const second = await linkFor(email);
    expect(await reset(second)).toBe('accepted');
    expect(await reset(first)).toBe('account.link_expired');
  });

  it('a link for an address that the account no longer has does nothing', async () => {
    const { email, signedIn } = await signUp(database);
    const token = await linkFor(email);
    await database.db.user.update({
      where: { id: signedIn.userId },
      data: { email: freshEmail() },
    });
    expect(await reset(token)).toBe('account.link_expired');
  });

  it('an unknown address gets the same answer after the same time, and no mail', async () => {
    const { email } = await signUp(database);
    const answers: string[] = [];
    const attempt = (address: string) => async () => {
      answers.push(await codeOf(request(address)));
    };
    const [known, unknown] = await compareTimes(database, 3, [
      attempt(email),
      attempt('nobody@example.com'),
    ]);
    expect(new Set(answers)).toEqual(new Set(['accepted']));
    expect(Math.abs(known - unknown)).toBeLessThan(150);
    expect(await mailsTo(database, 'nobody@example.com')).toEqual([]);
  });

  it('a made-up token is a used one', async () => {
    expect(await reset('made-up')).toBe('account.link_expired');
    expect(await reset('')).toBe('account.link_expired');
  });
});

describe('staff of a real installation', () => {
  it('the first link sets the password; the role counts at once', async () => {
    const email = freshEmail();
    const given = { email: ` ${email.toUpperCase()}`, sendMail: false, locale: 'en' } as const;
    const added = await addStaff(database.ctx(), { ...given, role: 'ADMIN' });
    expect(added).toMatchObject({ email, role: 'ADMIN', isNew: true });
    const token = new URL(added.url ?? '').searchParams.get('token') ?? '';
    expect(await reset(token)).toBe('accepted');
    const user = await database.db.user.findUniqueOrThrow({ where: { email } });
    expect(user.role).toBe('ADMIN');
    expect(user.emailVerifiedAt).not.toBeNull();
    expect(await trySignIn(email, NEW)).toBe('accepted');
  });

  it('an existing customer keeps everything and is written into the audit', async () => {
    const { email, signedIn } = await signUp(database);
    await addPicture(database, signedIn.userId, 'd'.repeat(64));
    const added = await addStaff(database.ctx(), {
      email,
      role: 'STAFF',
      sendMail: true,
      locale: 'uk',
    });
    expect(added).toEqual({ email, role: 'STAFF', isNew: false, url: null });
    expect(await database.db.picture.count({ where: { ownerId: signedIn.userId } })).toBe(1);
    expect((await mailsTo(database, email))[0]?.template).toBe('reset-password');
    const audit = await database.db.auditEvent.findFirstOrThrow({
      where: { subject: signedIn.userId },
    });
    expect(audit).toMatchObject({
      action: 'account.role_given',
      data: { from: 'CUSTOMER', to: 'STAFF' },
    });
  });
});

describe('demonstration accounts', () => {
  it('sign in with passwords of this installation, which stay the same and are readable only here', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'twelvefold-demo-'));
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'twelvefold-demo-'));
    try {
      const first = await seedDemoAccounts(database.db, { dataDir, isAllowed: true });
      expect(first.map(({ role }) => role)).toEqual(['CUSTOMER', 'ADMIN']);
      for (const { email, password } of first) {
        expect(await trySignIn(email, password)).toBe('accepted');
      }
      const file = path.join(dataDir, 'demo-sign-ins.json');
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(
        Object.fromEntries(first.map(({ email, password }) => [email, password])),
      );
      expect(await seedDemoAccounts(database.db, { dataDir, isAllowed: true })).toEqual(first);

      const other = await seedDemoAccounts(database.db, { dataDir: elsewhere, isAllowed: true });
      expect(other[0]?.password).not.toBe(first[0]?.password);
      for (const { email, password } of other) {
        expect(await trySignIn(email, password)).toBe('accepted');
      }
    } finally {
      await rm(dataDir, { recursive: true });
      await rm(elsewhere, { recursive: true });
    }
  });

  it('are not made where they are refused', async () => {
    const before = await database.db.user.count();
    expect(
      await seedDemoAccounts(database.db, { dataDir: '/nonexistent', isAllowed: false }),
    ).toEqual([]);
    expect(await database.db.user.count()).toBe(before);
  });
});

it('the schedule clears what nobody can use any more, and nothing else', async () => {
  const kept = await signUp(database);
  await request(kept.email);
  const empty = await startGuest(anonymous(), from());
  const working = await startGuest(anonymous(), from());
  await addPicture(database, working.userId, 'e'.repeat(64));
  const ended = new Date(Date.now() - 40 * DAY_MS);
  await database.db.loginSession.updateMany({
    where: { userId: { in: [empty.userId, working.userId] } },
    data: { createdAt: new Date(ended.getTime() - DAY_MS), expiresAt: ended },
  });
  await database.db
    .$executeRaw`UPDATE "User" SET "updatedAt" = ${ended} WHERE "id" IN (${empty.userId}, ${working.userId})`;

  await sweepAccounts(database.ctx());
  expect(await database.db.user.count({ where: { id: empty.userId } })).toBe(0);
  expect(await database.db.user.count({ where: { id: working.userId } })).toBe(1);
  expect(await database.db.signUp.count({ where: { email: kept.email } })).toBe(1);
  expect(
    await database.db.verificationCode.count({
      where: { email: kept.email, purpose: 'RESET_PASSWORD' },
    }),
  ).toBe(1);

  await sweepAccounts(database.ctx(undefined, { clock: later(2 * DAY_MS) }));
  expect(await database.db.signUp.count()).toBe(0);
  expect(await database.db.verificationCode.count()).toBe(0);
  expect(
    await database.db.loginSession.count({ where: { id: kept.signedIn.loginSessionId } }),
  ).toBe(1);
});
