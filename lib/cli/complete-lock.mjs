import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const P = lock.packages;
const OS = [
  'android',
  'darwin',
  'win32',
  'freebsd',
  'openharmony',
  'linux',
  'aix',
  'netbsd',
  'openbsd',
  'sunos',
];
const CPU = [
  'arm64',
  'x64',
  'ia32',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
  'arm',
];
const added = [];
for (const [from, meta] of Object.entries(P)) {
  for (const [name, range] of Object.entries(meta.optionalDependencies ?? {})) {
    let base = from,
      found = false;
    for (;;) {
      if (P[`${base ? `${base}/` : ''}node_modules/${name}`]) {
        found = true;
        break;
      }
      if (!base) break;
      const i = base.lastIndexOf('node_modules/');
      base = i > 0 ? base.slice(0, i - 1) : '';
    }
    if (found || !/^\d+\.\d+\.\d+[\w.-]*$/.test(range)) continue;
    const os = OS.find((o) => name.includes(o)),
      cpu = CPU.find((c) => name.includes(c));
    if (!os && cpu !== 'wasm32') {
      console.error(`cannot infer platform of ${name}`);
      process.exitCode = 1;
      continue;
    }
    const entry = {
      version: range,
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(meta.dev ? { dev: true } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
    };
    if (os === 'linux' && /musl/.test(name)) entry.libc = ['musl'];
    else if (os === 'linux' && /gnu/.test(name)) entry.libc = ['glibc'];
    P[`node_modules/${name}`] = entry;
    added.push(`${name}@${range}`);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(P).sort(([a], [b]) => (a === '' ? -1 : b === '' ? 1 : a.localeCompare(b, 'en'))),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} entries added`);
