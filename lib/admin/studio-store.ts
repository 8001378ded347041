import type { ReadCtx } from '@/lib/db/context';
import { Prisma } from '@/lib/db/generated/client';
import { likeLiteral } from '@/lib/db/like-literal';
import type { StudioFilter, StudioSort, WorkId, WorkKind } from './studio-schema';

/** How much longer than the median of its kind and model makes a work stick out. */
const STUCK_TIMES = 3;
/** How far back the median looks. */
const HISTORY_DAYS = 30;

export type WorkRow = {
  id: WorkId;
  kind: WorkKind;
  status: 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
  /** CUSTOMER, PREVIEW or PROMPT_TEST; of pictures only. */
  purpose: string | null;
  ownerId: string;
  ownerName: string | null;
  ownerEmail: string | null;
  baseModelId: string;
  modelName: string;
  modelVersion: string;
  stars: number;
  holdId: string | null;
  errorCode: string | null;
  createdAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
  isStuck: boolean;
};

/**
 * All paid work of the studio as rows of one shape. A work is stuck when it is open for longer than three times what its
 * kind usually takes with its model, and never before the least time of its kind.
 */
function works(now: Date): Prisma.Sql {
  return Prisma.sql`
    with work as (
      select "id", 'TRAINING' as "kind", null as "purpose", "ownerId", "baseModelId", "status"::text as "status",
        "starsSpent" as "stars", "holdId", "errorCode", "createdAt", "startedAt", "completedAt", interval '30 minutes' as "least"
        from "Training"
      union all
      select "id", 'GENERATION', "purpose"::text, "ownerId", "baseModelId", "status"::text,
        "stars", "holdId", "errorCode", "createdAt", "startedAt", "completedAt", interval '5 minutes' from "Generation"
      union all
      select "id", 'UPSCALE', null, "ownerId", "baseModelId", "status"::text,
        "stars", "holdId", "errorCode", "createdAt", "startedAt", "completedAt", interval '5 minutes' from "Upscale"
    ), usual as (
      select "kind", "baseModelId", percentile_cont(0.5) within group (order by "completedAt" - "createdAt") as "takes"
        from work where "status" = 'COMPLETED' and "completedAt" > ${now}::timestamptz - make_interval(days => ${HISTORY_DAYS}::int)
        group by "kind", "baseModelId"
    ), board as (
      select work."id", work."kind", work."purpose", work."ownerId", work."baseModelId", work."status", work."stars",
        work."holdId", work."errorCode", work."createdAt", work."startedAt", work."completedAt", person."name" as "ownerName", person."email" as "ownerEmail",
        model."name" as "modelName", model."version" as "modelVersion",
        work."status" in ('QUEUED', 'RUNNING') and ${now}::timestamptz - work."createdAt"
          > greatest(work."least", coalesce(usual."takes" * ${STUCK_TIMES}::int, work."least")) as "isStuck"
        from work
        join "User" person on person."id" = work."ownerId"
        join "BaseModel" model on model."id" = work."baseModelId"
        left join usual on usual."kind" = work."kind" and usual."baseModelId" = work."baseModelId"
    )`;
}

function matching({ kind, status, search, model }: StudioFilter): Prisma.Sql {
  const like = `%${likeLiteral(search)}%`;
  const wishes = [
    ...(kind ? [Prisma.sql`"kind" = ${kind}`] : []),
    ...(status === 'STUCK' ? [Prisma.sql`"isStuck"`] : []),
    ...(status && status !== 'STUCK' ? [Prisma.sql`"status" = ${status}`] : []),
    ...(model ? [Prisma.sql`"baseModelId" = ${model}`] : []),
    ...(search
      ? [
          Prisma.sql`("ownerEmail" ilike ${like} or "ownerName" ilike ${like} or "ownerId" = ${search} or "id" = ${search})`,
        ]
      : []),
  ];
  return wishes.length === 0 ? Prisma.empty : Prisma.sql`where ${Prisma.join(wishes, ' and ')}`;
}

/** What is open has taken the time since it was ordered. */
function orderOf(sort: StudioSort | null, now: Date): Prisma.Sql {
  const took = Prisma.sql`coalesce("completedAt", ${now}::timestamptz) - "createdAt"`;
  const orders: Record<StudioSort, Prisma.Sql> = {
    ordered: Prisma.sql`"createdAt"`,
    '-ordered': Prisma.sql`"createdAt" desc`,
    stars: Prisma.sql`"stars"`,
    '-stars': Prisma.sql`"stars" desc`,
    took,
    '-took': Prisma.sql`${took} desc`,
  };
  return sort === null ? Prisma.sql`"isStuck" desc, "createdAt" desc` : orders[sort];
}

/** In the order of the filter; without one stuck ones first, then the newest. */
export function findWorks(
  ctx: ReadCtx,
  filter: StudioFilter,
  pageSize: number,
): Promise<WorkRow[]> {
  return ctx.db.$queryRaw<WorkRow[]>`
    ${works(ctx.clock.now())}
    select * from board ${matching(filter)}
    order by ${orderOf(filter.sort, ctx.clock.now())}, "id" desc
    limit ${pageSize} offset ${(filter.page - 1) * pageSize}`;
}

export async function countWorks(
  ctx: ReadCtx,
  filter: StudioFilter,
): Promise<{ found: number; stuck: number }> {
  const [row] = await ctx.db.$queryRaw<{ found: bigint; stuck: bigint }[]>`
    ${works(ctx.clock.now())}
    select count(*) as "found", (select count(*) from board where "isStuck") as "stuck"
    from board ${matching(filter)}`;
  return { found: Number(row?.found ?? 0), stuck: Number(row?.stuck ?? 0) };
}

export async function findWork(ctx: ReadCtx, workId: WorkId): Promise<WorkRow | null> {
  const rows = await ctx.db.$queryRaw<WorkRow[]>`
    ${works(ctx.clock.now())}
    select * from board where "id" = ${workId}`;
  return rows[0] ?? null;
}

export function findRequestsOf(ctx: ReadCtx, kind: WorkKind, subjectId: string) {
  return ctx.db.modelRequest.findMany({
    where: { kind, subjectId },
    orderBy: { attempt: 'desc' },
  });
}

/** Rows of the ledger about one work, in the order in which they took effect. */
export function findStarsOf(ctx: ReadCtx, subjectId: string) {
  return ctx.db.starTransaction.findMany({
    where: { subjectId },
    orderBy: [{ createdAt: 'asc' }, { position: 'asc' }],
  });
}

export function findUsedModels(ctx: ReadCtx) {
  return ctx.db.baseModel.findMany({
    orderBy: [{ type: 'asc' }, { sortOrder: 'asc' }],
    select: { id: true, name: true, version: true, type: true },
  });
}

/** How requests of each kind ended since then, and what finished work of the kind took. */
export function measureWork(ctx: ReadCtx, since: Date) {
  return ctx.db.$queryRaw<
    { kind: WorkKind; ended: bigint; rejected: bigint; medianSeconds: number | null }[]
  >`
    select "kind"::text as "kind",
      count(*) as "ended",
      count(*) filter (where "status" = 'FAILED') as "rejected",
      percentile_cont(0.5) within group (order by extract(epoch from "finishedAt" - "createdAt"))
        filter (where "status" = 'COMPLETED') as "medianSeconds"
    from "ModelRequest"
    where "status" in ('COMPLETED', 'FAILED') and "finishedAt" >= ${since}
    group by "kind"`;
}

/** Stars that finished work cost, by its day in UTC. */
export function sumSpentStars(ctx: ReadCtx, since: Date) {
  return ctx.db.$queryRaw<{ day: string; stars: bigint }[]>`
    select to_char(closing."createdAt" at time zone 'UTC', 'YYYY-MM-DD') as "day", sum(-hold."amount") as "stars"
    from "StarTransaction" closing join "StarTransaction" hold on hold."id" = closing."holdId"
    where closing."entry" = 'SETTLE' and closing."createdAt" >= ${since}
    group by 1 order by 1`;
}
