#!/usr/bin/env node
// Stands in for Prisma's native schema engine: same JSON-RPC over stdio, on the wasm engine and adapter-pg from npm.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bg from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const wasm = createRequire(import.meta.url)
  .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  .replace(/\.js$/, '.wasm');
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), {
  './schema_engine_bg.js': bg,
});
bg.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

const argv = process.argv.slice(2),
  datamodels = [];
let url = 'postgresql://127.0.0.1:1/none',
  cli;
for (let i = 0; i < argv.length; i++) {
  if (argv[i] === '--version') {
    console.log(`schema-engine-cli ${bg.version()} (wasm)`);
    process.exit(0);
  }
  if (argv[i] === '--datamodels') datamodels.push([argv[++i], readFileSync(argv[i], 'utf8')]);
  else if (argv[i] === '--datasource') url = JSON.parse(argv[++i]).url ?? url;
  else if (argv[i] === 'cli') cli = argv[++i];
  else if (argv[i].startsWith('--')) i++;
}
const u = new URL(url),
  dbName = decodeURIComponent(u.pathname.slice(1)),
  ssl = u.searchParams.get('sslmode');
// Discrete fields: with a connectionString, pg ignores `database`, and the "shadow database" would be the real one.
const conf = {
  host: decodeURIComponent(u.hostname),
  port: Number(u.port || 5432),
  user: decodeURIComponent(u.username),
  password: decodeURIComponent(u.password),
  database: dbName,
  options: '-c timezone=UTC',
  ssl:
    ssl && !['disable', 'allow', 'prefer'].includes(ssl)
      ? { rejectUnauthorized: ssl.startsWith('verify') }
      : undefined,
};
const known = (error_code, message) => Object.assign(new Error(message), { error_code });
async function admin(fn) {
  const c = new pg.Client({ ...conf, database: 'postgres' });
  await c.connect();
  try {
    return await fn(c);
  } finally {
    await c.end();
  }
}
async function canConnect() {
  const c = new pg.Client({ ...conf, connectionTimeoutMillis: 5000 });
  await c.connect().then(
    () => c.end(),
    (e) => {
      if (e.code === '3D000') throw known('P1003', `Database \`${dbName}\` does not exist`);
      if (e.code?.startsWith?.('28'))
        throw known('P1000', 'Authentication failed against the database server');
      throw known('P1001', `Can't reach database server at \`${u.host}\` (${e.message})`);
    },
  );
  return {};
}
const createDatabase = () =>
  admin(async (c) => {
    await c.query(`CREATE DATABASE ${pg.escapeIdentifier(dbName)}`).catch((e) => {
      if (!['42P04', '23505'].includes(e.code)) throw e;
    });
    return { databaseName: dbName };
  });
if (cli) {
  // one-shot subcommands; Prisma skips the first stderr line and parses the others as JSON
  const f = { 'can-connect-to-database': canConnect, 'create-database': createDatabase }[cli];
  await (f ? f() : Promise.reject(new Error(`unsupported: ${cli}`))).then(
    () => process.exit(0),
    (e) => {
      console.error(
        `\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields: { error_code: e.error_code ?? 'P1011', message: e.message } })}`,
      );
      process.exit(1);
    },
  );
}
function patch(a) {
  // stock executeScript splits on ';' (breaks $$ bodies); stock queryRaw rejects "char" (oid 18) of the catalogs
  const io = a.performIO.bind(a);
  a.performIO = async (q) => {
    const r = await io(q);
    for (const f of r.fields ?? []) if (f.dataTypeID === 18) f.dataTypeID = 1042;
    return r;
  };
  a.executeScript = async (s) => {
    try {
      await a.underlyingDriver().query(s);
    } catch (e) {
      a.onError(e);
    }
  };
  return a;
}
class Factory extends PrismaPg {
  async connect() {
    return patch(await super.connect());
  }
  async connectToShadowDb() {
    // stock one drops the database while its own pool is connected to it
    const main = new pg.Pool({ ...conf, max: 1 }),
      database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await main.query(`CREATE DATABASE "${database}"`);
    const a = patch(await new PrismaPg({ ...conf, database }).connect()),
      dispose = a.dispose.bind(a);
    a.dispose = async () => {
      await dispose();
      await main.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await main.end();
    };
    return a;
  }
}
const factory = bindMigrationAwareSqlAdapterFactory(
  new Factory(conf, { schema: u.searchParams.get('schema') ?? undefined }),
);
let engine,
  chain = Promise.resolve();
const get = () =>
  (engine ??= bg.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    () => {},
    factory,
  ));
const special = {
  createDatabase,
  ensureConnectionValidity: canConnect,
  getDatabaseVersion: async (p) => (await get()).version(p),
};
const write = (m) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...m })}\n`);
async function handle({ id, method, params }) {
  if (!method) return; // the CLI's answer to our own 'print' request
  try {
    const result = special[method]
      ? await special[method](params)
      : await (await get())[method](params);
    if (method === 'diff' && result?.stdout)
      write({ id: id + 1e6, method: 'print', params: { content: result.stdout } });
    write({ id, result: result ?? null });
  } catch (e) {
    const message = e?.message ?? (typeof e === 'string' ? e : JSON.stringify(e));
    write({
      id,
      error: {
        code: 4466,
        message: 'error',
        data: {
          is_panic: false,
          message,
          meta: e?.meta ?? null,
          error_code: e?.error_code ?? e?.code ?? null,
        },
      },
    });
  }
}
createInterface({ input: process.stdin })
  .on('line', (l) => {
    chain = chain.then(() => handle(JSON.parse(l)));
  })
  .on('close', () => void chain.then(() => process.exit(0)));
