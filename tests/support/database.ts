import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { type Actor, DESKS, mintActor, type PersonActor, systemActor } from '@/lib/core/actor';
import { type Clock, systemClock } from '@/lib/core/clock';
import { type Id, newId } from '@/lib/core/ids';
import type { Log } from '@/lib/core/log';
import { createDb } from '@/lib/db/client';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import type { PrismaClient } from '@/lib/db/generated/client';
import { closeQueue } from '@/lib/jobs/queue';
import type { Providers } from '@/lib/providers/ports/providers';
import { FolderStore } from '@/lib/providers/storage/folder-store';
import { findViolations } from '@/lib/stars/check-stars';

let counter = 0;

/** Logs are kept, so that a test may look at them, and do not flood the runner's output. */
export function silentLog(): Log & { errors: { message: string; error: unknown }[] } {
  const errors: { message: string; error: unknown }[] = [];
  return {
    errors,
    info: () => undefined,
    warn: () => undefined,
    error: (message, error) => errors.push({ message, error }),
  };
}

export type TestDatabase = {
  db: PrismaClient;
  url: string;
  filesDir: string;
  log: ReturnType<typeof silentLog>;
  /** A context for an actor; providers that the test does not give throw by name when they are touched. */
  ctx(actor?: Actor, parts?: { clock?: Clock; providers?: Partial<Providers> }): Ctx;
  /** A new person with a row, and a context that acts for them. */
  person(role?: 'GUEST' | 'CUSTOMER' | 'STAFF' | 'ADMIN'): Promise<{
    userId: Id<'user'>;
    email: string | null;
    ctx: PersonCtx;
    actor: PersonActor;
  }>;
};

/**
 * Call at the top of a test file: a database of its own, cloned from the migrated template, dropped at the end. Whatever
 * the tests did, the ledger of stars must hold then.
 * @param options.isLedgerBent true for files that write wrong rows on purpose
 */
export function useDatabase(options: { isLedgerBent?: boolean } = {}): TestDatabase {
  const holder = {} as TestDatabase;
  let admin: pg.Client;
  let name: string;

  beforeAll(async () => {
    counter += 1;
    name = `test_${process.pid}_${Date.now().toString(36)}_${counter}`;
    admin = new pg.Client({ connectionString: inject('adminUrl') });
    await admin.connect();
    const template = pg.escapeIdentifier(inject('templateName'));
    await admin.query(`create database ${pg.escapeIdentifier(name)} template ${template}`);
    // Only a crash of the server's machine could tell the difference, and each commit waits for a disk otherwise.
    await admin.query(`alter database ${pg.escapeIdentifier(name)} set synchronous_commit = off`);
    const url = new URL(inject('adminUrl'));
    url.pathname = `/${name}`;
    holder.url = url.href;
    // Each test file runs in its own module graph, so the singletons below belong to this database alone.
    process.env.DATABASE_URL = url.href;
    process.env.AUTH_SECRET ??= 'test-secret-test-secret-test-secret-1234';
    process.env.APP_URL ??= 'http://127.0.0.1:3000';
    holder.filesDir = await mkdtemp(path.join(tmpdir(), 'twelvefold-test-'));
    process.env.DATA_DIR = holder.filesDir;
    holder.db = createDb(url.href);
    holder.log = silentLog();
    const files = new FolderStore(path.join(holder.filesDir, 'files'));
    holder.ctx = (actor = systemActor, parts = {}) => ({
      actor,
      db: holder.db,
      clock: parts.clock ?? systemClock,
      log: holder.log,
      providers: onlyGiven({ files, isSandbox: true, sms: null, ...parts.providers }),
    });
    holder.person = async (role = 'CUSTOMER') => {
      const userId = newId('user');
      const email = role === 'GUEST' ? null : `${userId.slice(-12)}@example.com`;
      await holder.db.user.create({
        data: { id: userId, role, email, name: role === 'GUEST' ? null : 'Olena Test' },
      });
      const actor = mintActor({
        userId,
        role,
        desks: role === 'STAFF' ? DESKS : [],
      }) as PersonActor;
      return { userId, email, actor, ctx: holder.ctx(actor) as PersonCtx };
    };
  });

  afterAll(async () => {
    try {
      if (holder.db && !options.isLedgerBent) await requireLedgerHolds(holder);
    } finally {
      await closeQueue();
      await holder.db?.$disconnect();
      await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
      await admin.end();
      await rm(holder.filesDir, { recursive: true, force: true });
    }
  });

  return holder;
}

/** Costs one small query where nobody has stars. */
async function requireLedgerHolds({ db, ctx }: TestDatabase): Promise<void> {
  const [used] = await db.$queryRaw<{ isUsed: boolean }[]>`
    select exists (select 1 from "StarAccount") or exists (select 1 from "StarPurchase") as "isUsed"`;
  if (used?.isUsed) expect(await findViolations(ctx()), 'the ledger of stars').toEqual([]);
}

function onlyGiven(given: Partial<Providers>): Providers {
  return new Proxy(given as Providers, {
    get(target, key) {
      if (key in target) return target[key as keyof Providers];
      throw new Error(`This test did not give the provider "${String(key)}"`);
    },
  });
}
