/** A worker of one job, to be killed: tests start it as a process of its own with the database's address in its environment. */
import path from 'node:path';
import { systemActor } from '@/lib/core/actor';
import { systemClock } from '@/lib/core/clock';
import { requireEnv } from '@/lib/core/env';
import type { Id } from '@/lib/core/ids';
import { createLog } from '@/lib/core/log';
import { createDb } from '@/lib/db/client';
import { ingestPicture } from '@/lib/pictures/ingest-picture';
import type { Providers } from '@/lib/providers/ports/providers';
import { FolderStore } from '@/lib/providers/storage/folder-store';

const files = new FolderStore(path.join(requireEnv('DATA_DIR'), 'files'));
await ingestPicture(
  {
    actor: systemActor,
    db: createDb(requireEnv('DATABASE_URL')),
    clock: systemClock,
    log: createLog('test-worker'),
    providers: { files, isSandbox: true } as Partial<Providers> as Providers,
  },
  process.argv[2] as Id<'picture'>,
);
process.exit(0);
