import type { ReadCtx, TxCtx } from '@/lib/db/context';
import { Prisma } from '@/lib/db/generated/client';

/** pg-boss keeps its rows outside of Prisma's schema. */
type QueueCounts = {
  name: string;
  waiting: number;
  active: number;
  failed: number;
  oldest: Date | null;
};

/** Work of every queue that has any: due and not yet begun, under way, given up; and since when the oldest is due. */
export function countJobs(ctx: ReadCtx, now: Date): Promise<QueueCounts[]> {
  return ctx.db.$queryRaw<QueueCounts[]>`
    select name,
      count(*) filter (where state < 'active' and start_after <= ${now})::int as waiting,
      count(*) filter (where state = 'active')::int as active,
      count(*) filter (where state = 'failed')::int as failed,
      min(start_after) filter (where state < 'active' and start_after <= ${now}) as oldest
    from pgboss.job
    where state in ('created', 'retry', 'active', 'failed')
    group by name`;
}

type FailedJobRow = {
  id: string;
  name: string;
  data: unknown;
  output: unknown;
  tries: number;
  createdAt: Date;
  failedAt: Date | null;
};

const queueIs = (queue: string | null) =>
  queue === null ? Prisma.empty : Prisma.sql`and name = ${queue}`;

/** Jobs that the queue gave up, the latest first. */
export function findFailedJobs(
  ctx: ReadCtx,
  queue: string | null,
  page: { skip: number; take: number },
): Promise<FailedJobRow[]> {
  return ctx.db.$queryRaw<FailedJobRow[]>`
    select id::text, name, data, output, retry_count + 1 as tries,
      created_on as "createdAt", completed_on as "failedAt"
    from pgboss.job
    where state = 'failed' ${queueIs(queue)}
    order by completed_on desc nulls last, id
    limit ${page.take} offset ${page.skip}`;
}

/** Takes failed jobs of a queue, so that nobody else changes them before this transaction ends. */
export async function lockFailedJobs(
  tx: TxCtx,
  queue: string,
  jobId: string | null,
  take: number,
): Promise<string[]> {
  const one = jobId === null ? Prisma.empty : Prisma.sql`and id = ${jobId}::uuid`;
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    select id::text from pgboss.job
    where name = ${queue} and state = 'failed' ${one}
    order by completed_on nulls first, id
    limit ${take} for update`;
  return rows.map(({ id }) => id);
}
