import { z } from 'zod';
import { JOB_NAMES, type JobName } from '@/lib/jobs/jobs';

const isJobName = (text: string): text is JobName => (JOB_NAMES as string[]).includes(text);
const QueueSchema = z.custom<JobName>((value) => typeof value === 'string' && isJobName(value));

/** The filter as it stands in the address of the page; anything unreadable counts as not set. */
export const JobFilterSchema = z.object({
  queue: QueueSchema.nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type JobFilter = z.output<typeof JobFilterSchema>;

export const RetryJobsSchema = z.strictObject({
  queue: QueueSchema,
  /** One failed job; null for all of the queue. */
  jobId: z.uuid().nullable(),
});

export const DeleteJobSchema = z.strictObject({ queue: QueueSchema, jobId: z.uuid() });
