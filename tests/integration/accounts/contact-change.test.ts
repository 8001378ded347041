import { expect, test } from 'vitest';
import { beginContactChange } from '@/lib/accounts/contact/begin-contact-change';
import { finishContactChange, removePhone } from '@/lib/accounts/contact/finish-contact-change';
import { beginErasure } from '@/lib/accounts/erasure/begin-erasure';
import { asPerson, type PersonCtx } from '@/lib/db/context';
import { TurboSms } from '@/lib/providers/turbosms/turbo-sms';
import { useDatabase } from '@/tests/support/database';
import { actorOf, codeOf, freshEmail, mailsTo, newestCode, PASSWORD, signUp } from './helpers';

const database = useDatabase();
const locale = 'en' as const;
let phones = 0;
const freshPhone = () => {
  phones += 1;
  return `+38067123${String(phones).padStart(4, '0')}`;
};

// Codes are taken from the outbox, so nothing is ever called there.
const sms = new TurboSms({ token: 't', sender: 'T', baseUrl: 'http://127.0.0.1:9' });

async function aCustomer() {
  const { email, signedIn } = await signUp(database);
  const actor = actorOf(signedIn, 'CUSTOMER');
  const ctx = asPerson(database.ctx(actor, { providers: { sms } })) as PersonCtx;
  return { email, ctx, userId: signedIn.userId };
}

const begin = (ctx: PersonCtx, kind: 'email' | 'phone', to: string, password = PASSWORD) =>
  beginContactChange(ctx, { kind, to, password, locale });
const finish = (ctx: PersonCtx, kind: 'email' | 'phone', code: string) =>
  finishContactChange(ctx, { kind, code, locale });
const rowOf = (id: string) => database.db.user.findUniqueOrThrow({ where: { id } });

test('an address changes only with the code from the new mailbox; the old one is told and other browsers are signed out', async () => {
  const { email, ctx, userId } = await aCustomer();
  const other = await database.db.loginSession.create({
    data: {
      id: 'ses_other00000000',
      userId,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  const next = freshEmail();
  await begin(ctx, 'email', ` ${next.toUpperCase()} `);
  expect((await rowOf(userId)).email).toBe(email);
  await finish(ctx, 'email', await newestCode(database, next));
  expect((await rowOf(userId)).email).toBe(next);
  expect((await mailsTo(database, email))[0]?.template).toBe('email-changed');
  const ended = await database.db.loginSession.findUniqueOrThrow({ where: { id: other.id } });
  expect(ended.endedAt).not.toBeNull();
});

test('a code works once, and a newer one ends the older', async () => {
  const { ctx } = await aCustomer();
  const next = freshEmail();
  await begin(ctx, 'email', next);
  const first = await newestCode(database, next);
  await begin(ctx, 'email', next);
  const second = await newestCode(database, next);
  if (first !== second)
    expect(await codeOf(finish(ctx, 'email', first))).toBe('account.code_wrong');
  await finish(ctx, 'email', second);
  expect(await codeOf(finish(ctx, 'email', second))).toBe('account.code_wrong');
});

test('five wrong tries end a code, even when they come at once', async () => {
  const { ctx, userId } = await aCustomer();
  const next = freshEmail();
  await begin(ctx, 'email', next);
  const right = await newestCode(database, next);
  const wrong = right === '000000' ? '000001' : '000000';
  await Promise.all(Array.from({ length: 8 }, () => codeOf(finish(ctx, 'email', wrong))));
  expect(await codeOf(finish(ctx, 'email', right))).toBe('account.code_wrong');
  expect((await rowOf(userId)).email).not.toBe(next);
});

test('without the password nothing is sent', async () => {
  const { ctx } = await aCustomer();
  const next = freshEmail();
  expect(await codeOf(begin(ctx, 'email', next, 'not the password'))).toBe(
    'account.password_wrong',
  );
  expect(await mailsTo(database, next)).toEqual([]);
});

test('an address of somebody else gets the same answer, tells its owner, and cannot be taken', async () => {
  const { ctx, userId } = await aCustomer();
  const neighbour = await aCustomer();
  await begin(ctx, 'email', neighbour.email);
  expect((await mailsTo(database, neighbour.email))[0]?.template).toBe('already-registered');
  expect(await codeOf(finish(ctx, 'email', '123456'))).toBe('account.code_wrong');
  expect((await rowOf(userId)).email).not.toBe(neighbour.email);
});

test('somebody else’s code changes nothing', async () => {
  const { ctx } = await aCustomer();
  const thief = await aCustomer();
  const next = freshEmail();
  await begin(ctx, 'email', next);
  const code = await newestCode(database, next);
  expect(await codeOf(finish(thief.ctx, 'email', code))).toBe('account.code_wrong');
});

test('a number is confirmed by text message, moves to who holds it now, and can be removed', async () => {
  const first = await aCustomer();
  const second = await aCustomer();
  const phone = freshPhone();
  for (const { ctx } of [first, second]) {
    await begin(ctx, 'phone', phone.replace('+38', '0038 '));
    await finish(ctx, 'phone', await newestCode(database, phone));
  }
  expect((await rowOf(first.userId)).phone).toBeNull();
  expect((await rowOf(second.userId)).phone).toBe(phone);
  const { channel } = await database.db.outboxMessage.findFirstOrThrow({
    where: { recipient: phone },
  });
  expect(channel).toBe('SMS');
  await removePhone(second.ctx);
  expect((await rowOf(second.userId)).phone).toBeNull();
});

test('what is not a number with its country is refused at its field', async () => {
  const { ctx } = await aCustomer();
  for (const bad of ['0671234567', '+0671234567', '+38', 'call me', `+380${'1'.repeat(20)}`, '']) {
    expect(await codeOf(begin(ctx, 'phone', bad))).toBe('account.phone_invalid');
  }
});

test('codes are sent only so often', async () => {
  const { ctx } = await aCustomer();
  const codes = [];
  for (let i = 0; i < 8; i += 1) codes.push(await codeOf(begin(ctx, 'phone', freshPhone())));
  expect(codes.slice(0, 6)).toEqual(Array(6).fill('accepted'));
  expect(codes.slice(6)).toEqual(['request.rate_limited', 'request.rate_limited']);
});

test('without a password only a fresh sign-in changes the address or erases the account', async () => {
  const { ctx, userId } = await aCustomer();
  await database.db.user.update({ where: { id: userId }, data: { passwordHash: null } });
  const atMinute = (minute: number) => ({
    ...ctx,
    clock: { now: () => new Date(Date.now() + minute * 60_000) },
  });
  const next = freshEmail();
  expect(await codeOf(begin(atMinute(16), 'email', next, ''))).toBe('account.sign_in_again');
  const erasing = beginErasure(atMinute(16), { password: '', locale });
  expect(await codeOf(erasing)).toBe('account.sign_in_again');
  expect(await mailsTo(database, next)).toEqual([]);
  expect(await codeOf(begin(atMinute(14), 'email', next, ''))).toBe('accepted');
});
