import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PORT = 3900;

/**
 * Starts the product as a newcomer does, in a new folder with an empty database, and stops it at the end.
 * E2E_BASE_URL with E2E_DATA_DIR uses an installation that runs already.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_BASE_URL) return undefined;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'twelvefold-e2e-'));
  // As root, the database server runs as another user and must be able to enter.
  chmodSync(dataDir, 0o755);
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/up.ts'], {
    env: {
      ...process.env,
      PORT: String(PORT),
      DATA_DIR: dataDir,
      // The test wants a database of its own, whatever the developer's shell points at.
      DATABASE_URL: '',
      APP_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Stop with Ctrl-C')) resolve();
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    child.on('exit', (code) =>
      reject(new Error(`The product did not start (${code}):\n${output}`)),
    );
  });
  await ready;
  const sandboxUrl = /of the sandbox:\s+(\S+)/.exec(output)?.[1] ?? '';
  process.env.E2E_DATA_DIR = dataDir;
  process.env.E2E_SANDBOX_URL = sandboxUrl;
  writeFileSync(path.join(dataDir, 'up-output.txt'), output);
  return async () => {
    child.removeAllListeners('exit');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
}
