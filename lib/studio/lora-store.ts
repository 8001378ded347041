import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';

type Owner = { ownerId: Id<'user'> };

const notFound = () => new DomainError('lora.not_found');

export async function findCategory(ctx: ReadCtx, id: string) {
  const row = await ctx.db.category.findFirst({ where: { id, isActive: true } });
  if (!row) throw new DomainError('category.not_found');
  return row;
}

export function findCategories(ctx: ReadCtx) {
  return ctx.db.category.findMany({
    where: { isActive: true },
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
  });
}

export function findTrainers(ctx: ReadCtx) {
  return ctx.db.baseModel.findMany({
    where: { isActive: true, type: { in: ['FLUX_PORTRAIT', 'FLUX_FAST'] } },
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
  });
}

export function countLoras(ctx: ReadCtx, { ownerId }: Owner): Promise<number> {
  return ctx.db.loraModel.count({ where: { ownerId, deletedAt: null } });
}

/** One after another of one person: counts and the one default hold. */
export async function lockPerson(tx: TxCtx, { ownerId }: Owner): Promise<void> {
  await tx.db.$queryRaw`select 1 from "User" where "id" = ${ownerId} for no key update`;
}

export function insertLora(tx: TxCtx, data: Prisma.LoraModelUncheckedCreateInput) {
  return tx.db.loraModel.create({ data });
}

/**
 * The person's model, locked until the transaction ends. Pictures that name it may be ordered meanwhile: they lock the
 * account first, and must not wait here for somebody who waits for the account.
 * @throws DomainError "lora.not_found"
 */
export async function lockLora(
  tx: TxCtx,
  owner: Owner,
  id: Id<'loraModel'>,
): Promise<LoraWithRules> {
  const found = await tx.db.$queryRaw<unknown[]>`
    select 1 from "LoraModel"
    where "id" = ${id} and "ownerId" = ${owner.ownerId} and "deletedAt" is null for no key update`;
  if (found.length === 0) throw notFound();
  return findLora(tx, owner, id);
}

const withRules = {
  category: true,
  consent: true,
  trainings: {
    orderBy: { id: 'desc' },
    take: 1,
    include: { pictures: { orderBy: { position: 'asc' } } },
  },
} satisfies Prisma.LoraModelInclude;
export type LoraWithRules = Prisma.LoraModelGetPayload<{ include: typeof withRules }>;

/** @throws DomainError "lora.not_found" for absent, deleted and foreign models alike */
export async function findLora(
  ctx: ReadCtx,
  { ownerId }: Owner,
  id: Id<'loraModel'>,
): Promise<LoraWithRules> {
  const row = await ctx.db.loraModel.findFirst({
    where: { id, ownerId, deletedAt: null },
    include: withRules,
  });
  if (!row) throw notFound();
  return row;
}

const previewColumns = {
  id: true,
  status: true,
  errorCode: true,
  picture: { select: { id: true, deletedAt: true, widthPx: true, heightPx: true } },
} satisfies Prisma.GenerationSelect;

const shown = {
  category: true,
  consent: true,
  trainings: {
    orderBy: { id: 'desc' },
    take: 8,
    include: {
      baseModel: true,
      pictures: {
        orderBy: { position: 'asc' },
        include: { picture: { select: { id: true, deletedAt: true } } },
      },
      previews: {
        where: { purpose: 'PREVIEW', deletedAt: null },
        orderBy: { id: 'asc' },
        select: previewColumns,
      },
    },
  },
} satisfies Prisma.LoraModelInclude;
export type ShownLora = Prisma.LoraModelGetPayload<{ include: typeof shown }>;

/** With everything that its page shows. @throws DomainError "lora.not_found" */
export async function findShownLora(
  ctx: ReadCtx,
  { ownerId }: Owner,
  id: Id<'loraModel'>,
): Promise<ShownLora> {
  const row = await ctx.db.loraModel.findFirst({
    where: { id, ownerId, deletedAt: null },
    include: shown,
  });
  if (!row) throw notFound();
  return row;
}

/** Newest first. */
export function findShownLoras(ctx: ReadCtx, { ownerId }: Owner): Promise<ShownLora[]> {
  return ctx.db.loraModel.findMany({
    where: { ownerId, deletedAt: null },
    orderBy: { id: 'desc' },
    include: shown,
  });
}

export async function updateLora(
  tx: TxCtx,
  id: string,
  data: Prisma.LoraModelUncheckedUpdateManyInput,
): Promise<void> {
  await tx.db.loraModel.updateMany({ where: { id }, data });
}

/** A model that nothing was learned of waits for its next training. */
export async function backToDraft(tx: TxCtx, id: string): Promise<void> {
  await tx.db.loraModel.updateMany({
    where: { id, status: 'TRAINING', weightsKey: null },
    data: { status: 'DRAFT' },
  });
}

/** Keeps the chosen photos as long as nothing is learned from them. @returns false for foreign and absent models */
export async function savePhotos(
  ctx: ReadCtx,
  { ownerId }: Owner,
  id: Id<'loraModel'>,
  photos: Prisma.InputJsonValue,
): Promise<boolean> {
  const { count } = await ctx.db.loraModel.updateMany({
    where: { id, ownerId, deletedAt: null },
    data: { photos },
  });
  return count === 1;
}

export async function clearDefault(tx: TxCtx, { ownerId }: Owner): Promise<void> {
  await tx.db.loraModel.updateMany({
    where: { ownerId, isDefault: true, deletedAt: null },
    data: { isDefault: false },
  });
}

export function countDefaults(tx: TxCtx, ownerId: string): Promise<number> {
  return tx.db.loraModel.count({ where: { ownerId, isDefault: true, deletedAt: null } });
}

const measuredColumns = {
  id: true,
  origin: true,
  status: true,
  widthPx: true,
  heightPx: true,
  sharpness: true,
  perceptualHash: true,
  takenOn: true,
  analysis: true,
} satisfies Prisma.PictureSelect;
export type MeasuredPhoto = Prisma.PictureGetPayload<{ select: typeof measuredColumns }>;

/** Measures of the person's photos; absent, deleted and foreign ones are left out alike. */
export function findMeasured(
  ctx: ReadCtx,
  { ownerId }: Owner,
  pictureIds: readonly string[],
): Promise<MeasuredPhoto[]> {
  return ctx.db.picture.findMany({
    where: { id: { in: [...pictureIds] }, ownerId, deletedAt: null },
    select: measuredColumns,
  });
}

export function insertConsent(tx: TxCtx, data: Prisma.ConsentUncheckedCreateInput) {
  return tx.db.consent.create({ data });
}

export async function withdrawConsent(tx: TxCtx, id: string): Promise<void> {
  await tx.db.consent.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: tx.clock.now() },
  });
}

/** How many of the person's living pictures came out of this model, and how many of them an order keeps. */
export async function countDerived(
  ctx: ReadCtx,
  { ownerId }: Owner,
  id: Id<'loraModel'>,
): Promise<{ pictures: number; sold: number }> {
  const rows = await ctx.db.$queryRaw<{ pictures: number; sold: number }[]>`
    select count(*)::int as "pictures",
      (count(*) filter (where exists (
        select 1 from "OrderItemPicture" oip
        join "OrderItem" oi on oi."id" = oip."orderItemId"
        join "Order" o on o."id" = oi."orderId"
        where oip."pictureId" = p."id" and o."status" not in ('CANCELLED', 'EXPIRED'))))::int as "sold"
    from "Generation" g join "Picture" p on p."id" = g."pictureId" and p."deletedAt" is null
    where g."ownerId" = ${ownerId}
      and (g."loraModelId" = ${id}
        or g."loras" @> jsonb_build_array(jsonb_build_object('loraModelId', ${id}::text)))`;
  return rows[0] ?? { pictures: 0, sold: 0 };
}
