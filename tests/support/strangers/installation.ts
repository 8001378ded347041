import path from 'node:path';
import { startEmbeddedPostgres } from '@/lib/cli/database/embedded-postgres';
import { createDb } from '@/lib/db/client';
import type { PrismaClient } from '@/lib/db/generated/client';
import { FolderStore } from '@/lib/providers/storage/folder-store';

/** The running installation that end-to-end tests look into: its database and its files. */
export async function openInstallation(): Promise<{ db: PrismaClient; files: FolderStore }> {
  const dataDir = process.env.E2E_DATA_DIR;
  if (!dataDir) throw new Error('E2E_DATA_DIR names the folder of the installation under test.');
  // Joins the server that runs there already, wherever it keeps its cluster.
  const { url } = await startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    database: 'twelvefold',
  });
  return { db: createDb(url), files: new FolderStore(path.join(dataDir, 'files')) };
}
