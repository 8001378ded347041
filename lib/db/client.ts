import { PrismaPg } from '@prisma/adapter-pg';
import { requireEnv } from '@/lib/core/env';
import { PrismaClient } from './generated/client';

const CONNECTIONS_MAX = 10;

/**
 * Opens a client. Sessions run in UTC because the adapter writes timestamps without their offset (prisma#28629), and with
 * the page cost of an SSD: with the default, made for turning disks, many a page of the staff reads whole tables.
 */
export function createDb(connectionString: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString,
    max: CONNECTIONS_MAX,
    options: [
      '-c timezone=UTC',
      '-c statement_timeout=15000',
      '-c idle_in_transaction_session_timeout=20000',
      '-c random_page_cost=1.1',
    ].join(' '),
  });
  return new PrismaClient({ adapter });
}

// Next reloads modules in development; one client per process keeps the pool from leaking.
const holder = globalThis as unknown as { twelvefoldDb?: PrismaClient };

/** The client of this process, made at the first query so that a build needs no database. */
export function db(): PrismaClient {
  holder.twelvefoldDb ??= createDb(requireEnv('DATABASE_URL'));
  return holder.twelvefoldDb;
}
