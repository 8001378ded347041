import { describe, expect, it } from 'vitest';
import { beginSignUp } from '@/lib/accounts/begin-sign-up';
import { finishSignUp } from '@/lib/accounts/finish-sign-up';
import { resendSignUpCode } from '@/lib/accounts/resend-sign-up-code';
import { signIn } from '@/lib/accounts/sign-in';
import { startGuest } from '@/lib/accounts/start-guest';
import { anonymousActor } from '@/lib/core/actor';
import type { Clock } from '@/lib/core/clock';
import { useDatabase } from '@/tests/support/database';
import {
  actorOf,
  addCalendar,
  addPicture,
  codeOf,
  compareTimes,
  freshEmail,
  from,
  mailsTo,
  newestCode,
  PASSWORD,
  signUp,
} from './helpers';

const database = useDatabase();
const anonymous = () => database.ctx(anonymousActor);
const later = (ms: number): Clock => ({ now: () => new Date(Date.now() + ms) });
const MINUTE_MS = 60_000;

function begin(email: string, parts: { password?: string; clock?: Clock } = {}) {
  const ctx = database.ctx(anonymousActor, parts.clock ? { clock: parts.clock } : {});
  return beginSignUp(ctx, {
    name: 'Olena',
    email,
    password: parts.password ?? PASSWORD,
    locale: 'en',
    address: from().address,
  });
}

describe('signing up as a guest', () => {
  it('keeps the row, and with it every photo and calendar', async () => {
    const guest = await startGuest(anonymous(), from());
    const picture = await addPicture(database, guest.userId, 'a'.repeat(64));
    const calendar = await addCalendar(database, guest.userId, [picture]);

    const { email, signedIn } = await signUp(database, { actor: actorOf(guest, 'GUEST') });

    expect(signedIn.userId).toBe(guest.userId);
    const user = await database.db.user.findUniqueOrThrow({
      where: { id: guest.userId },
      include: { pictures: true, calendars: true, setting: true },
    });
    expect(user).toMatchObject({ role: 'CUSTOMER', email, name: 'Olena Kovalenko' });
    expect(user.emailVerifiedAt).not.toBeNull();
    expect(user.pictures.map(({ id }) => id)).toEqual([picture]);
    expect(user.calendars.map(({ id }) => id)).toEqual([calendar]);
    expect(user.setting?.interfaceLanguage).toBe('en');
    expect(await database.db.user.count({ where: { email } })).toBe(1);
  });

  it('gives the browser a new session: the guest cookie stops working', async () => {
    const guest = await startGuest(anonymous(), from());
    const { signedIn } = await signUp(database, { actor: actorOf(guest, 'GUEST') });
    const rows = await database.db.loginSession.findMany({ where: { userId: guest.userId } });
    expect(rows.filter((row) => row.endedAt === null).map((row) => row.id)).toEqual([
      signedIn.loginSessionId,
    ]);
  });

  it('changes nothing until the code is given', async () => {
    const guest = await startGuest(anonymous(), from());
    const email = freshEmail();
    await begin(email);
    const user = await database.db.user.findUniqueOrThrow({ where: { id: guest.userId } });
    expect(user).toMatchObject({ role: 'GUEST', email: null, passwordHash: null });
    expect(await database.db.user.count({ where: { email } })).toBe(0);
  });
});

it('signing up without a session makes an account that signs in', async () => {
  const { email, signedIn } = await signUp(database);
  const again = await signIn(anonymous(), { email, password: PASSWORD, ...from() });
  expect(again.userId).toBe(signedIn.userId);
});

it('a password and a code are nowhere in the database in the clear, the mail still to send apart', async () => {
  const email = freshEmail();
  await begin(email);
  const code = await newestCode(database, email);
  const signUpRow = await database.db.signUp.findFirstOrThrow({
    where: { email },
    include: { codes: true },
  });
  expect(JSON.stringify(signUpRow)).not.toContain(PASSWORD);
  expect(signUpRow.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  for (const row of signUpRow.codes) expect(row.secretHash).not.toContain(code);
});

describe('an address that has an account', () => {
  it('gives the same answer and the same rows; only its owner learns it, by mail', async () => {
    const { email } = await signUp(database);
    const other = freshEmail();
    const knownId = await begin(email);
    const newId = await begin(other);

    const shape = async (id: string) => {
      const row = await database.db.signUp.findUniqueOrThrow({
        where: { id },
        include: { codes: true },
      });
      return {
        row: Object.keys(row).sort(),
        codes: row.codes.map(({ purpose, attemptsLeft, usedAt }) => ({
          purpose,
          attemptsLeft,
          usedAt,
        })),
      };
    };
    expect(await shape(knownId)).toEqual(await shape(newId));
    expect((await mailsTo(database, email))[0]?.template).toBe('already-registered');
    expect((await mailsTo(database, other))[0]?.template).toBe('verify-email');
  });

  it('no code finishes it, and its wrong codes look like everybody else’s', async () => {
    const { email } = await signUp(database);
    const knownId = await begin(email, { password: 'another fine password' });
    const newId = await begin(freshEmail());
    const tries = async (signUpId: typeof knownId) => {
      const answers: string[] = [];
      for (const code of ['000000', '111111', '222222', '333333', '444444', '555555']) {
        answers.push(await codeOf(finishSignUp(anonymous(), { signUpId, code, ...from() })));
      }
      return answers;
    };
    expect(await tries(knownId)).toEqual(await tries(newId));
    expect(await codeOf(signIn(anonymous(), { email, password: PASSWORD, ...from() }))).toBe(
      'accepted',
    );
  });

  it('takes the same time', async () => {
    const { email } = await signUp(database);
    const [known, unknown] = await compareTimes(database, 7, [
      () => begin(email),
      () => begin(freshEmail()),
    ]);
    // Both hash a password and write the same rows; the bound leaves room for a busy machine.
    expect(Math.abs(known - unknown)).toBeLessThan(Math.max(known, unknown) * 0.5);
  });
});

describe('a code', () => {
  it('works once', async () => {
    const { signUpId, email } = await signUp(database);
    const code = await newestCode(database, email);
    expect(await codeOf(finishSignUp(anonymous(), { signUpId, code, ...from() }))).toBe(
      'account.code_wrong',
    );
  });

  it('has one winner when it is used many times at once', async () => {
    const email = freshEmail();
    const signUpId = await begin(email);
    const code = await newestCode(database, email);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        codeOf(finishSignUp(anonymous(), { signUpId, code, ...from() })),
      ),
    );
    expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1);
    expect(await database.db.user.count({ where: { email } })).toBe(1);
  });

  it('stops working after 15 minutes', async () => {
    const email = freshEmail();
    const signUpId = await begin(email);
    const code = await newestCode(database, email);
    const late = database.ctx(anonymousActor, { clock: later(15 * MINUTE_MS + 1000) });
    expect(await codeOf(finishSignUp(late, { signUpId, code, ...from() }))).toBe(
      'account.code_wrong',
    );
    const inTime = database.ctx(anonymousActor, { clock: later(14 * MINUTE_MS) });
    expect(await codeOf(finishSignUp(inTime, { signUpId, code, ...from() }))).toBe('accepted');
  });

  it('stops working after five wrong tries, sent one by one or all at once', async () => {
    for (const atOnce of [false, true]) {
      const email = freshEmail();
      const signUpId = await begin(email);
      const code = await newestCode(database, email);
      const wrong = code === '123456' ? '654321' : '123456';
      const attempt = (given: string) =>
        codeOf(finishSignUp(anonymous(), { signUpId, code: given, ...from() }));
      if (atOnce) await Promise.all(Array.from({ length: 8 }, () => attempt(wrong)));
      else for (let i = 0; i < 5; i += 1) await attempt(wrong);
      expect(await attempt(code)).toBe('account.code_wrong');
      const row = await database.db.verificationCode.findFirstOrThrow({ where: { signUpId } });
      expect(row.attemptsLeft).toBe(0);
    }
  });

  it('may be typed with spaces', async () => {
    const email = freshEmail();
    const signUpId = await begin(email);
    const code = await newestCode(database, email);
    const spaced = ` ${code.slice(0, 3)} ${code.slice(3)} `;
    expect(await codeOf(finishSignUp(anonymous(), { signUpId, code: spaced, ...from() }))).toBe(
      'accepted',
    );
  });

  it('is of use only to the browser that started the sign-up', async () => {
    const email = freshEmail();
    await begin(email);
    const other = await begin(freshEmail());
    const code = await newestCode(database, email);
    for (const signUpId of [other, null]) {
      expect(await codeOf(finishSignUp(anonymous(), { signUpId, code, ...from() }))).toBe(
        'account.code_wrong',
      );
    }
  });

  it('sent again replaces the one before, once a minute and a few times in all', async () => {
    const email = freshEmail();
    const signUpId = await begin(email);
    const resend = () =>
      codeOf(resendSignUpCode(anonymous(), { signUpId, address: from().address }));
    expect(await resend()).toBe('request.rate_limited');

    const answers: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      await database.db.rateLimit.deleteMany();
      answers.push(await resend());
    }
    expect(answers).toEqual(['accepted', 'accepted', 'accepted', 'account.sign_up_over']);
    const newest = await newestCode(database, email);
    const codes = await database.db.verificationCode.findMany({ where: { signUpId } });
    expect(codes).toHaveLength(4);
    expect(codes.filter(({ usedAt }) => usedAt === null)).toHaveLength(1);
    expect(await codeOf(finishSignUp(anonymous(), { signUpId, code: newest, ...from() }))).toBe(
      'accepted',
    );
  });

  it('says that the account exists only to who proved the address, when two sign-ups race', async () => {
    const email = freshEmail();
    const first = await begin(email);
    const firstCode = await newestCode(database, email);
    const second = await begin(email);
    const secondCode = await newestCode(database, email);
    await finishSignUp(anonymous(), { signUpId: first, code: firstCode, ...from() });
    const answer = finishSignUp(anonymous(), { signUpId: second, code: secondCode, ...from() });
    expect(await codeOf(answer)).toBe('account.already_signed_up');
    expect(await database.db.user.count({ where: { email } })).toBe(1);
  });
});

it('one mailbox gets few mails, from wherever they are asked for', async () => {
  const email = freshEmail();
  const answers: string[] = [];
  for (let i = 0; i < 7; i += 1) answers.push(await codeOf(begin(email)));
  expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(5);
  expect(answers.at(-1)).toBe('request.rate_limited');
  expect(await mailsTo(database, email)).toHaveLength(5);
});

it('bad input is refused before anything is written', async () => {
  const before = await database.db.signUp.count();
  expect(await codeOf(begin('not an address'))).toBe('account.email_invalid');
  expect(await codeOf(begin(freshEmail(), { password: 'short' }))).toBe(
    'account.password_too_short',
  );
  expect(await codeOf(begin(freshEmail(), { password: 'password123' }))).toBe(
    'account.password_too_common',
  );
  expect(await database.db.signUp.count()).toBe(before);
});
