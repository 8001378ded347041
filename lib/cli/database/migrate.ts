import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { installQueues } from '@/lib/jobs/queue';

/** The advisory lock that Prisma's own migrate takes, so that both never run at once. */
const PRISMA_LOCK = 72707369;

const HISTORY = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/**
 * Brings a database to the newest schema: every migration once, in order, each in one transaction, and the queues after.
 * Keeps Prisma's history table, so `prisma migrate status` agrees; in milliseconds, and safe when several processes start.
 * @returns names of the migrations applied now
 * @throws Error when a migration was edited after it was applied
 */
export async function migrate(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const applied: string[] = [];
  try {
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(HISTORY);
    const { rows } = await client.query<{
      migration_name: string;
      checksum: string;
      finished_at: Date | null;
    }>(
      'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
    );
    for (const { name, sql, checksum } of readMigrations()) {
      const row = rows.find((candidate) => candidate.migration_name === name);
      if (row?.finished_at) {
        if (row.checksum !== checksum)
          throw new Error(`Migration ${name} was edited after it was applied`);
        continue;
      }
      if (row) throw new Error(`Migration ${name} failed earlier; resolve it before going on`);
      await client.query('begin');
      try {
        await client.query(sql);
        await client.query(
          `insert into _prisma_migrations(id, checksum, migration_name, started_at, finished_at, applied_steps_count)
           values ($1, $2, $3, now(), clock_timestamp(), 1)`,
          [randomUUID(), checksum, name],
        );
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`Migration ${name} failed`, { cause: error });
      }
      applied.push(name);
    }
    await installQueues(connectionString);
  } finally {
    await client.end();
  }
  return applied;
}

function readMigrations(): { name: string; sql: string; checksum: string }[] {
  const folder = path.resolve('prisma/migrations');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name, 'migration.sql'));
      const checksum = createHash('sha256').update(bytes).digest('hex');
      return { name, sql: bytes.toString('utf8'), checksum };
    });
}
