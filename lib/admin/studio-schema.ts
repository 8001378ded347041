import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';

export const WORK_KINDS = ['TRAINING', 'GENERATION', 'UPSCALE'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const WORK_STATES = ['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'] as const;

/** By what the board can be sorted, a minus for the latest or most first. */
const STUDIO_SORTS = ['-ordered', 'ordered', '-stars', 'stars', '-took', 'took'] as const;
export type StudioSort = (typeof STUDIO_SORTS)[number];

/** Filters of the studio's board as they stand in the address of the page; anything unreadable counts as not set. */
export const StudioFilterSchema = z.object({
  kind: z.enum(WORK_KINDS).nullable().catch(null),
  /** "STUCK" is every open one that takes longer than usual. */
  status: z
    .enum([...WORK_STATES, 'STUCK'])
    .nullable()
    .catch(null),
  /** Part of a name or e-mail address, or an id of a person or of a work. */
  search: z.string().trim().max(100).catch(''),
  model: idSchema('baseModel').nullable().catch(null),
  /** Null is stuck ones first, then the newest. */
  sort: z.enum(STUDIO_SORTS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type StudioFilter = z.output<typeof StudioFilterSchema>;

const WorkIdSchema = z.union([idSchema('training'), idSchema('generation'), idSchema('upscale')]);
export type WorkId = z.output<typeof WorkIdSchema>;

export const WorkParamsSchema = z.strictObject({ workId: WorkIdSchema });

/** For the records; of a refund the customer reads it in the wallet. */
export const WorkReasonSchema = z.strictObject({
  reason: z.string().trim().min(1, 'required').max(300, 'too_long'),
});

export function workKindOf(workId: WorkId): WorkKind {
  if (workId.startsWith('trn_')) return 'TRAINING';
  return workId.startsWith('gen_') ? 'GENERATION' : 'UPSCALE';
}
