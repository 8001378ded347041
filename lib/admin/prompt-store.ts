import type { ReadCtx } from '@/lib/db/context';
import type { PromptCounts } from './prompt-counts';

/** Counts by prompt over everybody's pictures; tests and samples are not among them. @param promptIds null is all */
export async function countPrompts(
  ctx: ReadCtx,
  promptIds: readonly string[] | null,
): Promise<Map<string, PromptCounts>> {
  const rows = await ctx.db.$queryRaw<({ promptId: string } & PromptCounts)[]>`
    select "promptId",
      count(*)::int as "ended",
      (count(*) filter (where "status" = 'COMPLETED'))::int as "pictures",
      (count(*) filter (where "status" = 'FAILED' and "errorCode" = 'model.blocked'))::int as "rejected",
      (count(*) filter (where "status" = 'COMPLETED' and "pickedAt" is not null))::int as "picked"
    from "Generation"
    where "promptId" is not null and "purpose" = 'CUSTOMER' and "status" in ('COMPLETED', 'FAILED')
      and (${promptIds === null} or "promptId" = any(${promptIds ?? []}))
    group by "promptId"`;
  return new Map(rows.map(({ promptId, ...counts }) => [promptId, counts]));
}
