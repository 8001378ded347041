import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainFailure, say } from './say';

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'next.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'package-lock.json',
];
const STAMP = '.next/twelvefold-sources';

/** Builds the web app unless the last build was made from exactly these sources. */
export function buildIfNeeded(env: NodeJS.ProcessEnv): void {
  const stamp = hashSources();
  if (existsSync('.next/BUILD_ID') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) {
    return;
  }
  say('Building the web app (about a minute, only after a change) …');
  const result = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) throw new PlainFailure('The web app could not be built; see above.');
  writeFileSync(STAMP, stamp);
}

function hashSources(): string {
  const hash = createHash('sha256');
  const add = (target: string) => {
    if (!existsSync(target)) return;
    for (const entry of readdirSync(path.dirname(target), { withFileTypes: true })) {
      if (entry.name !== path.basename(target)) continue;
      if (entry.isFile()) hash.update(target).update('\0').update(readFileSync(target));
      if (entry.isDirectory()) {
        for (const name of readdirSync(target).sort()) add(path.join(target, name));
      }
    }
  };
  for (const source of SOURCES) add(source);
  return hash.digest('hex');
}
