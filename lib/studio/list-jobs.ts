import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { renditionUrl } from '@/lib/pictures/present';
import type { JobSummary } from './generation-view';
import { findJobs } from './job-store';
import { isOpen } from './work-states';

/** The person's newest jobs of one kind. */
export async function listJobs(
  ctx: Ctx,
  options: { kind: 'MONTH_SET' | 'PROMPT'; limit: number },
): Promise<JobSummary[]> {
  const rows = await findJobs(ctx, asPerson(ctx).actor.userId, options);
  return rows.map((row) => ({
    id: row.id as JobSummary['id'],
    kind: row.kind,
    status: row.status,
    themeNames: (row.theme?.names ?? null) as JobSummary['themeNames'],
    loraName: row.loraModel && !row.loraModel.deletedAt ? row.loraModel.name : null,
    createdAt: row.createdAt.toISOString(),
    done: row.generations.filter((one) => !isOpen(one)).length,
    total: row.generations.length,
    thumbUrls: row.tasks.flatMap(({ chosen }) =>
      chosen?.pictureId && !chosen.deletedAt
        ? [renditionUrl(chosen.pictureId as Id<'picture'>, 'thumb')]
        : [],
    ),
  }));
}
