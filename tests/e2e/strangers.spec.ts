import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type Access, isForStaff } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { FileStore } from '@/lib/providers/ports/file-store';
import { ACTIONS } from '../support/strangers/action-table';
import { absentThings, belongings, stateOf, type Things } from '../support/strangers/belongings';
import { type Answer, codeOf, comparable, type Request, send } from '../support/strangers/browser';
import { openInstallation } from '../support/strangers/installation';
import { PAGES } from '../support/strangers/page-table';
import {
  admits,
  aPersonWithCookie,
  KINDS,
  type Kind,
  lookWithEyesOf,
  type Person,
} from '../support/strangers/people';
import { type Ask, ROUTES } from '../support/strangers/route-table';

let db: PrismaClient;
let files: FileStore;
let baseUrl: string;
let owner: Person;
/** One of each kind, each with one of everything. */
let strangers: { kind: Kind; person: Person; own: Things }[];
/** Staff whose browser has not shown their second factor. */
let unproven: { kind: Kind; person: Person }[];
/** An admin who looks with the owner's eyes. */
let looker: Person;
/** Cookies that speak for nobody. */
let deadCookies: { name: string; cookie: string | null }[];

test.beforeAll(async ({ baseURL }) => {
  baseUrl = baseURL ?? '';
  ({ db, files } = await openInstallation());
  // After each failure the runner starts this file's process anew, and with it these people.
  await db.rateLimit.deleteMany({ where: { key: { startsWith: 'guest-address' } } });
  owner = await aPersonWithCookie(baseUrl, db, 'CUSTOMER');
  strangers = [];
  unproven = [];
  for (const kind of KINDS) {
    const person = await aPersonWithCookie(baseUrl, db, kind);
    const own = await belongings({ db, files }, person.userId, 'STRANGER');
    strangers.push({ kind, person, own });
    if (kind === 'GUEST' || kind === 'CUSTOMER') continue;
    const unknown = await aPersonWithCookie(baseUrl, db, kind, { hasSecondFactor: false });
    unproven.push({ kind, person: unknown });
  }
  looker = await aPersonWithCookie(baseUrl, db, 'ADMIN');
  const ended = await aPersonWithCookie(baseUrl, db, 'CUSTOMER');
  await db.loginSession.updateMany({
    where: { userId: ended.userId },
    data: { endedAt: new Date() },
  });
  deadCookies = [
    { name: 'nobody', cookie: null },
    { name: 'a browser that was signed out', cookie: ended.cookie },
    { name: 'a forged cookie', cookie: forged(owner.cookie) },
  ];
});

test.afterAll(async () => {
  await db?.$disconnect();
});

function forged(cookie: string): string {
  const middle = Math.floor(cookie.length / 2);
  const other = cookie[middle] === 'A' ? 'B' : 'A';
  return cookie.slice(0, middle) + other + cookie.slice(middle + 1);
}

type World = { owner: Person; things: Things; secret: string };

/**
 * An owner with one of everything, whom no other test has touched. The owner's browser is handed on to them, and an admin
 * looks with their eyes.
 */
async function aWorld(): Promise<World> {
  const secret = `SECRET${newId('user').slice(-12)}`;
  const userId = newId('user');
  const email = `${userId.slice(-16)}@example.com`;
  await db.user.create({ data: { id: userId, role: 'CUSTOMER', email, name: secret } });
  // Some of what may be done to an owner signs them out.
  await db.loginSession.update({
    where: { id: owner.loginSessionId },
    data: { userId, endedAt: null },
  });
  owner = { ...owner, userId };
  const things = await belongings({ db, files }, userId, secret);
  await lookWithEyesOf(db, looker, userId);
  return { owner, secret, things };
}

/** These tests ask more often than people do, and an admin among them began to look with somebody's eyes. */
async function startAnew(): Promise<void> {
  const people = [owner, looker, ...strangers.map(({ person }) => person)];
  for (const { userId } of people) {
    await db.rateLimit.deleteMany({ where: { key: { contains: userId } } });
  }
  await db.impersonation.updateMany({
    where: { adminId: strangerOf('ADMIN').person.userId, endedAt: null },
    data: { endedAt: new Date() },
  });
}

async function request(method: string, ask: Ask, target: Things, own: Things): Promise<Request> {
  return {
    method,
    path: ask.path(target, own),
    ...(ask.body ? { json: ask.body(target, own) } : {}),
    ...(ask.raw ? { raw: await ask.raw() } : {}),
    ...(ask.headers ? { headers: ask.headers } : {}),
  };
}

const whoMay = (access: Access) => strangers.filter(({ kind }) => admits(access, kind));
const whoMayNot = (access: Access) => strangers.filter(({ kind }) => !admits(access, kind));

function expectRefusal(answer: Answer, access: Access, who: string): void {
  expect([answer.status, codeOf(answer)], who).toEqual(
    isForStaff(access) ? [403, 'account.not_allowed'] : [401, 'account.sign_in_required'],
  );
}

/** Ids and other parts of addresses that no page of ours makes. */
const GARBAGE = [
  'x',
  'pic_1',
  'cal_UPPER0000000000',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%27%20or%201%3d1--',
  '%E2%82%AC',
  '__proto__',
  'a'.repeat(3000),
];

const GARBAGE_BODIES = [
  '',
  'null',
  '[]',
  '"text"',
  '{"a":',
  '{"__proto__":{"access":"staff"}}',
  '['.repeat(20_000),
  '\u0000',
  Buffer.from([0xff, 0xfe, 0x22]),
];

for (const [name, { access, asks, isSigned, whileLooking }] of Object.entries(ROUTES)) {
  const [method = '', pattern = ''] = name.split(' ');
  const isChange = method !== 'GET';

  test.describe(name, () => {
    test.beforeEach(startAnew);

    test('lets in who may use it and nobody else', async () => {
      const world = await aWorld();
      const before = await stateOf(db, world.owner.userId);
      const isPublic = access === 'public';
      for (const ask of asks) {
        for (const { name: who, cookie } of deadCookies) {
          const sent = await request(method, ask, world.things, world.things);
          const answer = await send(baseUrl, { ...sent, cookie });
          if (isPublic) expect(answer.status, who).toBe(ask.allowed);
          else expectRefusal(answer, access, who);
        }
        for (const { kind, person, own } of whoMayNot(access)) {
          const foreign = await request(method, ask, world.things, own);
          const answer = await send(baseUrl, { ...foreign, cookie: person.cookie });
          expectRefusal(answer, access, kind);
          const absent = absentThings();
          const other = await send(baseUrl, {
            ...(await request(method, ask, absent, own)),
            cookie: person.cookie,
          });
          expect(comparable(answer, world.things), kind).toBe(comparable(other, absent));
        }
        const sent = await request(method, ask, world.things, world.things);
        if (!admits(access, 'CUSTOMER')) {
          const answer = await send(baseUrl, { ...sent, cookie: world.owner.cookie });
          expectRefusal(answer, access, 'the owner');
          const looked = await send(baseUrl, { ...sent, cookie: looker.cookie });
          expectRefusal(looked, access, 'an admin with the owner’s eyes');
        }
        if (!isForStaff(access)) continue;
        for (const { kind, person } of unproven.filter((one) => admits(access, one.kind))) {
          const answer = await send(baseUrl, { ...sent, cookie: person.cookie });
          expect([answer.status, codeOf(answer)], `${kind} without a second factor`).toEqual([
            403,
            'account.second_factor_required',
          ]);
        }
      }
      expect(await stateOf(db, world.owner.userId)).toBe(before);
    });

    if (access !== 'public') {
      test('does what is asked for those who may', async () => {
        const kinds: (Kind | null)[] = isForStaff(access)
          ? whoMay(access).map(({ kind }) => kind)
          : [null];
        for (const ask of asks) {
          for (const kind of kinds) {
            const world = await aWorld();
            const { cookie } = kind === null ? world.owner : strangerOf(kind).person;
            const sent = await request(method, ask, world.things, world.things);
            const answer = await send(baseUrl, { ...sent, cookie });
            const who = `${kind ?? 'the owner'} ${ask.name ?? ''}`;
            expect([answer.status, answer.status < 400 ? '' : answer.text], who).toEqual([
              ask.allowed,
              ask.allowed < 400 ? '' : answer.text,
            ]);
          }
        }
      });
    }

    if (!isForStaff(access) && !isSigned) {
      test('shows an admin with a customer’s eyes what the customer sees, and changes nothing', async () => {
        for (const ask of asks) {
          const world = await aWorld();
          const before = await stateOf(db, world.owner.userId);
          const sent = await request(method, ask, world.things, world.things);
          const looked = await send(baseUrl, { ...sent, cookie: looker.cookie });
          expect(await stateOf(db, world.owner.userId)).toBe(before);
          if (isChange && whileLooking !== 'allowed') {
            expect([looked.status, codeOf(looked)], ask.name).toEqual([403, 'account.read_only']);
            continue;
          }
          if (whileLooking === 'hidden') {
            expect(looked.status, ask.name).toBe(404);
            continue;
          }
          const seen = await send(baseUrl, { ...sent, cookie: world.owner.cookie });
          const told = ({ status, text }: Answer) => [status, text.includes(world.secret)];
          expect(told(looked), ask.name).toEqual(told(seen));
        }
      });
    }

    if (asks.some(({ namesNothing }) => !namesNothing)) {
      test('answers alike for what is another’s and for what does not exist', async () => {
        const world = await aWorld();
        const before = await stateOf(db, world.owner.userId);
        for (const ask of asks.filter(({ namesNothing }) => !namesNothing)) {
          for (const { kind, person, own } of whoMay(access)) {
            const { cookie } = person;
            const absent = absentThings();
            const none = await send(baseUrl, {
              ...(await request(method, ask, absent, own)),
              cookie,
            });
            // Staff may reach what is another's: there only the absent is asked for.
            if (isForStaff(access)) {
              expect(none.status, kind).toBe(404);
              continue;
            }
            const foreign = await send(baseUrl, {
              ...(await request(method, ask, world.things, own)),
              cookie,
            });
            expect(comparable(foreign, world.things), `${kind} ${ask.name ?? ''}`).toBe(
              comparable(none, absent),
            );
            expect(foreign.status).toBeLessThan(500);
            expect(foreign.text).not.toContain(world.secret);
          }
        }
        expect(await stateOf(db, world.owner.userId)).toBe(before);
      });
    }

    if (isChange && !isSigned) {
      test('refuses what other sites’ pages send', async () => {
        const world = await aWorld();
        const before = await stateOf(db, world.owner.userId);
        const { host } = new URL(baseUrl);
        const forgeries: Pick<Request, 'origin' | 'headers'>[] = [
          { origin: null },
          { origin: 'null' },
          { origin: 'https://evil.example' },
          { origin: `http://${host}.evil.example` },
          { origin: `http://evil.example/${host}` },
          { origin: null, headers: { 'sec-fetch-site': 'cross-site' } },
          { origin: null, headers: { 'sec-fetch-site': 'same-site' } },
          { origin: null, headers: { referer: `${baseUrl}/` } },
          { origin: 'https://evil.example', headers: { 'sec-fetch-site': 'same-origin' } },
        ];
        const { cookie } = admits(access, 'CUSTOMER') ? world.owner : someoneWhoMay(access).person;
        for (const ask of asks) {
          const sent = await request(method, ask, world.things, world.things);
          for (const { origin = null, headers } of forgeries) {
            const answer = await send(baseUrl, {
              ...sent,
              origin,
              cookie,
              headers: { ...sent.headers, ...headers },
            });
            expect([answer.status, codeOf(answer)]).toEqual([403, 'request.foreign_origin']);
          }
        }
        expect(await stateOf(db, world.owner.userId)).toBe(before);
      });
    }

    test('answers nonsense with a refusal, never with a failure of its own', async () => {
      const { person, own } = someoneWhoMay(access);
      const { cookie } = person;
      const [ask] = asks;
      if (!ask) throw new Error(`${name} has no request in the table`);
      const sent = { ...(await request(method, ask, own, own)), cookie };
      if (pattern.includes('[')) {
        for (const garbage of GARBAGE) {
          const path = pattern.replace(/\[[^\]]+\]/g, garbage);
          const { status } = await send(baseUrl, { ...sent, path });
          expect([status >= 400 && status < 500, status], garbage).toEqual([true, status]);
        }
      }
      if (!ask.body && !ask.raw) return;
      for (const raw of GARBAGE_BODIES) {
        const headers = { 'content-type': 'application/json' };
        const { json: _json, ...bare } = sent;
        const { status } = await send(baseUrl, { ...bare, headers, raw });
        expect([status >= 400 && status < 500, status], String(raw)).toEqual([true, status]);
      }
    });
  });
}

function strangerOf(kind: Kind) {
  const found = strangers.find((stranger) => stranger.kind === kind);
  if (!found) throw new Error(`nobody is ${kind}`);
  return found;
}

function someoneWhoMay(access: Access) {
  const [found] = whoMay(access);
  if (!found) throw new Error(`nobody may use what is for ${access}`);
  return found;
}

test('an address that is none is answered without a word of ours', async () => {
  // The framework cannot decode it and ends here by itself, with 500 where it should say 400.
  for (const path of ['/api/proofs/%zz', '/orders/%E0%A4%A', '/admin/orders/%zz']) {
    const { status, text } = await send(baseUrl, {
      method: 'GET',
      path,
      cookie: strangerOf('PRODUCTION').person.cookie,
    });
    expect([400, 404, 500]).toContain(status);
    if (status === 500) expect(text).toBe('Internal Server Error');
  }
});

test('the events of one person’s pictures reach nobody else', async () => {
  await startAnew();
  const world = await aWorld();
  const streams = [world.owner, strangerOf('CUSTOMER').person, strangerOf('ADMIN').person].map(
    ({ cookie }) => openEvents(cookie),
  );
  const [owners, ...others] = await Promise.all(streams);
  const ask = ROUTES['POST /api/pictures']?.asks[0];
  if (!owners || !ask) throw new Error('the owner listens and uploads');
  const sent = await request('POST', ask, world.things, world.things);
  const uploaded = await send(baseUrl, { ...sent, cookie: world.owner.cookie });
  const { picture } = JSON.parse(uploaded.text) as { picture: { id: string } };
  try {
    await expect.poll(() => owners.text(), { timeout: 60_000 }).toContain(picture.id);
    for (const other of others) expect(other.text()).not.toContain(picture.id);
  } finally {
    for (const stream of [owners, ...others]) stream.close();
  }
});

async function openEvents(cookie: string): Promise<{ text(): string; close(): void }> {
  const aborter = new AbortController();
  const headers = { cookie };
  const response = await fetch(`${baseUrl}/api/pictures/events`, {
    headers,
    signal: aborter.signal,
  });
  expect(response.status).toBe(200);
  let text = '';
  const read = async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString();
  };
  // Closing it is how it ends.
  read().catch(() => undefined);
  return { text: () => text, close: () => aborter.abort() };
}

for (const [pattern, page] of Object.entries(PAGES)) {
  const { access } = page;
  const namesThings = pattern.includes('[');

  test.describe(`page ${pattern}`, () => {
    const open = (cookie: string | null, target: Things, headers: Record<string, string> = {}) =>
      send(baseUrl, { method: 'GET', path: page.path(target), cookie, headers });

    test('is shown to who may see it and to nobody else', async () => {
      const world = await aWorld();
      const { things, secret } = world;
      const shut: { who: string; cookie: string | null }[] =
        access === 'public'
          ? []
          : [
              ...deadCookies.map(({ name, cookie }) => ({ who: name, cookie })),
              ...whoMayNot(access).map(({ kind, person }) => ({
                who: kind,
                cookie: person.cookie,
              })),
            ];
      if (isForStaff(access)) {
        shut.push({ who: 'an admin with the owner’s eyes', cookie: looker.cookie });
      }
      for (const { who, cookie } of shut) {
        const answer = await open(cookie, things);
        if (isForStaff(access)) {
          expect(answer.status, who).toBe(404);
        } else {
          expect(answer.status, who).toBe(307);
          expect(answer.headers.get('location'), who).toBe(
            `/sign-in?returnTo=${encodeURIComponent(page.path(things))}`,
          );
        }
        // Whoever looks with the owner's eyes reads the owner's name on every page.
        if (cookie !== looker.cookie) {
          expect(answer.text, who).not.toContain(secret);
          // The same page as the app's own navigation asks for it.
          const inside = await open(cookie, things, { rsc: '1' });
          expect(inside.text, who).not.toContain(secret);
        }
        if (!namesThings) continue;
        const absent = absentThings();
        expect(comparable(answer, things), who).toBe(
          comparable(await open(cookie, absent), absent),
        );
      }
      if (access === 'public') {
        for (const { name, cookie } of deadCookies) {
          const answer = await open(cookie, things);
          expect(answer.status, name).toBe(page.hasWrongKey ? 404 : 200);
          expect(answer.text, name).not.toContain(secret);
        }
      }
      const allowed = isForStaff(access)
        ? whoMay(access).map(({ kind, person }) => ({ who: kind as string, person }))
        : [{ who: 'the owner', person: world.owner }];
      for (const { who, person } of allowed) {
        const shown = await open(person.cookie, things);
        if (page.sendsOnTo) {
          expect(shown.headers.get('location'), who).toMatch(page.sendsOnTo);
          continue;
        }
        expect(shown.status, who).toBe(page.hasWrongKey ? 404 : 200);
        // Without this the checks above would look for words that are never shown.
        if (page.showsSecret) expect(shown.text, who).toContain(secret);
      }
    });

    if (isForStaff(access)) {
      test('asks staff for their second factor first', async () => {
        const { things, secret } = await aWorld();
        for (const { kind, person } of unproven.filter((one) => admits(access, one.kind))) {
          const answer = await open(person.cookie, things);
          expect(answer.status, kind).toBe(307);
          expect(answer.headers.get('location'), kind).toMatch(/^\/second-factor\?returnTo=/);
          expect(answer.text, kind).not.toContain(secret);
          const inside = await open(person.cookie, things, { rsc: '1' });
          expect(inside.text, kind).not.toContain(secret);
        }
      });
    } else {
      test('shows an admin with a customer’s eyes what the customer sees, and changes nothing', async () => {
        const { things, secret, owner: customer } = await aWorld();
        const before = await stateOf(db, customer.userId);
        const looked = await open(looker.cookie, things);
        expect(await stateOf(db, customer.userId)).toBe(before);
        const seen = await open(customer.cookie, things);
        const told = ({ status, headers, text }: Answer) => [
          status,
          headers.get('location'),
          text.includes(secret),
        ];
        expect(told(looked)).toEqual(told(seen));
      });
    }

    if (access === 'guest' || access === 'customer' || (access === 'public' && page.showsSecret)) {
      test('shows a stranger nothing of another’s, not even that it exists', async () => {
        const { things, secret } = await aWorld();
        for (const { kind, person } of whoMay(access)) {
          for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
            const foreign = await open(person.cookie, things, headers);
            expect(foreign.text, kind).not.toContain(secret);
            if (!namesThings) continue;
            const absent = absentThings();
            const none = await open(person.cookie, absent, headers);
            expect(comparable(foreign, things), kind).toBe(comparable(none, absent));
            if (!headers.rsc) expect(foreign.status, kind).toBe(404);
          }
        }
      });
    }

    if (namesThings) {
      test('does not exist for ids that are none', async () => {
        const { person } = someoneWhoMay(access);
        for (const garbage of GARBAGE) {
          const path = pattern.replace(/\[[^\]]+\]/g, garbage);
          const answer = await send(baseUrl, { method: 'GET', path, cookie: person.cookie });
          expect(answer.status >= 400 && answer.status < 500, `${garbage}: ${answer.status}`).toBe(
            true,
          );
        }
      });
    }
  });
}

const MANIFEST = '.next/server/server-reference-manifest.json';
type Manifest = {
  node: Record<string, { exportedName: string; workers: Record<string, unknown> }>;
};

for (const [name, { access, input, namesThings }] of Object.entries(ACTIONS)) {
  test.describe(`action ${name}`, () => {
    /** The result as the browser gets it: which id the build gave the action stands in its manifest. */
    async function act(argument: unknown, cookie: string | null, origin?: string | null) {
      const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
      const [id] = Object.entries(manifest.node).find(([, v]) => v.exportedName === name) ?? [];
      if (!id) throw new Error(`${name} is not in ${MANIFEST}`);
      const answer = await send(baseUrl, {
        method: 'POST',
        path: '/forgot-password',
        cookie,
        raw: JSON.stringify([argument]),
        headers: {
          'next-action': id,
          accept: 'text/x-component',
          'content-type': 'text/plain;charset=UTF-8',
        },
        ...(origin === undefined ? {} : { origin }),
      });
      const isOk = /"ok":(true|false)/.exec(answer.text)?.[1] ?? null;
      return {
        status: answer.status,
        isOk,
        code: /"code":"([a-z_.]+)"/.exec(answer.text)?.[1] ?? null,
      };
    }

    test.beforeEach(() => {
      test.skip(!existsSync(MANIFEST), 'only a production build has a list of its actions');
    });

    test('lets in who may use it and nobody else, and no other site’s page', async () => {
      const world = await aWorld();
      const before = await stateOf(db, world.owner.userId);
      const argument = input?.(world.things) ?? {};
      for (const origin of [null, 'https://evil.example', 'null']) {
        const result = await act(argument, world.owner.cookie, origin);
        // The framework itself refuses another site's; without any origin ours does.
        expect(result.isOk, String(origin)).not.toBe('true');
        if (result.status < 400) expect(result.code).toBe('request.foreign_origin');
      }
      expect(await stateOf(db, world.owner.userId)).toBe(before);
      if (access === 'public') return;
      const shut = [
        ...deadCookies,
        ...whoMayNot(access).map(({ kind, person }) => ({ name: kind, cookie: person.cookie })),
      ];
      for (const { name: who, cookie } of shut) {
        const { isOk, code } = await act(argument, cookie);
        expect([isOk, code], who).toEqual(['false', 'account.sign_in_required']);
      }
      expect(await stateOf(db, world.owner.userId)).toBe(before);
    });

    test('changes nothing for an admin who looks with a customer’s eyes', async () => {
      const world = await aWorld();
      const before = await stateOf(db, world.owner.userId);
      const { isOk, code } = await act(input?.(world.things) ?? {}, looker.cookie);
      expect([isOk, code]).toEqual(['false', 'account.read_only']);
      expect(await stateOf(db, world.owner.userId)).toBe(before);
    });

    if (!namesThings) return;
    test('answers alike for what is another’s and for what does not exist', async () => {
      const world = await aWorld();
      const before = await stateOf(db, world.owner.userId);
      for (const { kind, person } of whoMay(access)) {
        const foreign = await act(input?.(world.things), person.cookie);
        expect(foreign.isOk, kind).toBe('false');
        expect(foreign, kind).toEqual(await act(input?.(absentThings()), person.cookie));
      }
      expect(await stateOf(db, world.owner.userId)).toBe(before);
      expect((await act(input?.(world.things), world.owner.cookie)).isOk).toBe('true');
    });
  });
}
