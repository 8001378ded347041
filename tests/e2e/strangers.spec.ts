import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type Access, isAdmitted, mintActor } from '@/lib/core/actor';
import { type Id, newId } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { FileStore } from '@/lib/providers/ports/file-store';
import { ACTIONS } from '../support/strangers/action-table';
import { absentThings, belongings, stateOf, type Things } from '../support/strangers/belongings';
import { type Answer, codeOf, comparable, type Request, send } from '../support/strangers/browser';
import { actionsOnDisk, pagesOnDisk, routesOnDisk } from '../support/strangers/edges-on-disk';
import { openInstallation } from '../support/strangers/installation';
import { PAGES } from '../support/strangers/page-table';
import { aPersonWithCookie, type Person, type Role } from '../support/strangers/people';
import { type Ask, ROUTES } from '../support/strangers/route-table';

const NOBODY = newId('user');

let db: PrismaClient;
let files: FileStore;
let baseUrl: string;
let owner: Person;
let strangers: { role: Role; person: Person; own: Things }[];
/** Cookies that speak for nobody. */
let deadCookies: { name: string; cookie: string | null }[];

test.beforeAll(async ({ baseURL }) => {
  baseUrl = baseURL ?? '';
  ({ db, files } = await openInstallation());
  // After each failure the runner starts this file's process anew, and with it these people.
  await db.rateLimit.deleteMany({ where: { key: { startsWith: 'guest-address' } } });
  owner = await aPersonWithCookie(baseUrl, db, 'CUSTOMER');
  strangers = [];
  for (const role of ['GUEST', 'CUSTOMER', 'STAFF'] as const) {
    const person = await aPersonWithCookie(baseUrl, db, role);
    const own = await belongings({ db, files }, person.userId, 'STRANGER');
    strangers.push({ role, person, own });
  }
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

/** An owner with one of everything, whom no other test has touched. The owner's browser is handed on to them. */
async function aWorld(): Promise<World> {
  const secret = `SECRET${newId('user').slice(-12)}`;
  const userId = newId('user');
  const email = `${userId.slice(-16)}@example.com`;
  await db.user.create({ data: { id: userId, role: 'CUSTOMER', email, name: secret } });
  await db.loginSession.updateMany({ where: { userId: owner.userId }, data: { userId } });
  owner = { ...owner, userId };
  return { owner, secret, things: await belongings({ db, files }, userId, secret) };
}

/** These tests ask more often than people do. */
async function forgetRates(): Promise<void> {
  const people = [owner, ...strangers.map(({ person }) => person)];
  for (const { userId } of people) {
    await db.rateLimit.deleteMany({ where: { key: { contains: userId } } });
  }
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

const admits = (access: Access, role: Role) =>
  isAdmitted(mintActor({ userId: NOBODY as Id<'user'>, role }), access);

function expectRefusal(answer: Answer, access: Access, who: string): void {
  const isStaffOnly = access === 'staff' || access === 'admin';
  expect([answer.status, codeOf(answer)], who).toEqual(
    isStaffOnly ? [403, 'account.not_allowed'] : [401, 'account.sign_in_required'],
  );
}

test.describe('the matrix', () => {
  test('has every route and method, with the access that its source declares', () => {
    const onDisk = routesOnDisk().map(({ method, path, access }) => [`${method} ${path}`, access]);
    const inTable = Object.entries(ROUTES).map(([name, { access }]) => [name, access]);
    expect(Object.fromEntries(onDisk)).toEqual(Object.fromEntries(inTable));
  });

  test('has every page, with the access that its source declares', () => {
    const onDisk = pagesOnDisk().map(({ path, access }) => [path, access ?? 'public']);
    const inTable = Object.entries(PAGES).map(([name, { access }]) => [name, access]);
    expect(Object.fromEntries(onDisk)).toEqual(Object.fromEntries(inTable));
  });

  test('has every server action, with the access that its source declares', () => {
    const onDisk = actionsOnDisk().map(({ name, access }) => [name, access]);
    const inTable = Object.entries(ACTIONS).map(([name, { access }]) => [name, access]);
    expect(Object.fromEntries(onDisk)).toEqual(Object.fromEntries(inTable));
  });
});

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

for (const [name, { access, asks, isSigned }] of Object.entries(ROUTES)) {
  const [method = '', pattern = ''] = name.split(' ');
  const isChange = method !== 'GET';

  test.describe(name, () => {
    test.beforeEach(forgetRates);

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
        const outsiders = strangers.filter(({ role }) => !admits(access, role));
        for (const { role, person, own } of outsiders) {
          const foreign = await request(method, ask, world.things, own);
          const answer = await send(baseUrl, { ...foreign, cookie: person.cookie });
          expectRefusal(answer, access, role);
          const absent = absentThings();
          const other = await send(baseUrl, {
            ...(await request(method, ask, absent, own)),
            cookie: person.cookie,
          });
          expect(comparable(answer, world.things)).toBe(comparable(other, absent));
        }
        if (!admits(access, 'CUSTOMER')) {
          const sent = await request(method, ask, world.things, world.things);
          const answer = await send(baseUrl, { ...sent, cookie: world.owner.cookie });
          expectRefusal(answer, access, 'the owner');
        }
      }
      expect(await stateOf(db, world.owner.userId)).toBe(before);
    });

    if (access !== 'public') {
      test('does what is asked for those who may', async () => {
        for (const ask of asks) {
          const world = await aWorld();
          const cookie =
            access === 'staff' || access === 'admin'
              ? strangerOf('STAFF').person.cookie
              : world.owner.cookie;
          const sent = await request(method, ask, world.things, world.things);
          const answer = await send(baseUrl, { ...sent, cookie });
          expect([answer.status, answer.status < 400 ? '' : answer.text], ask.name).toEqual([
            ask.allowed,
            ask.allowed < 400 ? '' : answer.text,
          ]);
        }
      });
    }

    if (asks.some(({ namesNothing }) => !namesNothing)) {
      test('answers alike for what is another’s and for what does not exist', async () => {
        const isStaffOnly = access === 'staff' || access === 'admin';
        const world = await aWorld();
        const before = await stateOf(db, world.owner.userId);
        for (const ask of asks.filter(({ namesNothing }) => !namesNothing)) {
          for (const { role, person, own } of strangers.filter((s) => admits(access, s.role))) {
            const { cookie } = person;
            const absent = absentThings();
            const none = await send(baseUrl, {
              ...(await request(method, ask, absent, own)),
              cookie,
            });
            // Staff may reach what is another's: there only the absent is asked for.
            if (isStaffOnly) {
              expect(none.status, role).toBe(404);
              continue;
            }
            const foreign = await send(baseUrl, {
              ...(await request(method, ask, world.things, own)),
              cookie,
            });
            expect(comparable(foreign, world.things), `${role} ${ask.name ?? ''}`).toBe(
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
        const { cookie } = admits(access, 'CUSTOMER') ? world.owner : strangerOf('STAFF').person;
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
      const { person, own } = strangers.find(({ role }) => admits(access, role)) ?? strangerOf();
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

function strangerOf(role: Role = 'GUEST') {
  const found = strangers.find((stranger) => stranger.role === role);
  if (!found) throw new Error(`nobody is ${role}`);
  return found;
}

test('an address that is none is answered without a word of ours', async () => {
  // The framework cannot decode it and ends here by itself, with 500 where it should say 400.
  for (const path of ['/api/proofs/%zz', '/orders/%E0%A4%A', '/admin/orders/%zz']) {
    const { status, text } = await send(baseUrl, {
      method: 'GET',
      path,
      cookie: strangerOf('STAFF').person.cookie,
    });
    expect([400, 404, 500]).toContain(status);
    if (status === 500) expect(text).toBe('Internal Server Error');
  }
});

test('the events of one person’s pictures reach nobody else', async () => {
  await forgetRates();
  const world = await aWorld();
  const streams = [world.owner, strangerOf('CUSTOMER').person, strangerOf('STAFF').person].map(
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
      const isStaffOnly = access === 'staff' || access === 'admin';
      const shut = [
        ...deadCookies.map(({ name, cookie }) => ({ who: name, cookie, isAdmitted: false })),
        ...strangers.map(({ role, person }) => ({
          who: role as string,
          cookie: person.cookie as string | null,
          isAdmitted: admits(access, role),
        })),
      ].filter(({ isAdmitted }) => !isAdmitted && access !== 'public');
      for (const { who, cookie } of shut) {
        const answer = await open(cookie, things);
        if (isStaffOnly) {
          expect(answer.status, who).toBe(404);
        } else {
          expect(answer.status, who).toBe(307);
          expect(answer.headers.get('location'), who).toBe(
            `/sign-in?returnTo=${encodeURIComponent(page.path(things))}`,
          );
        }
        expect(answer.text, who).not.toContain(secret);
        // The same page as the app's own navigation asks for it.
        const inside = await open(cookie, things, { rsc: '1' });
        expect(inside.text, who).not.toContain(secret);
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
      const cookie = isStaffOnly ? strangerOf('STAFF').person.cookie : world.owner.cookie;
      const shown = await open(cookie, things);
      if (page.sendsOnTo) {
        expect(shown.headers.get('location')).toMatch(page.sendsOnTo);
      } else {
        expect(shown.status).toBe(page.hasWrongKey ? 404 : 200);
        // Without this the checks above would look for words that are never shown.
        if (page.showsSecret) expect(shown.text).toContain(secret);
      }
    });

    if (access === 'guest' || access === 'customer' || (access === 'public' && page.showsSecret)) {
      test('shows a stranger nothing of another’s, not even that it exists', async () => {
        const { things, secret } = await aWorld();
        for (const { role, person } of strangers.filter((s) => admits(access, s.role))) {
          for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
            const foreign = await open(person.cookie, things, headers);
            expect(foreign.text, role).not.toContain(secret);
            if (!namesThings) continue;
            const absent = absentThings();
            const none = await open(person.cookie, absent, headers);
            expect(comparable(foreign, things), role).toBe(comparable(none, absent));
            if (!headers.rsc) expect(foreign.status, role).toBe(404);
          }
        }
      });
    }

    if (namesThings) {
      test('does not exist for ids that are none', async () => {
        const { person } = strangers.find(({ role }) => admits(access, role)) ?? strangerOf();
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
        ...strangers
          .filter(({ role }) => !admits(access, role))
          .map(({ role, person }) => ({ name: role, cookie: person.cookie })),
      ];
      for (const { name: who, cookie } of shut) {
        const { isOk, code } = await act(argument, cookie);
        expect([isOk, code], who).toEqual(['false', 'account.sign_in_required']);
      }
      expect(await stateOf(db, world.owner.userId)).toBe(before);
    });

    if (!namesThings) return;
    test('answers alike for what is another’s and for what does not exist', async () => {
      const world = await aWorld();
      const before = await stateOf(db, world.owner.userId);
      for (const { role, person } of strangers.filter((s) => admits(access, s.role))) {
        const foreign = await act(input?.(world.things), person.cookie);
        expect(foreign.isOk, role).toBe('false');
        expect(foreign, role).toEqual(await act(input?.(absentThings()), person.cookie));
      }
      expect(await stateOf(db, world.owner.userId)).toBe(before);
      expect((await act(input?.(world.things), world.owner.cookie)).isOk).toBe('true');
    });
  });
}
