import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainFailure } from './say';

/** Reads `.env` if there is one; what the shell already set wins. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** The folder of this installation: made if missing, writable for us. @throws PlainFailure */
export function openDataDir(dataDir: string): string {
  const folder = path.resolve(dataDir);
  try {
    // Open to enter: as root, the database server runs as another user below it.
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new PlainFailure(
      `Cannot write to ${folder}. Give this user the right to write there, or set DATA_DIR to another folder.`,
    );
  }
  return folder;
}

/** Secrets made once for this installation and kept in its folder. @throws PlainFailure when the file is broken */
export function installationSecrets(dataDir: string): { authSecret: string } {
  const file = path.join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    const secrets = { authSecret: randomBytes(32).toString('base64url') };
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
    return secrets;
  }
  try {
    const { authSecret } = JSON.parse(readFileSync(file, 'utf8')) as { authSecret?: unknown };
    if (typeof authSecret === 'string' && authSecret.length >= 32) return { authSecret };
  } catch {
    // Falls through to the sentence below, as for a file with other content.
  }
  throw new PlainFailure(
    `${file} is damaged. Delete it and start again: everyone is signed out, nothing else is lost.`,
  );
}
