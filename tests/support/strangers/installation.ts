import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createDb } from '@/lib/db/client';
import type { PrismaClient } from '@/lib/db/generated/client';
import { FolderStore } from '@/lib/providers/storage/folder-store';

/** The running installation that end-to-end tests look into: its database and its files. */
export function openInstallation(): { db: PrismaClient; files: FolderStore } {
  const dataDir = process.env.E2E_DATA_DIR;
  if (!dataDir) throw new Error('E2E_DATA_DIR names the folder of the installation under test.');
  // As root the server keeps its cluster elsewhere when it may not enter the folder; up.ts tells where by its URL.
  const url = process.env.E2E_DATABASE_URL ?? embeddedUrl(path.join(dataDir, 'postgres'));
  return { db: createDb(url), files: new FolderStore(path.join(dataDir, 'files')) };
}

function embeddedUrl(folder: string): string {
  const password = readFileSync(path.join(folder, 'password'), 'utf8').trim();
  // The fourth line of a running cluster's lock file is its port.
  const port = readFileSync(path.join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[3];
  return `postgresql://app:${password}@127.0.0.1:${port}/twelvefold`;
}
