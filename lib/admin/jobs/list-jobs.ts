import { type Ctx, inTransaction } from '@/lib/db/context';
import { JOB_NAMES, type JobName } from '@/lib/jobs/jobs';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { countJobs, findFailedJobs } from './job-store';
import type { JobFilter } from './schema';

const PAGE_SIZE = 50;
const ERROR_SHOWN = 400;

export type QueueView = {
  name: JobName;
  waiting: number;
  active: number;
  failed: number;
  /** Since when the oldest job that waits could have begun; null when none does. */
  oldest: string | null;
};

export type FailedJob = {
  id: string;
  queue: JobName;
  /** What it is about: "orderId ord_…". */
  about: string[];
  error: string;
  tries: number;
  createdAt: string;
  failedAt: string | null;
};

/** Every queue and the jobs that were given up, the latest first. @throws DomainError "account.not_allowed" */
export async function listJobs(
  ctx: Ctx,
  filter: JobFilter,
): Promise<{ queues: QueueView[]; failed: FailedJob[]; pageCount: number }> {
  requireStaff(ctx, 'admin');
  return inTransaction(ctx, async (tx) => {
    const counts = await countJobs(tx, tx.clock.now());
    const queues = JOB_NAMES.map((name) => {
      const row = counts.find((candidate) => candidate.name === name);
      const { waiting = 0, active = 0, failed = 0 } = row ?? {};
      return { name, waiting, active, failed, oldest: row?.oldest?.toISOString() ?? null };
    });
    const skip = (filter.page - 1) * PAGE_SIZE;
    const rows = await findFailedJobs(tx, filter.queue, { skip, take: PAGE_SIZE });
    const total = queues
      .filter(({ name }) => filter.queue === null || name === filter.queue)
      .reduce((sum, { failed }) => sum + failed, 0);
    await recordAudit(tx, {
      action: 'jobs.viewed',
      subject: 'jobs',
      data: { queue: filter.queue, page: filter.page },
    });
    return {
      queues,
      failed: rows.flatMap((row) => {
        const queue = JOB_NAMES.find((name) => name === row.name);
        if (!queue) return [];
        return [
          {
            id: row.id,
            queue,
            about: aboutOf(row.data),
            error: errorOf(row.output),
            tries: row.tries,
            createdAt: row.createdAt.toISOString(),
            failedAt: row.failedAt?.toISOString() ?? null,
          },
        ];
      }),
      pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    };
  });
}

const ID = /^[a-z]{3}_[0-9a-z]+$/;
/** A provider's name or a day. */
const PLAIN_WORD = /^[A-Z0-9-]{1,20}$/;

/** Ids and plain words of a payload: anything else in it might be somebody's. */
function aboutOf(payload: unknown): string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  return Object.entries(payload).flatMap(([field, value]) =>
    typeof value === 'string' && (ID.test(value) || PLAIN_WORD.test(value))
      ? [`${field} ${value}`]
      : [],
  );
}

/** The error's own words, cut to a line or two and without addresses. */
function errorOf(output: unknown): string {
  const { message } = (output ?? {}) as { message?: unknown };
  const text = typeof message === 'string' ? message : JSON.stringify(output ?? null);
  const shown = text.replace(/\S+@\S+/g, '…@…').trim();
  return shown.length > ERROR_SHOWN ? `${shown.slice(0, ERROR_SHOWN)}…` : shown;
}
