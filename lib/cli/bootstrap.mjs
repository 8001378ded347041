// The first thing that runs, on whatever Node the machine has (20.19 or newer): installs what is missing, then starts
// the asked program on the Node of package.json. Plain JavaScript without imports of packages: there may be none yet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);

const [program, ...args] = process.argv.slice(2);
const PROGRAMS = ['up', 'dev', 'check', 'calendar', 'bench', 'start', 'worker', 'staff', 'seed'];
const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Twelvefold needs Node 20.19 or newer to start; this is ${process.versions.node}.`);
}
if (!PROGRAMS.includes(program))
  fail(`Unknown program "${program}". One of: ${PROGRAMS.join(', ')}`);

const changedAt = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
const installed = changedAt('node_modules/.package-lock.json');
const isComplete = installed > 0 && existsSync('lib/db/generated/client.ts');
if (!isComplete || installed < changedAt('package-lock.json')) {
  process.stderr.write('Installing dependencies (about a minute, once) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Standard output stays free for the program's own result.
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    // The tools that build and test are dependencies for development.
    env: { ...process.env, NODE_ENV: '' },
  });
  if (result.status !== 0) {
    fail('The dependencies could not be installed. Check the network and the message above.');
  }
}

// Whoever pulled a change of the schema has the database's client of the schema before.
const schema = 'prisma/schema';
const described = Math.max(
  ...readdirSync(schema).map((file) => changedAt(path.join(schema, file))),
);
if (described > changedAt('lib/db/generated/client.ts')) {
  const result = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    stdio: ['ignore', 'ignore', 2],
  });
  if (result.status !== 0)
    fail('The client of the database could not be made: npx prisma generate');
}

const pinned = path.join(
  root,
  'node_modules/.bin',
  process.platform === 'win32' ? 'node.cmd' : 'node',
);
if (!existsSync(pinned)) {
  fail('The pinned Node is missing from node_modules: delete node_modules and start again.');
}
const child = spawn(
  pinned,
  ['--disable-warning=ExperimentalWarning', '--import', 'tsx', `lib/cli/${program}.ts`, ...args],
  { stdio: 'inherit', shell: process.platform === 'win32' },
);
// The terminal sends Ctrl-C to the child too: this process only waits for it to finish.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
