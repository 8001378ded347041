import { encode } from 'next-auth/jwt';
import { describe, expect, it } from 'vitest';
import { actorOfCookie } from '@/lib/accounts/actor-of-cookie';
import { changePassword } from '@/lib/accounts/change-password';
import { endAllLoginSessions, endLoginSession } from '@/lib/accounts/end-login-session';
import { endSessionOfBrowser } from '@/lib/accounts/end-session-of-browser';
import { readAccount } from '@/lib/accounts/read-account';
import { saveName, saveSettings } from '@/lib/accounts/save-profile';
import { signIn } from '@/lib/accounts/sign-in';
import { startGuest } from '@/lib/accounts/start-guest';
import type { SignedIn } from '@/lib/accounts/start-login-session';
import { anonymousActor } from '@/lib/core/actor';
import { env } from '@/lib/core/env';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson } from '@/lib/db/context';
import { spendRateFor } from '@/lib/db/rate-counter';
import { useDatabase } from '@/tests/support/database';
import {
  actorOf,
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
const DAY_MS = 24 * 60 * 60 * 1000;

/** The cookie as next-auth writes it. */
const cookieOf = (sid: string, secret = env().AUTH_SECRET ?? '') =>
  encode({ token: { sid }, secret, maxAge: 3600 });

async function actorNow(sid: string, at = new Date()) {
  return actorOfCookie(database.db, await cookieOf(sid), at);
}

function asOwner(signedIn: SignedIn) {
  return asPerson(database.ctx(actorOf(signedIn, 'CUSTOMER')));
}

describe('signing in', () => {
  it('a wrong password, an unknown address and no address at all get the same answer', async () => {
    const { email } = await signUp(database);
    for (const [typed, password] of [
      [email, 'wrong password'],
      ['nobody@example.com', PASSWORD],
      ['not an address', PASSWORD],
      [email, 'x'.repeat(100_000)],
      [email, ''],
    ] as const) {
      expect(await codeOf(signIn(anonymous(), { email: typed, password, ...from() }))).toBe(
        'account.wrong_credentials',
      );
    }
  });

  it('an unknown address takes as long as a wrong password', async () => {
    const { email } = await signUp(database);
    const attempt = (typed: string) =>
      codeOf(signIn(anonymous(), { email: typed, password: 'wrong password', ...from() }));
    const [known, unknown] = await compareTimes(database, 9, [
      () => attempt(email),
      () => attempt('nobody@example.com'),
    ]);
    // Without the comparison against nobody's hash the unknown address would be several times faster.
    expect(unknown).toBeGreaterThan(known * 0.5);
    expect(known).toBeGreaterThan(unknown * 0.5);
  });

  it('any spelling of the address will do', async () => {
    const { email } = await signUp(database);
    const typed = ` ${email.toUpperCase()} `;
    expect(await codeOf(signIn(anonymous(), { email: typed, password: PASSWORD, ...from() }))).toBe(
      'accepted',
    );
  });

  it('a blocked account is told so only with the right password, and gets no session', async () => {
    const { email, signedIn } = await signUp(database);
    await database.db.user.update({
      where: { id: signedIn.userId },
      data: { blockedAt: new Date() },
    });
    const attempt = (password: string) =>
      codeOf(signIn(anonymous(), { email, password, ...from() }));
    expect(await attempt('wrong password')).toBe('account.wrong_credentials');
    expect(await attempt(PASSWORD)).toBe('account.blocked');
  });

  it('an account without a password cannot be signed in to', async () => {
    const { email } = await database.person('STAFF');
    expect(await codeOf(signIn(anonymous(), { email: email ?? '', password: '', ...from() }))).toBe(
      'account.wrong_credentials',
    );
  });

  it('ten wrong passwords close one account for a while, wherever they come from', async () => {
    const { email } = await signUp(database);
    for (let i = 0; i < 10; i += 1) {
      await codeOf(signIn(anonymous(), { email, password: `wrong ${i}`, ...from() }));
    }
    expect(await codeOf(signIn(anonymous(), { email, password: PASSWORD, ...from() }))).toBe(
      'request.rate_limited',
    );
  });

  it('one address that tries many accounts is stopped', async () => {
    const one = from();
    const answers: string[] = [];
    for (let i = 0; i < 61; i += 1) {
      const email = `account${i}@example.com`;
      answers.push(await codeOf(signIn(anonymous(), { email, password: PASSWORD, ...one })));
    }
    expect(answers[59]).toBe('account.wrong_credentials');
    expect(answers[60]).toBe('request.rate_limited');
  });

  it('the right password clears the wrong ones before it', async () => {
    const { email } = await signUp(database);
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 8; i += 1) {
        await codeOf(signIn(anonymous(), { email, password: 'wrong', ...from() }));
      }
      expect(await codeOf(signIn(anonymous(), { email, password: PASSWORD, ...from() }))).toBe(
        'accepted',
      );
    }
  });
});

describe('limits', () => {
  it('tries at once are all counted', async () => {
    const rule = { name: 'test-rule', points: 5, seconds: 60 };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => codeOf(spendRateFor(anonymous(), rule, 'somebody'))),
    );
    expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(5);
    expect(await codeOf(spendRateFor(anonymous(), rule, 'somebody else'))).toBe('accepted');
  });

  it('a window that is over starts afresh', async () => {
    const rule = { name: 'test-window', points: 1, seconds: 1 };
    expect(await codeOf(spendRateFor(anonymous(), rule, 'x'))).toBe('accepted');
    expect(await codeOf(spendRateFor(anonymous(), rule, 'x'))).toBe('request.rate_limited');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await codeOf(spendRateFor(anonymous(), rule, 'x'))).toBe('accepted');
  });

  it('a limit that cannot be counted lets nobody through', async () => {
    const rule = { name: 'test-broken', points: 5, seconds: 60 };
    await database.db.$executeRaw`ALTER TABLE "RateLimit" RENAME TO "RateLimitAway"`;
    try {
      await expect(spendRateFor(anonymous(), rule, 'x')).rejects.toThrow(/RateLimit/);
      await expect(
        signIn(anonymous(), { email: 'a@example.com', password: PASSWORD, ...from() }),
      ).rejects.toThrow(/RateLimit/);
    } finally {
      await database.db.$executeRaw`ALTER TABLE "RateLimitAway" RENAME TO "RateLimit"`;
    }
  });
});

describe('who a cookie speaks for', () => {
  it('the person of its session, with the role of the row', async () => {
    const { signedIn } = await signUp(database);
    expect(await actorNow(signedIn.loginSessionId)).toMatchObject({
      userId: signedIn.userId,
      role: 'CUSTOMER',
      loginSessionId: signedIn.loginSessionId,
    });
    await database.db.user.update({ where: { id: signedIn.userId }, data: { role: 'STAFF' } });
    expect((await actorNow(signedIn.loginSessionId)).role).toBe('STAFF');
  });

  it('nobody without a cookie, with a forged one, and with one for no session', async () => {
    const { signedIn } = await signUp(database);
    const now = new Date();
    const forged = await cookieOf(
      signedIn.loginSessionId,
      'another secret of another installation',
    );
    const good = await cookieOf(signedIn.loginSessionId);
    const cookies = [
      undefined,
      '',
      'x',
      forged,
      `${good.slice(0, -3)}abc`,
      await cookieOf(newId('loginSession')),
      await cookieOf('not a session id'),
      await encode({
        token: { sid: signedIn.loginSessionId },
        secret: env().AUTH_SECRET ?? '',
        maxAge: -60,
      }),
    ];
    for (const cookie of cookies) {
      expect(await actorOfCookie(database.db, cookie, now)).toBe(anonymousActor);
    }
    expect((await actorOfCookie(database.db, good, now)).userId).toBe(signedIn.userId);
  });

  it('nobody from the next request on after: signing out, a block, the end of its time', async () => {
    const out = await signUp(database);
    await endSessionOfBrowser(anonymous(), out.signedIn.loginSessionId);
    expect(await actorNow(out.signedIn.loginSessionId)).toBe(anonymousActor);

    const blocked = await signUp(database);
    await database.db.user.update({
      where: { id: blocked.signedIn.userId },
      data: { blockedAt: new Date() },
    });
    expect(await actorNow(blocked.signedIn.loginSessionId)).toBe(anonymousActor);

    const old = await signUp(database);
    const muchLater = new Date(Date.now() + 31 * DAY_MS);
    expect(await actorNow(old.signedIn.loginSessionId, muchLater)).toBe(anonymousActor);
  });

  it('using a session keeps it alive, up to its longest life', async () => {
    const { signedIn } = await signUp(database);
    const start = Date.now();
    for (let day = 20; day <= 180; day += 20) {
      const at = new Date(start + day * DAY_MS - 60_000);
      expect((await actorNow(signedIn.loginSessionId, at)).userId).toBe(signedIn.userId);
    }
    const after = new Date(start + 181 * DAY_MS);
    expect(await actorNow(signedIn.loginSessionId, after)).toBe(anonymousActor);
  });
});

describe('one person, several browsers', () => {
  async function twoBrowsers() {
    const first = await signUp(database);
    const second = await signIn(anonymous(), { email: first.email, password: PASSWORD, ...from() });
    return { email: first.email, first: first.signedIn, second };
  }

  it('the account page lists them and marks this one', async () => {
    const { first, second } = await twoBrowsers();
    const { sessions } = await readAccount(asOwner(second), 'en');
    expect(Object.fromEntries(sessions.map(({ id, isThisOne }) => [id, isThisOne]))).toEqual({
      [first.loginSessionId]: false,
      [second.loginSessionId]: true,
    });
  });

  it('signing out everywhere ends all of them at their next request', async () => {
    const { first, second } = await twoBrowsers();
    expect(await endAllLoginSessions(asOwner(second))).toBe(2);
    expect(await actorNow(first.loginSessionId)).toBe(anonymousActor);
    expect(await actorNow(second.loginSessionId)).toBe(anonymousActor);
  });

  it('one can be ended from another, and a stranger’s looks like none', async () => {
    const { first, second } = await twoBrowsers();
    await endLoginSession(asOwner(second), first.loginSessionId);
    expect(await actorNow(first.loginSessionId)).toBe(anonymousActor);
    expect((await actorNow(second.loginSessionId)).userId).toBe(second.userId);

    const stranger = await signUp(database);
    const attempt = (id: Id<'loginSession'>) => codeOf(endLoginSession(asOwner(second), id));
    expect(await attempt(stranger.signedIn.loginSessionId)).toBe('account.session_not_found');
    expect(await attempt(newId('loginSession'))).toBe('account.session_not_found');
    expect((await actorNow(stranger.signedIn.loginSessionId)).userId).not.toBeNull();
  });

  it('changing the password signs the others out, keeps this one, and tells the owner', async () => {
    const { email, first, second } = await twoBrowsers();
    const password = 'a wholly new password';
    await changePassword(asOwner(second), { current: PASSWORD, password, locale: 'en' });
    expect(await actorNow(first.loginSessionId)).toBe(anonymousActor);
    expect((await actorNow(second.loginSessionId)).userId).toBe(second.userId);
    expect(await codeOf(signIn(anonymous(), { email, password: PASSWORD, ...from() }))).toBe(
      'account.wrong_credentials',
    );
    expect(await codeOf(signIn(anonymous(), { email, password, ...from() }))).toBe('accepted');
    expect((await mailsTo(database, email))[0]?.template).toBe('password-changed');
  });

  it('changing the password needs the current one, and few tries', async () => {
    const { second } = await twoBrowsers();
    const attempt = (current: string) =>
      codeOf(
        changePassword(asOwner(second), { current, password: 'a wholly new one', locale: 'en' }),
      );
    for (let i = 0; i < 10; i += 1) expect(await attempt('wrong')).toBe('account.password_wrong');
    expect(await attempt(PASSWORD)).toBe('request.rate_limited');
  });
});

describe('guests', () => {
  it('get a person and a session, and may do what a guest may', async () => {
    const guest = await startGuest(anonymous(), from());
    expect(await actorNow(guest.loginSessionId)).toMatchObject({
      userId: guest.userId,
      role: 'GUEST',
    });
  });

  it('starting again with a session keeps the person', async () => {
    const guest = await startGuest(anonymous(), from());
    const again = await startGuest(database.ctx(actorOf(guest, 'GUEST')), from());
    expect(again.userId).toBe(guest.userId);
    const { signedIn } = await signUp(database);
    const customer = await startGuest(database.ctx(actorOf(signedIn, 'CUSTOMER')), from());
    expect(customer.userId).toBe(signedIn.userId);
    expect((await actorNow(customer.loginSessionId)).role).toBe('CUSTOMER');
  });
});

describe('the profile', () => {
  it('name and settings are saved for the person who asks alone', async () => {
    const mine = await signUp(database, { email: freshEmail() });
    const theirs = await signUp(database);
    expect(await saveName(asOwner(mine.signedIn), { name: '  Олена  К. ' })).toBe('Олена К.');
    const settings = {
      interfaceLanguage: 'uk',
      printLanguage: 'ja',
      country: 'UA',
      firstWeekday: 7,
      currency: 'UAH',
      formatId: 'wall-a4-landscape',
    } as const;
    await saveSettings(asOwner(mine.signedIn), settings);
    expect(await readAccount(asOwner(mine.signedIn), 'en')).toMatchObject({
      name: 'Олена К.',
      settings,
    });
    const other = await readAccount(asOwner(theirs.signedIn), 'en');
    expect(other.name).toBe('Olena Kovalenko');
    expect(other.settings.printLanguage).toBe('en');
  });
});
