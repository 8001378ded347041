import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { createDatabase, startEmbeddedPostgres } from '@/lib/cli/database/embedded-postgres';
import { migrate } from '@/lib/cli/database/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
    templateName: string;
  }
}

/** One server for the run: TEST_DATABASE_URL if set, else an embedded one; one migrated template that each file clones. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const server = given
    ? { url: given, stop: () => true }
    : await startEmbeddedPostgres({
        dataDir: '.data/test-postgres',
        database: 'postgres',
        port: 54339,
      });
  const adminUrl = new URL(server.url);
  adminUrl.pathname = '/postgres';
  const templateName = `template_${process.pid}`;
  await dropLeftovers(adminUrl.href);
  await createDatabase(adminUrl.href, templateName);
  const templateUrl = new URL(adminUrl);
  templateUrl.pathname = `/${templateName}`;
  await migrate(templateUrl.href);
  project.provide('adminUrl', adminUrl.href);
  project.provide('templateName', templateName);
}

/** Databases of runs that ended hard. Those of runs that still go on are in use, and PostgreSQL keeps them. */
async function dropLeftovers(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname ~ '^(template|test)_[0-9]+'`,
    );
    for (const { datname } of rows) {
      const pid = Number(/_(\d+)/.exec(datname)?.[1]);
      if (isAlive(pid)) continue;
      await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);
    }
  } finally {
    await client.end();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
