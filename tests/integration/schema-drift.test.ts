import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database';

const run = promisify(execFile);
const test = useDatabase();
const NAME = `drift_${process.pid}`;

/** What Prisma's schema can say: columns, indexes, foreign keys. The laws of the migrations come on top. */
const PARTS = {
  columns: `select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
    || coalesce(column_default, '') as part from information_schema.columns
    where table_schema = 'public' and table_name <> '_prisma_migrations'`,
  indexes: `select indexdef as part from pg_indexes where schemaname = 'public'`,
  links: `select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as part from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace`,
};
/** Indexes whose order of nulls Prisma cannot say. */
const FINER = [/Order_arrivesBy_late_idx/];

let migrated: pg.Client;
let described: pg.Client;

beforeAll(async () => {
  migrated = new pg.Client({ connectionString: test.url });
  await migrated.connect();
  await migrated.query(`create database ${NAME}`);
  const url = new URL(test.url);
  url.pathname = `/${NAME}`;
  const { stdout } = await run(
    process.execPath,
    [
      'node_modules/prisma/build/index.js',
      'migrate',
      'diff',
      '--from-empty',
      '--to-schema',
      'prisma/schema',
      '--script',
    ],
    { env: { ...process.env, DATABASE_URL: url.href }, maxBuffer: 10_000_000 },
  );
  described = new pg.Client({ connectionString: url.href });
  await described.connect();
  await described.query(stdout);
}, 120_000);

afterAll(async () => {
  await described?.end();
  await migrated?.query(`drop database if exists ${NAME}`);
  await migrated?.end();
});

const partsOf = async (client: pg.Client, query: string) =>
  (await client.query<{ part: string }>(query)).rows.map(({ part }) => part).sort();

describe('the migrations make what the schema says', () => {
  it.each(Object.entries(PARTS))('in its %s', async (_name, query) => {
    const made = new Set(await partsOf(migrated, query));
    const said = await partsOf(described, query);
    expect(said.length).toBeGreaterThan(50);
    const isFiner = (part: string) => FINER.some((name) => name.test(part));
    expect(said.filter((part) => !made.has(part) && !isFiner(part))).toEqual([]);
  });

  it('and no columns besides', async () => {
    const said = new Set(await partsOf(described, PARTS.columns));
    const made = await partsOf(migrated, PARTS.columns);
    expect(made.filter((part) => !said.has(part))).toEqual([]);
  });
});
