import type { DayEntry } from '@/lib/calendar-days/day-entry';
import type { ErrorCode } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma, ProofKind } from '@/lib/db/generated/client';
import type { PressId } from '@/lib/print/press';
import type { Theme } from '@/lib/print/theme';
import type { CalendarDocument } from './document';

type Owner = { ownerId: Id<'user'> };

export type ProofRow = Prisma.ProofGetPayload<object>;

export function findProof(
  ctx: ReadCtx,
  { ownerId }: Owner,
  proofId: string,
): Promise<ProofRow | null> {
  return ctx.db.proof.findFirst({
    where: { id: proofId, calendar: { ownerId, deletedAt: null } },
  });
}

export function findProofByContent(
  ctx: ReadCtx,
  calendarId: string,
  kind: ProofKind,
  contentHash: string,
): Promise<ProofRow | null> {
  return ctx.db.proof.findUnique({
    where: { calendarId_kind_contentHash: { calendarId, kind, contentHash } },
  });
}

/** @returns false when the same content was asked for at the same moment */
export async function insertProof(
  tx: TxCtx,
  proof: {
    id: Id<'proof'>;
    calendarId: string;
    kind: ProofKind;
    contentHash: string;
    calendarVersion: number;
    document: CalendarDocument;
    entries: DayEntry[];
    themes: Theme[];
    pressId: PressId;
    pageCount: number;
  },
): Promise<boolean> {
  const { count } = await tx.db.proof.createMany({
    data: [{ ...proof, status: 'QUEUED', touchedAt: tx.clock.now() }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Writes another edition of the same frozen content, once. */
export async function insertEditionOf(
  tx: TxCtx,
  proof: ProofRow,
  edition: { id: Id<'proof'>; kind: ProofKind },
): Promise<void> {
  const { calendarId, contentHash, calendarVersion, pressId, pageCount } = proof;
  await tx.db.proof.createMany({
    data: [
      {
        ...edition,
        calendarId,
        contentHash,
        calendarVersion,
        pressId,
        pageCount,
        document: proof.document as Prisma.InputJsonValue,
        entries: proof.entries as Prisma.InputJsonValue,
        themes: proof.themes as Prisma.InputJsonValue,
        status: 'QUEUED',
        touchedAt: tx.clock.now(),
      },
    ],
    skipDuplicates: true,
  });
}

/** Whether somebody has paid for the clean file of this content. */
export async function isEditionPaid(
  ctx: ReadCtx,
  calendarId: string,
  contentHash: string,
): Promise<boolean> {
  const item = await ctx.db.orderItem.findFirst({
    where: {
      calendarId,
      product: { kind: 'PDF' },
      proof: { contentHash },
      order: { status: { in: ['PAID', 'IN_PRODUCTION', 'SHIPPED', 'DELIVERED'] } },
    },
    select: { id: true },
  });
  return item !== null;
}

/** Puts a failed or abandoned proof back to the start. @returns false when something else happened to it first */
export async function requeueProof(
  tx: TxCtx,
  proof: Pick<ProofRow, 'id' | 'status' | 'touchedAt'>,
): Promise<boolean> {
  const { count } = await tx.db.proof.updateMany({
    where: { id: proof.id, status: proof.status, touchedAt: proof.touchedAt },
    data: {
      status: 'QUEUED',
      pagesDone: 0,
      attempts: 0,
      failureCode: null,
      touchedAt: tx.clock.now(),
    },
  });
  return count === 1;
}

/** For the worker, which acts for nobody: a job names the proof. */
export function findProofToRender(ctx: ReadCtx, proofId: string) {
  return ctx.db.proof.findUnique({
    where: { id: proofId },
    include: { calendar: { select: { ownerId: true, title: true } } },
  });
}

/** Takes up a proof that is not finished, also one that a dead worker left half done. @returns false when it is finished */
export async function claimProof(ctx: ReadCtx, proofId: string): Promise<boolean> {
  const { count } = await ctx.db.proof.updateMany({
    where: { id: proofId, status: { in: ['QUEUED', 'RENDERING'] } },
    data: {
      status: 'RENDERING',
      pagesDone: 0,
      attempts: { increment: 1 },
      touchedAt: ctx.clock.now(),
    },
  });
  return count === 1;
}

export async function markProofProgress(
  ctx: ReadCtx,
  proofId: string,
  pagesDone: number,
): Promise<void> {
  await ctx.db.proof.updateMany({
    where: { id: proofId, status: 'RENDERING' },
    data: { pagesDone, touchedAt: ctx.clock.now() },
  });
}

/** @returns false when another worker finished it first; its file is the same */
export async function markProofReady(
  ctx: ReadCtx,
  proofId: string,
  file: {
    fileKey: string;
    fileSha256: string;
    fileBytes: number;
    pagesDone: number;
    preflight: Prisma.InputJsonValue;
  },
): Promise<boolean> {
  const now = ctx.clock.now();
  const { count } = await ctx.db.proof.updateMany({
    where: { id: proofId, status: 'RENDERING' },
    data: { ...file, status: 'READY', failureCode: null, readyAt: now, touchedAt: now },
  });
  return count === 1;
}

export async function markProofFailed(
  ctx: ReadCtx,
  proofId: string,
  failureCode: ErrorCode,
): Promise<void> {
  await ctx.db.proof.updateMany({
    where: { id: proofId, status: { in: ['QUEUED', 'RENDERING'] } },
    data: { status: 'FAILED', failureCode, touchedAt: ctx.clock.now() },
  });
}

/** Older proofs of the same calendar that nothing refers to; their files can go. */
export function findUnusedProofs(ctx: ReadCtx, newest: ProofRow, keep: number) {
  return ctx.db.proof.findMany({
    where: {
      calendarId: newest.calendarId,
      kind: newest.kind,
      id: { not: newest.id },
      status: { in: ['READY', 'FAILED'] },
      createdAt: { lt: newest.createdAt },
      cartItems: { none: {} },
      orderItems: { none: {} },
    },
    orderBy: { createdAt: 'desc' },
    skip: keep,
    take: 100,
    select: { id: true, fileKey: true },
  });
}

/** @returns false when the proof got into a cart or an order in the meantime */
export async function deleteUnusedProof(ctx: ReadCtx, proofId: string): Promise<boolean> {
  const { count } = await ctx.db.proof.deleteMany({
    where: { id: proofId, cartItems: { none: {} }, orderItems: { none: {} } },
  });
  return count === 1;
}
