import { describe, expect, onTestFailed, test } from 'vitest';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { randomFrom } from '@/lib/core/random-from';
import type { PersonCtx } from '@/lib/db/context';
import type { JobName } from '@/lib/jobs/jobs';
import { findViolations } from '@/lib/stars/check-stars';
import { cancelJob } from '@/lib/studio/cancel-job';
import { openStudio, PICTURE_STARS } from './open-studio';

/** More of them for a long run: STUDIO_SEEDS=100 npx vitest run --project integration chaos. */
const SEEDS = Number(process.env.STUDIO_SEEDS || 3);
const STEPS = 40;
const STARS = 30;

const studio = openStudio();

const FAULTS = [
  { falSubmitErrorCount: 1, falSubmitErrorStatus: 500 },
  { falSubmitErrorCount: 1, falSubmitErrorStatus: 429 },
  { falSubmitDropCount: 1 },
  { falSubmitLateCount: 1 },
  { falReadErrorCount: 2 },
  { falBlockedCount: 2 },
  { falUnsafeCount: 1 },
  { falBlackCount: 1 },
  { falBreakCount: 2 },
  { falInvalidCount: 1 },
  { falStuckCount: 1 },
  { falResultGoneCount: 1 },
  { falFileErrorCount: 2 },
  { webhookLossRate: 0.7 },
  { webhookCopies: 3 },
  { webhookReorder: true },
  { webhookForged: true },
  {},
];
const JOBS: JobName[] = ['model.submit', 'model.check', 'webhook.process', 'model.cancel'];

/** Refusals that a person may get at any time. */
async function unlessRefused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    const codes = ['stars.not_enough', 'job.too_many'];
    if (error instanceof DomainError && codes.includes(error.code)) return null;
    throw error;
  }
}

describe('whatever the provider does, and whenever people order and cancel', () => {
  test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'the ledger holds after each step, and at the end every picture is there and paid, or not there and free (seed %i)',
    async (seed) => {
      const done: string[] = [];
      onTestFailed(() => {
        process.stderr.write(`seed ${seed}: ${done.join(', ')}\n`);
      });
      const random = randomFrom(seed);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
      const people: PersonCtx[] = [];
      for (let i = 0; i < 3; i += 1) people.push(await studio.customer(STARS));
      const jobs: { person: PersonCtx; jobId: Id<'job'> }[] = [];
      const steps: Record<string, () => Promise<unknown>> = {
        order: () => unlessRefused(studio.order(pick(people))),
        async orderJob() {
          const person = pick(people);
          const jobId = await unlessRefused(studio.orderJob(person, 1 + Math.floor(random() * 3)));
          if (jobId) jobs.push({ person, jobId });
        },
        async cancel() {
          if (jobs.length === 0) return;
          const { person, jobId } = pick(jobs);
          await cancelJob(person, jobId);
        },
        async faults() {
          const chosen = pick(FAULTS);
          if ('falSubmitErrorCount' in chosen) studio.notTaken += 1;
          studio.sandbox.faults.reset();
          studio.sandbox.faults.change(chosen);
        },
        job: () => studio.runOne(pick(JOBS)),
        run: () => studio.run(1 + Math.floor(random() * 4)),
        async runWhileCancelling() {
          const running = studio.run(3);
          const cancelling = jobs.length > 0 ? pick(jobs) : null;
          if (cancelling) await cancelJob(cancelling.person, cancelling.jobId);
          await running;
        },
        async time() {
          await studio.pass(Math.floor(random() * 500));
          await studio.watch();
        },
      };
      const names = Object.keys(steps);
      for (let step = 0; step < STEPS; step += 1) {
        const name = pick(names);
        done.push(name);
        await steps[name]?.();
        expect(await findViolations(studio.system())).toEqual([]);
      }
      studio.sandbox.faults.reset();
      for (let round = 0; round < 4; round += 1) {
        await studio.run(3);
        await studio.pass(1850);
        await studio.watch();
      }
      await studio.run(3);
      for (const person of people) {
        const made = await studio.test.db.generation.count({
          where: { ownerId: person.actor.userId, status: 'COMPLETED' },
        });
        const balance = STARS - made * PICTURE_STARS;
        expect(await studio.account(person)).toEqual({ balance, held: 0 });
      }
    },
  );
});
