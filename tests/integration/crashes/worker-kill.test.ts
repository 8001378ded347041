import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { createCalendar } from '@/lib/calendars/create-calendar';
import { type CalendarDocument, CENTRED, emptyPage } from '@/lib/calendars/document';
import { requestProof } from '@/lib/calendars/request-proof';
import { type Id, newId } from '@/lib/core/ids';
import type { YearMonth } from '@/lib/core/plain-date';
import type { PersonCtx } from '@/lib/db/context';
import { closeNotifications, subscribeOwner } from '@/lib/db/notifications';
import { paintScene } from '@/lib/sandbox/paint-scene';
import { storedFiles, upload } from '@/tests/integration/pictures/upload-helpers';
import { useDatabase } from '@/tests/support/database';
import { aTemporaryFolder, processes, until, WorkerProcess } from '@/tests/support/worker-process';
import { aSlot, slotsOf } from '../../support/documents';

/** A dead worker is noticed after the queue's shortest heartbeat, 10 s; then comes a pause before the retry. */
const RECOVERY_MS = 60_000;
const TEST_MS = 150_000;

const database = useDatabase();
const temporary = aTemporaryFolder();
let photos: Buffer[];
let workers: WorkerProcess[] = [];

beforeAll(async () => {
  photos = [];
  // 12 megapixels each: long enough under way to be hit.
  for (let seed = 1; seed <= 6; seed += 1) {
    photos.push(
      await paintScene({ month: seed * 2, seed, widthPx: 4000, heightPx: 3000, quality: 88 }),
    );
  }
}, 120_000);

afterEach(async () => {
  for (const worker of workers) if (worker.isRunning) await worker.kill();
  workers = [];
});

afterAll(async () => {
  await closeNotifications();
  for (const { pid } of orphans()) process.kill(pid, 'SIGKILL');
  temporary.remove();
});

async function startWorker(): Promise<WorkerProcess> {
  const worker = await WorkerProcess.start(database, temporary.path);
  workers.push(worker);
  return worker;
}

function showLogsOnFailure(): void {
  onTestFailed(() => {
    for (const { pid, output } of workers) process.stderr.write(`worker ${pid}:\n${output}\n`);
  });
}

/** Decoders that still work in our folders although no worker of ours is left. */
function orphans() {
  return processes().filter(
    ({ command }) =>
      command.includes('decode-child') &&
      (command.includes(temporary.path) || command.includes(database.filesDir)),
  );
}

type JobRow = { id: string; state: string; retry_count: number };

function jobsOf(name: string): Promise<JobRow[]> {
  return database.db.$queryRaw<
    JobRow[]
  >`select id::text, state::text, retry_count from pgboss.job where name = ${name}`;
}

async function untilJobsEnd(name: string, count: number): Promise<JobRow[]> {
  return until(
    `${count} jobs ${name} completed`,
    async () => {
      const jobs = await jobsOf(name);
      const isOver = jobs.length === count && jobs.every(({ state }) => state === 'completed');
      return isOver ? jobs : null;
    },
    RECOVERY_MS,
  );
}

describe('a worker that is killed while it takes in photos', () => {
  it(
    'is followed by one that finishes each photo once, and a poisonous file holds up nobody',
    async () => {
      showLogsOnFailure();
      const { ctx, userId } = await database.person();
      const told: string[] = [];
      const unsubscribe = await subscribeOwner(userId, (message) => {
        if (message.type !== 'picture' || message.status === 'RECEIVED') return;
        told.push(`${message.id} ${message.status}`);
      });
      const ids: Id<'picture'>[] = [];
      const [first, ...rest] = photos;
      const poison = Buffer.from((first as Buffer).subarray(0, 200_000));
      for (const bytes of [first as Buffer, poison, ...rest]) {
        ids.push((await upload(ctx, bytes)).picture.id);
      }
      const poisonId = ids[1] as Id<'picture'>;
      const rows = () => database.db.picture.findMany({ where: { ownerId: userId } });

      const doomed = await startWorker();
      const decoders = await until('a photo is ready and another under way', async () => {
        const isOneReady = (await rows()).some(({ status }) => status === 'READY');
        const running = isOneReady ? doomed.children('decode-child') : [];
        return running.length > 0 && running;
      });
      await doomed.kill();
      expect(decoders.length).toBeGreaterThan(0);
      const left = (await rows()).filter(({ status }) => status === 'RECEIVED');
      expect(left.length).toBeGreaterThan(0);
      expect((await jobsOf('picture.ingest')).some(({ state }) => state === 'active')).toBe(true);

      const heir = await startWorker();
      // Its decoder dies too, from outside: the file is not to blame and gets another try.
      const [struck] = await until('the heir decodes', () => {
        const running = heir.children('decode-child');
        return running.length > 0 && running;
      });
      process.kill(struck?.pid ?? 0, 'SIGKILL');

      const jobs = await untilJobsEnd('picture.ingest', ids.length);
      expect(jobs.some(({ retry_count }) => retry_count > 0)).toBe(true);
      const ended = await rows();
      const outcome = Object.fromEntries(
        ended.map(({ id, status, refusalCode }) => [id, refusalCode ?? status]),
      );
      expect(outcome).toEqual(
        Object.fromEntries(ids.map((id) => [id, id === poisonId ? 'picture.damaged' : 'READY'])),
      );
      const ready = ended.filter(({ status }) => status === 'READY');
      for (const { widthPx, heightPx, ingestAttempts } of ready) {
        expect([widthPx, heightPx]).toEqual([4000, 3000]);
        expect(ingestAttempts).toBeLessThanOrEqual(3);
      }
      // Each became what it is exactly once.
      await until('the owner heard of the last', () => told.length >= ids.length);
      expect([...told].sort()).toEqual(ended.map(({ id, status }) => `${id} ${status}`).sort());
      // The store holds what the rows name, and nothing else.
      const named = ready.flatMap(({ masterKey, renditions }) => [
        masterKey,
        ...Object.values(renditions as Record<string, string>),
      ]);
      expect(await storedFiles(ctx)).toEqual(named.sort());
      for (const key of named) {
        const bytes = await ctx.providers.files.readAll(key);
        expect(bytes.subarray(-2).toString('hex')).toBe('ffd9');
      }
      await until('no decoder of a dead worker is left', () => orphans().length === 0);
      unsubscribe();
      expect(await heir.stop()).toBe(0);
    },
    TEST_MS,
  );
});

/** A ready picture without its way through the worker. */
async function aReadyPicture(ctx: PersonCtx, bytes: Buffer): Promise<Id<'picture'>> {
  const id = newId('picture');
  const masterKey = `pictures/crash/${id}.jpg`;
  await ctx.providers.files.put(masterKey, bytes, 'image/jpeg');
  await ctx.db.picture.create({
    data: {
      id,
      ownerId: ctx.actor.userId,
      origin: 'UPLOAD',
      status: 'READY',
      fileName: 'photo.jpg',
      contentHash: createHash('sha256').update(id).digest('hex'),
      receivedBytes: bytes.length,
      widthPx: 4000,
      heightPx: 3000,
      masterKey,
      masterBytes: bytes.length,
    },
  });
  return id;
}

const MONTHS = 18;

/** As many pages as there can be, each with two crops of its own: long enough under way to be hit. */
function longCalendar(pictureIds: readonly Id<'picture'>[]): CalendarDocument {
  const slot = (index: number) => {
    const pictureId = pictureIds[index % pictureIds.length];
    const shift = index / (4 * MONTHS);
    const crop = { ...CENTRED, x: 0.3 + shift, y: 0.3 + shift };
    return pictureId ? aSlot(pictureId, crop) : null;
  };
  const page = (index: number) => ({
    ...emptyPage(),
    slots: slotsOf(slot(2 * index), slot(2 * index + 1)),
  });
  return {
    schemaVersion: 2,
    title: 'Our year',
    subtitle: '',
    formatId: 'wall-a3-portrait',
    from: '2027-09' as YearMonth,
    monthCount: MONTHS,
    language: 'uk',
    firstWeekday: 1,
    weekNumbers: 'none',
    hasNativeDigits: false,
    secondaryCalendar: 'none',
    hasMoonPhases: false,
    hasOverview: false,
    notesPages: 0,
    people: [],
    themeId: 'atelier',
    layoutId: 'two-photos',
    holidaySets: [{ country: 'UA', region: null }],
    hiddenHolidays: [],
    shownHolidays: [],
    dates: [],
    cover: page(0),
    pages: Array.from({ length: MONTHS }, (_, index) => page(index)),
  };
}

describe('a worker that is killed while it renders', () => {
  it(
    'is followed by one that delivers the whole file, also when its renderer dies first',
    async () => {
      showLogsOnFailure();
      const { ctx } = await database.person();
      const pictureIds: Id<'picture'>[] = [];
      for (const bytes of photos) pictureIds.push(await aReadyPicture(ctx, bytes));
      const { calendarId } = await createCalendar(ctx, { document: longCalendar(pictureIds) });
      const { id: proofId, pageCount } = await requestProof(ctx, { calendarId, kind: 'PROOF' });
      const row = () => database.db.proof.findUniqueOrThrow({ where: { id: proofId } });
      const proofFiles = async () =>
        (await storedFiles(ctx)).filter((key) => key.startsWith('proofs/'));

      const rendererOf = (worker: WorkerProcess) =>
        until('the renderer runs', () => worker.children('lib/calendars/render-')[0]);
      const doomed = await startWorker();
      const renderer = await rendererOf(doomed);
      await until('pages are being painted', async () => {
        const { status, pagesDone } = await row();
        if (status === 'READY') throw new Error('The proof was ready before it could be hit.');
        return pagesDone > 0;
      });
      await doomed.killAndMiss(database);
      expect((await row()).status).toBe('RENDERING');
      expect(await proofFiles()).toEqual([]);
      // The renderer of a dead worker does not go on for nobody.
      await until('the dead worker’s renderer is gone', () =>
        processes().every(({ pid }) => pid !== renderer.pid),
      );

      const heir = await startWorker();
      process.kill((await rendererOf(heir)).pid, 'SIGKILL');
      expect(await row()).toMatchObject({ status: 'RENDERING', attempts: 2 });

      await until('the proof is ready', async () => (await row()).status === 'READY', RECOVERY_MS);
      const [job, ...others] = await untilJobsEnd('proof.render', 1);
      expect([job?.retry_count, others]).toEqual([2, []]);
      const proof = await row();
      expect(proof).toMatchObject({ pagesDone: pageCount, attempts: 3, failureCode: null });
      expect(await proofFiles()).toEqual([proof.fileKey]);
      const file = await ctx.providers.files.readAll(proof.fileKey ?? '');
      expect(file.length).toBe(proof.fileBytes);
      expect(createHash('sha256').update(file).digest('hex')).toBe(proof.fileSha256);
      const text = file.toString('latin1');
      expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
      expect([...text.matchAll(/\/Type \/Page\b/g)]).toHaveLength(pageCount);
      expect(pageCount).toBe(MONTHS + 2);
      const { findings } = proof.preflight as { findings: { rule: string }[] };
      expect(findings.filter(({ rule }) => rule.startsWith('file-'))).toEqual([]);
      expect(await heir.stop()).toBe(0);
      expect(orphans()).toEqual([]);
    },
    TEST_MS,
  );
});
