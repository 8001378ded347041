import type { ReadCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import type { ClaimFilter } from './schema';

function whereOf({ status, search }: ClaimFilter): Prisma.ClaimWhereInput {
  return {
    ...(status ? { status } : {}),
    ...(search
      ? {
          OR: [
            { number: { startsWith: search, mode: 'insensitive' } },
            { order: { number: { startsWith: search, mode: 'insensitive' } } },
          ],
        }
      : {}),
  };
}

export function findBoardClaims(ctx: ReadCtx, filter: ClaimFilter, size: number) {
  const by = filter.sort === 'sent' ? 'asc' : 'desc';
  return ctx.db.claim.findMany({
    where: whereOf(filter),
    include: {
      order: { select: { number: true, contactEmail: true } },
      _count: { select: { pictures: true } },
    },
    orderBy: [{ createdAt: by }, { id: by }],
    skip: (filter.page - 1) * size,
    take: size,
  });
}

export function countBoardClaims(ctx: ReadCtx, filter: ClaimFilter): Promise<number> {
  return ctx.db.claim.count({ where: whereOf(filter) });
}

/** Whose photo it is, if the claim shows it. */
export function findClaimPicture(ctx: ReadCtx, claimId: string, pictureId: string) {
  return ctx.db.claimPicture.findUnique({
    where: { claimId_pictureId: { claimId, pictureId } },
    include: { claim: { select: { ownerId: true } } },
  });
}

/** So many open claims are named on a page; more are on the board. */
const OPEN_MAX = 50;

/** Claims that wait for an answer, the oldest first. */
export function findOpenClaims(ctx: ReadCtx) {
  return ctx.db.claim.findMany({
    where: { status: 'OPEN' },
    include: { order: { select: { id: true, number: true } } },
    orderBy: { createdAt: 'asc' },
    take: OPEN_MAX,
  });
}
