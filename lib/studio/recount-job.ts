import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import type { JobStatus, WorkStatus } from '@/lib/db/generated/client';
import { notifyOwner } from '@/lib/db/notifications';
import { findGenerationStates, findTaskStates, saveJobStatus, saveTaskStatus } from './job-store';
import { queueSetMail } from './queue-set-mail';

/** What a step of a job is by its pictures. Pure. */
export function taskStatusOf(states: readonly WorkStatus[]): WorkStatus {
  const has = (status: WorkStatus) => states.includes(status);
  if (has('RUNNING')) return 'RUNNING';
  if (has('QUEUED')) return has('COMPLETED') ? 'RUNNING' : 'QUEUED';
  if (has('COMPLETED')) return 'COMPLETED';
  return has('FAILED') || states.length === 0 ? 'FAILED' : 'CANCELLED';
}

/** What a job is by its steps. Pure. */
export function jobStatusOf(tasks: readonly WorkStatus[]): JobStatus {
  if (tasks.some((status) => status === 'QUEUED' || status === 'RUNNING')) return 'RUNNING';
  if (tasks.includes('COMPLETED')) return 'COMPLETED';
  return tasks.includes('CANCELLED') ? 'CANCELLED' : 'FAILED';
}

/** Brings a job and its steps in line with their pictures, and tells its owner. The caller holds the job's row. */
export async function recountJob(
  tx: TxCtx,
  job: { id: string; ownerId: string },
): Promise<JobStatus> {
  const byTask = new Map<string, WorkStatus[]>();
  for (const { jobTaskId, status } of await findGenerationStates(tx, job.id)) {
    if (jobTaskId !== null) byTask.set(jobTaskId, [...(byTask.get(jobTaskId) ?? []), status]);
  }
  const tasks: WorkStatus[] = [];
  for (const { id, status: before } of await findTaskStates(tx, job.id)) {
    const status = taskStatusOf(byTask.get(id) ?? []);
    tasks.push(status);
    if (status !== before) await saveTaskStatus(tx, id, status);
  }
  const status = jobStatusOf(tasks);
  await saveJobStatus(tx, job.id, status, status === 'RUNNING' ? null : tx.clock.now());
  if (status === 'COMPLETED') await queueSetMail(tx, job.id);
  await notifyOwner(tx, job.ownerId as Id<'user'>, { type: 'job', id: job.id, status });
  return status;
}
