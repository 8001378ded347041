import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginLink, type LinkAttempt } from '@/lib/accounts/links/begin-link';
import { disconnectLink } from '@/lib/accounts/links/disconnect-link';
import { enterByLaunch } from '@/lib/accounts/links/enter-by-launch';
import { finishLink } from '@/lib/accounts/links/finish-link';
import { listLinks } from '@/lib/accounts/links/list-links';
import { startGuest } from '@/lib/accounts/start-guest';
import { anonymousActor, mintActor } from '@/lib/core/actor';
import { assert } from '@/lib/core/assert';
import { type Id, newId } from '@/lib/core/ids';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { googleIdentity, telegramIdentity } from '@/lib/providers/oidc/known-providers';
import { openTelegram } from '@/lib/providers/telegram/open-telegram';
import {
  SANDBOX_OIDC_CLIENT_ID,
  SANDBOX_OIDC_CLIENT_SECRET,
  SANDBOX_TELEGRAM_NAME,
  SANDBOX_TELEGRAM_SECRET,
  SANDBOX_TELEGRAM_TOKEN,
} from '@/lib/sandbox/keys';
import type { TokenLie } from '@/lib/sandbox/oidc/oidc';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { launchData } from '@/lib/sandbox/telegram/launch';
import { PEOPLE } from '@/lib/sandbox/telegram/world';
import { useDatabase } from '../../support/database';

const test = useDatabase();
let sandbox: Sandbox;
const offsetMs = 0;

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: 'http://127.0.0.1:3000',
    dataDir: test.filesDir,
    webhookUrl: null,
    telegramWebhookUrl: null,
  });
});
afterAll(() => sandbox.close());

const clock = { now: () => new Date(Date.now() + offsetMs) };
const parts = () => {
  const keys = (name: string) => ({
    clientId: SANDBOX_OIDC_CLIENT_ID,
    clientSecret: SANDBOX_OIDC_CLIENT_SECRET,
    issuer: `${sandbox.url}/oidc/${name}`,
  });
  return {
    clock,
    providers: {
      identities: {
        GOOGLE: googleIdentity(keys('google')),
        TELEGRAM: telegramIdentity(keys('telegram')),
      },
      telegram: openTelegram({
        token: SANDBOX_TELEGRAM_TOKEN,
        name: SANDBOX_TELEGRAM_NAME,
        webhookSecret: SANDBOX_TELEGRAM_SECRET,
        apiUrl: sandbox.url,
      }).bot,
    },
  };
};
const nobody = () => test.ctx(anonymousActor, parts());
async function person(role: 'CUSTOMER' | 'STAFF' | 'GUEST' = 'CUSTOMER'): Promise<PersonCtx> {
  const { actor } = await test.person(role);
  return test.ctx(actor, parts()) as PersonCtx;
}
const as = (userId: string): PersonCtx =>
  test.ctx(mintActor({ userId: userId as Id<'user'>, role: 'CUSTOMER' }), parts()) as PersonCtx;

type Trip = { attempt: LinkAttempt; state: string; code: string };

/** What a browser does: begin here, choose an account there, come back. */
async function go(ctx: Ctx, provider: 'GOOGLE' | 'TELEGRAM', account: string): Promise<Trip> {
  const { url, attempt } = await beginLink(ctx, {
    provider,
    returnTo: '/calendars',
    address: crypto.randomUUID(),
  });
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ account }),
    redirect: 'manual',
  });
  const back = new URL(answer.headers.get('location') ?? '');
  return {
    attempt,
    state: back.searchParams.get('state') ?? '',
    code: back.searchParams.get('code') ?? '',
  };
}

const finish = (
  ctx: Ctx,
  provider: 'GOOGLE' | 'TELEGRAM',
  trip: { attempt?: LinkAttempt | null; state?: string; code: string },
) =>
  finishLink(ctx, {
    provider,
    attempt: null,
    state: '',
    userAgent: null,
    locale: 'en',
    ...trip,
  });

async function enter(ctx: Ctx, provider: 'GOOGLE' | 'TELEGRAM', account: string) {
  return finish(ctx, provider, await go(ctx, provider, account));
}

const refused = (code: string) => expect.objectContaining({ code });
const forgetEverybody = () => test.db.linkedAccount.deleteMany();
const userOf = (entered: Awaited<ReturnType<typeof enter>>) => {
  assert(entered.kind === 'signed_in', 'somebody is signed in');
  return entered.session.userId;
};

describe('signing in at another service', () => {
  it('makes an account for an unknown person, and finds it again', async () => {
    await forgetEverybody();
    const first = await enter(nobody(), 'GOOGLE', 'marta');
    expect(first).toMatchObject({ kind: 'signed_in', isNew: true });
    const user = await test.db.user.findUniqueOrThrow({ where: { id: userOf(first) } });
    expect(user).toMatchObject({
      role: 'CUSTOMER',
      email: 'marta@example.com',
      name: 'Marta Shevchenko',
      passwordHash: null,
    });
    expect(user.emailVerifiedAt).not.toBeNull();
    const again = await enter(nobody(), 'GOOGLE', 'marta');
    expect(again).toMatchObject({ kind: 'signed_in', isNew: false });
    expect(userOf(again)).toBe(user.id);
  });

  it('makes one account when the first two visits come at once', async () => {
    await forgetEverybody();
    const both = await Promise.all([
      enter(nobody(), 'TELEGRAM', 'olena'),
      enter(nobody(), 'TELEGRAM', 'olena'),
    ]);
    expect(new Set(both.map(userOf)).size).toBe(1);
  });

  it('keeps a guest’s work: in a new account, and in the one they had', async () => {
    await forgetEverybody();
    const guest = await startGuest(nobody(), { address: 'x', userAgent: null });
    const guestCtx = test.ctx(mintActor({ ...guest, role: 'GUEST' }), parts());
    const entered = await enter(guestCtx, 'TELEGRAM', 'martin');
    expect(userOf(entered)).toBe(guest.userId);
    const later = await startGuest(nobody(), { address: 'x', userAgent: null });
    await test.db.eventDate.create({
      data: { id: newId('eventDate'), ownerId: later.userId, value: {}, source: 'OWN' },
    });
    const laterCtx = test.ctx(mintActor({ ...later, role: 'GUEST' }), parts());
    expect(userOf(await enter(laterCtx, 'TELEGRAM', 'martin'))).toBe(guest.userId);
    expect(await test.db.eventDate.count({ where: { ownerId: guest.userId } })).toBe(1);
  });

  it('gives a browser a new session and ends the one it had', async () => {
    await forgetEverybody();
    const guest = await startGuest(nobody(), { address: 'x', userAgent: null });
    const ctx = test.ctx(mintActor({ ...guest, role: 'GUEST' }), parts());
    const entered = await enter(ctx, 'TELEGRAM', 'martin');
    assert(entered.kind === 'signed_in', 'signed in');
    expect(entered.session.loginSessionId).not.toBe(guest.loginSessionId);
    const old = await test.db.loginSession.findUnique({ where: { id: guest.loginSessionId } });
    expect(old?.endedAt).not.toBeNull();
  });

  it('never takes over an account by its address alone', async () => {
    await forgetEverybody();
    await test.db.user.deleteMany({ where: { email: 'marta@example.com', passwordHash: 'x' } });
    const owner = await test.db.user.upsert({
      where: { email: 'marta@example.com' },
      create: { id: newId('user'), role: 'CUSTOMER', email: 'marta@example.com' },
      update: {},
    });
    await expect(enter(nobody(), 'GOOGLE', 'marta')).rejects.toEqual(refused('link.sign_in_first'));
    expect(await test.db.linkedAccount.count()).toBe(0);
    // Its owner, signed in, connects it; from then on it is a way in.
    expect(await enter(as(owner.id), 'GOOGLE', 'marta')).toEqual({ kind: 'connected' });
    expect(userOf(await enter(nobody(), 'GOOGLE', 'marta'))).toBe(owner.id);
  });

  it('takes no address that the service has not verified', async () => {
    await forgetEverybody();
    const entered = await enter(nobody(), 'GOOGLE', 'unverified');
    const user = await test.db.user.findUniqueOrThrow({ where: { id: userOf(entered) } });
    expect(user).toMatchObject({ email: null, emailVerifiedAt: null });
  });

  it('lets no blocked account and no staff in', async () => {
    await forgetEverybody();
    const userId = userOf(await enter(nobody(), 'TELEGRAM', 'olena'));
    await test.db.user.update({ where: { id: userId }, data: { blockedAt: new Date() } });
    await expect(enter(nobody(), 'TELEGRAM', 'olena')).rejects.toEqual(refused('account.blocked'));
    await test.db.user.update({ where: { id: userId }, data: { blockedAt: null, role: 'STAFF' } });
    const staff = refused('link.not_for_staff');
    await expect(enter(nobody(), 'TELEGRAM', 'olena')).rejects.toEqual(staff);
    await expect(enter(await person('STAFF'), 'TELEGRAM', 'martin')).rejects.toEqual(staff);
  });
});

describe('an attempt to sign in elsewhere', () => {
  it('ends only in the browser that began it, with what that browser was given', async () => {
    await forgetEverybody();
    const trip = await go(nobody(), 'TELEGRAM', 'olena');
    const failed = refused('link.failed');
    const { code, state, attempt } = trip;
    const stranger = await person();
    for (const [ctx, wrong] of [
      [nobody(), { code, state, attempt: null }],
      [nobody(), { code, attempt, state: `${state.slice(0, -1)}x` }],
      [nobody(), { code, attempt, state: '' }],
      [nobody(), { code: '', attempt, state }],
      // Signed in meanwhile as somebody: what an attacker began must not be connected to them.
      [stranger, { code, state, attempt }],
    ] as const) {
      await expect(finish(ctx, 'TELEGRAM', wrong)).rejects.toEqual(failed);
    }
    await expect(finish(nobody(), 'GOOGLE', trip)).rejects.toEqual(failed);
    // None of that used the code up.
    expect(await finish(nobody(), 'TELEGRAM', trip)).toMatchObject({ kind: 'signed_in' });
    // A code is good once.
    await expect(finish(nobody(), 'TELEGRAM', trip)).rejects.toEqual(failed);
  });

  it('needs its own proof key', async () => {
    const trip = await go(nobody(), 'TELEGRAM', 'olena');
    const attempt = { ...trip.attempt, codeVerifier: 'x'.repeat(43) };
    await expect(finish(nobody(), 'TELEGRAM', { ...trip, attempt })).rejects.toEqual(
      refused('link.failed'),
    );
  });

  it('believes no token that is foreign, expired, unsigned, wrongly signed or of another attempt', async () => {
    const lies: TokenLie[] = [
      { claims: { aud: 'somebody-else' } },
      { claims: { aud: [SANDBOX_OIDC_CLIENT_ID, 'other'], azp: 'other' } },
      { claims: { iss: 'https://evil.example' } },
      { claims: { exp: Math.floor(Date.now() / 1000) - 120 } },
      { claims: { iat: Math.floor(Date.now() / 1000) + 600 } },
      { claims: { nonce: 'another' } },
      { foreignKey: true },
      { alg: 'none' },
      { alg: 'HS256' },
      { claims: { id: 'not a number' } },
    ];
    for (const lie of lies) {
      const trip = await go(nobody(), 'TELEGRAM', 'olena');
      sandbox.telegram.oidc.lie = lie;
      const outcome = await finish(nobody(), 'TELEGRAM', trip).catch((error: unknown) => error);
      expect([lie, outcome]).toEqual([lie, refused('link.failed')]);
    }
  });
});

describe('connected accounts', () => {
  it('belong to one person here, and one of a service to a person', async () => {
    await forgetEverybody();
    const [one, two] = [await person(), await person()];
    expect(await enter(one, 'TELEGRAM', 'olena')).toEqual({ kind: 'connected' });
    expect(await enter(one, 'TELEGRAM', 'olena')).toEqual({ kind: 'connected' });
    await expect(enter(two, 'TELEGRAM', 'olena')).rejects.toEqual(refused('link.taken'));
    await expect(enter(one, 'TELEGRAM', 'martin')).rejects.toEqual(refused('link.other_connected'));
    expect(await test.db.linkedAccount.count()).toBe(1);
  });

  it('can be disconnected by their owner, and never the last way in', async () => {
    await forgetEverybody();
    const ctx = as(userOf(await enter(nobody(), 'TELEGRAM', 'olena')));
    const linkOf = async (name: string) =>
      (await listLinks(ctx)).find(({ provider }) => provider === name)?.link ?? null;
    const telegram = await linkOf('TELEGRAM');
    assert(telegram, 'Telegram is connected');
    expect(telegram.isLastWayIn).toBe(true);
    await expect(disconnectLink(ctx, telegram.id)).rejects.toEqual(refused('link.last_way_in'));
    await expect(disconnectLink(await person(), telegram.id)).rejects.toEqual(
      refused('link.not_found'),
    );
    await enter(ctx, 'GOOGLE', 'unverified');
    const google = await linkOf('GOOGLE');
    assert(google, 'Google is connected');
    // Both at once: one goes, the other is the last way in.
    const results = await Promise.allSettled([
      disconnectLink(ctx, telegram.id),
      disconnectLink(ctx, google.id),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await test.db.linkedAccount.count()).toBe(1);
  });
});

describe('opening our page inside Telegram', () => {
  const [olena, martin] = PEOPLE;
  assert(olena && martin, 'there are people');
  const now = () => Math.floor(clock.now().getTime() / 1000);
  const open = (ctx: Ctx, initData: string, consent: 'none' | 'enter' | 'add' = 'enter') =>
    enterByLaunch(ctx, {
      initData,
      consent,
      address: crypto.randomUUID(),
      userAgent: null,
      locale: 'uk',
    });

  it('asks before it makes an account, and knows it from then on; each launch works once', async () => {
    await forgetEverybody();
    const launch = launchData(olena, now());
    expect(await open(nobody(), launch)).toMatchObject({ kind: 'unknown' });
    const entered = await open(nobody(), launch, 'add');
    expect(entered).toMatchObject({ kind: 'signed_in', isNew: true });
    await expect(open(nobody(), launch)).rejects.toEqual(refused('request.rate_limited'));
    expect(await open(nobody(), launchData(olena, now()))).toMatchObject({ isNew: false });
  });

  it('signs in whose Telegram it is, whoever the browser was before', async () => {
    await forgetEverybody();
    const owner = await open(nobody(), launchData(olena, now()), 'add');
    assert(owner.kind === 'signed_in', 'signed in');
    const other = await person();
    const entered = await open(other, launchData(olena, now()));
    expect(entered).toMatchObject({ session: { userId: owner.session.userId } });
    expect(await open(other, launchData(martin, now()))).toMatchObject({ kind: 'unknown' });
    expect(await open(other, launchData(martin, now()), 'add')).toEqual({ kind: 'connected' });
  });

  it('only says whose launch it is until the person agrees, and then enters once', async () => {
    await forgetEverybody();
    await open(nobody(), launchData(olena, now()), 'add');
    const victim = await person();
    const launch = launchData(olena, now());
    const sessions = () => test.db.loginSession.count({ where: { endedAt: null } });
    const before = await sessions();
    for (const ctx of [victim, nobody(), victim]) {
      expect(await open(ctx, launch, 'none')).toEqual({ kind: 'known', label: '@olena_koval' });
    }
    expect(await sessions()).toBe(before);
    expect(await open(nobody(), launch)).toMatchObject({ kind: 'signed_in' });
    await expect(open(nobody(), launch)).rejects.toEqual(refused('request.rate_limited'));
  });

  it('believes no launch that is old, of another bot, or changed', async () => {
    const launch = launchData(olena, now());
    for (const wrong of [
      launchData(olena, now() - 3700),
      launchData(olena, now() + 600),
      launchData(olena, now(), '1:another-bot'),
      launch.replace('Olena', 'Elena'),
      launch.replace(/hash=.{8}/, 'hash=00000000'),
      launch.replace(/&hash=.*$/, ''),
      `${launch}&user=%7B%22id%22%3A1%7D`,
      'nothing',
    ]) {
      await expect(open(nobody(), wrong, 'add')).rejects.toEqual(refused('link.failed'));
    }
  });
});
