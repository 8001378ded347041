import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteJob } from '@/lib/admin/jobs/delete-job';
import { listJobs } from '@/lib/admin/jobs/list-jobs';
import { retryJobs } from '@/lib/admin/jobs/retry-jobs';
import { JobFilterSchema } from '@/lib/admin/jobs/schema';
import { newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { useDatabase } from '@/tests/support/database';

const test = useDatabase();
let admin: Ctx;
beforeAll(async () => {
  admin = (await test.person('ADMIN')).ctx;
});
beforeEach(async () => {
  await test.db.$executeRaw`delete from pgboss.job`;
});

const all = (parts: object = {}) => JobFilterSchema.parse(parts);

async function aJob(): Promise<{ pictureId: string; jobId: string }> {
  const pictureId = newId('picture');
  await inTransaction(test.ctx(), (tx) =>
    enqueue(tx, 'picture.drop', { pictureId, keys: ['pictures/somebody-private.jpg'] }),
  );
  const [row] = await test.db.$queryRaw<{ id: string }[]>`
    select id::text from pgboss.job where data->>'pictureId' = ${pictureId}`;
  return { pictureId, jobId: row?.id ?? '' };
}

async function aFailedJob(message = 'disk is full') {
  const job = await aJob();
  await test.db.$executeRaw`
    update pgboss.job
    set state = 'failed', completed_on = now(), retry_count = 8,
      output = jsonb_build_object('name', 'Error', 'message', ${message}::text, 'stack', 'secret stack')
    where id = ${job.jobId}::uuid`;
  return job;
}

const stateOf = async (jobId: string) => {
  const rows = await test.db.$queryRaw<{ state: string }[]>`
    select state::text from pgboss.job where id = ${jobId}::uuid`;
  return rows[0]?.state ?? 'gone';
};

describe('the page of jobs', () => {
  it('counts what waits, runs and was given up in every queue, and since when the oldest waits', async () => {
    await aFailedJob();
    await aJob();
    await test.db
      .$executeRaw`update pgboss.job set start_after = now() - interval '1 hour' where state = 'created'`;
    const { queues } = await listJobs(admin, all());
    const drop = queues.find(({ name }) => name === 'picture.drop');
    expect(drop).toMatchObject({ waiting: 1, active: 0, failed: 1 });
    const waits = Date.now() - new Date(drop?.oldest ?? 0).getTime();
    expect(Math.abs(waits - 3_600_000)).toBeLessThan(60_000);
    expect(queues.find(({ name }) => name === 'outbox.send')).toMatchObject({ failed: 0 });
  });

  it('does not count work that is planned for later as waiting', async () => {
    await aJob();
    await test.db.$executeRaw`update pgboss.job set start_after = now() + interval '1 hour'`;
    const { queues } = await listJobs(admin, all());
    const drop = queues.find(({ name }) => name === 'picture.drop');
    expect(drop).toMatchObject({ waiting: 0, oldest: null });
  });

  it('shows ids of the payload and the error’s words, without addresses, keys or stacks', async () => {
    const { pictureId, jobId } = await aFailedJob('no mailbox olena@example.com here');
    const { failed } = await listJobs(admin, all());
    expect(failed).toEqual([
      expect.objectContaining({
        id: jobId,
        queue: 'picture.drop',
        about: [`pictureId ${pictureId}`],
        error: 'no mailbox …@… here',
        tries: 9,
      }),
    ]);
    expect(JSON.stringify(failed)).not.toMatch(/private|stack|olena/);
    expect((await listJobs(admin, all({ queue: 'outbox.send' }))).failed).toEqual([]);
    expect((await listJobs(admin, all({ queue: 'no-queue' }))).failed).toHaveLength(1);
  });

  it('starts one failed job again, once', async () => {
    const [one, other] = [await aFailedJob(), await aFailedJob()];
    const wish = { queue: 'picture.drop', jobId: one.jobId } as const;
    const presses = await Promise.allSettled([retryJobs(admin, wish), retryJobs(admin, wish)]);
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect([await stateOf(one.jobId), await stateOf(other.jobId)]).toEqual(['retry', 'failed']);
    await expect(retryJobs(admin, wish)).rejects.toThrow('queue.job_not_found');
  });

  it('starts all failed jobs of one queue and of no other', async () => {
    const jobs = [await aFailedJob(), await aFailedJob()];
    await expect(retryJobs(admin, { queue: 'outbox.send', jobId: null })).rejects.toThrow(
      'queue.job_not_found',
    );
    expect(await retryJobs(admin, { queue: 'picture.drop', jobId: null })).toEqual({ count: 2 });
    for (const { jobId } of jobs) expect(await stateOf(jobId)).toBe('retry');
    const log = await test.db.auditEvent.findMany({ where: { action: 'jobs.retried' } });
    expect(log.map(({ data }) => data)).toContainEqual({ jobId: null, count: 2 });
  });

  it('deletes failed jobs only', async () => {
    const [failed, waiting] = [await aFailedJob(), await aJob()];
    const queue = 'picture.drop';
    await deleteJob(admin, { queue, jobId: failed.jobId });
    await expect(deleteJob(admin, { queue, jobId: waiting.jobId })).rejects.toThrow(
      'queue.job_not_found',
    );
    expect([await stateOf(failed.jobId), await stateOf(waiting.jobId)]).toEqual([
      'gone',
      'created',
    ]);
    const log = await test.db.auditEvent.findMany({ where: { action: 'jobs.deleted' } });
    expect(log.map(({ data }) => data)).toEqual([{ jobId: failed.jobId }]);
  });

  it('is an admin’s alone', async () => {
    const { jobId } = await aFailedJob();
    const { ctx } = await test.person('STAFF');
    const wish = { queue: 'picture.drop', jobId } as const;
    for (const call of [listJobs(ctx, all()), retryJobs(ctx, wish), deleteJob(ctx, wish)]) {
      await expect(call).rejects.toThrow('account.not_allowed');
    }
    expect(await stateOf(jobId)).toBe('failed');
  });
});
