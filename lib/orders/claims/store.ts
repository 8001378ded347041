import type { Id } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { ClaimStatus, Prisma } from '@/lib/db/generated/client';

type Owner = { ownerId: Id<'user'> };

const claimParts = {
  pictures: { orderBy: { pictureId: 'asc' } },
  refund: { include: { payment: true } },
  printJobs: { include: { shipments: true }, orderBy: { id: 'asc' } },
} satisfies Prisma.ClaimInclude;
export type ClaimRow = Prisma.ClaimGetPayload<{ include: typeof claimParts }>;

export function findClaims(ctx: ReadCtx, { ownerId }: Owner, orderId: string) {
  return ctx.db.claim.findMany({
    where: { orderId, ownerId },
    include: claimParts,
    orderBy: { id: 'desc' },
  });
}

export function findClaimByKey(ctx: ReadCtx, { ownerId }: Owner, requestKey: string) {
  return ctx.db.claim.findUnique({ where: { ownerId_requestKey: { ownerId, requestKey } } });
}

/** For staff, who are admitted by their edge. */
export function findClaim(ctx: ReadCtx, claimId: string): Promise<ClaimRow | null> {
  return ctx.db.claim.findUnique({ where: { id: claimId }, include: claimParts });
}

export async function hasOpenClaim(tx: TxCtx, orderId: string): Promise<boolean> {
  return (await tx.db.claim.count({ where: { orderId, status: 'OPEN' } })) > 0;
}

/** How many of these pictures are photos of the person that a claim may show. */
export function countUsablePictures(
  tx: TxCtx,
  { ownerId }: Owner,
  pictureIds: readonly string[],
): Promise<number> {
  return tx.db.picture.count({
    where: {
      id: { in: [...pictureIds] },
      ownerId,
      deletedAt: null,
      origin: 'UPLOAD',
      status: { not: 'REFUSED' },
    },
  });
}

export async function nextClaimNumber(tx: TxCtx): Promise<number> {
  const rows = await tx.db.$queryRaw<{ number: bigint }[]>`
    select nextval('claim_number_seq') as number`;
  return Number(rows[0]?.number);
}

export async function insertClaim(
  tx: TxCtx,
  data: Prisma.ClaimUncheckedCreateInput,
  pictureIds: readonly string[],
): Promise<void> {
  await tx.db.claim.create({ data });
  await tx.db.claimPicture.createMany({
    data: pictureIds.map((pictureId) => ({ claimId: data.id, pictureId })),
  });
}

/** @returns false when it was decided or withdrawn before */
export async function settleClaim(
  tx: TxCtx,
  claimId: string,
  to: Exclude<ClaimStatus, 'OPEN'>,
  data: Prisma.ClaimUncheckedUpdateManyInput = {},
): Promise<boolean> {
  const { count } = await tx.db.claim.updateMany({
    where: { id: claimId, status: 'OPEN' },
    data: { status: to, decidedAt: tx.clock.now(), ...data },
  });
  return count === 1;
}

export async function withdrawOwnClaim(
  tx: TxCtx,
  { ownerId }: Owner,
  claim: { orderId: string; claimId: string },
): Promise<'withdrawn' | 'decided' | 'absent'> {
  const where = { id: claim.claimId, orderId: claim.orderId, ownerId };
  const { count } = await tx.db.claim.updateMany({
    where: { ...where, status: 'OPEN' },
    data: { status: 'WITHDRAWN', decidedAt: tx.clock.now() },
  });
  if (count === 1) return 'withdrawn';
  return (await tx.db.claim.count({ where })) > 0 ? 'decided' : 'absent';
}
