import { existsSync } from 'node:fs';
import path from 'node:path';
import { PlainFailure } from '../say';
import { startEmbeddedPostgres } from './embedded-postgres';

/** The embedded database of an installation that runs now. @throws PlainFailure when there is none */
export async function runningDatabase(): Promise<string> {
  const dataDir = path.resolve(process.env.DATA_DIR || '.data');
  if (!existsSync(path.join(dataDir, 'up.pid'))) {
    throw new PlainFailure('Set DATABASE_URL, or run this while `npm run up` is running.');
  }
  const server = { dataDir: path.join(dataDir, 'postgres'), database: 'twelvefold' };
  return (await startEmbeddedPostgres(server)).url;
}
