import type { Id } from '@/lib/core/ids';
import { newId } from '@/lib/core/ids';
import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import type { CalendarDocument } from './document';
import { versionsToDrop } from './version-thinning';

type Owner = { ownerId: Id<'user'> };

const calendarColumns = {
  id: true,
  title: true,
  document: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.CalendarSelect;
type CalendarRow = Prisma.CalendarGetPayload<{ select: typeof calendarColumns }>;

export function findCalendar(
  ctx: ReadCtx,
  { ownerId }: Owner,
  calendarId: string,
): Promise<CalendarRow | null> {
  return ctx.db.calendar.findFirst({
    where: { id: calendarId, ownerId, deletedAt: null },
    select: calendarColumns,
  });
}

/** The same, locked until the transaction ends: of two saves at once one waits and then sees the other's version. */
export async function lockCalendar(
  tx: TxCtx,
  owner: Owner,
  calendarId: string,
): Promise<CalendarRow | null> {
  await tx.db.$queryRaw`
    select 1 from "Calendar" where "id" = ${calendarId} and "ownerId" = ${owner.ownerId} for update`;
  return findCalendar(tx, owner, calendarId);
}

/** Newest work first, each with the number of orders it is part of. */
export function findCalendars(ctx: ReadCtx, { ownerId }: Owner, limit: number) {
  return ctx.db.calendar.findMany({
    where: { ownerId, deletedAt: null },
    select: { ...calendarColumns, _count: { select: { orderItems: true } } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
}

export function countCalendars(ctx: ReadCtx, { ownerId }: Owner): Promise<number> {
  return ctx.db.calendar.count({ where: { ownerId, deletedAt: null } });
}

export async function insertCalendar(
  tx: TxCtx,
  { ownerId }: Owner,
  calendar: { title: string; document: CalendarDocument },
): Promise<Id<'calendar'>> {
  const id = newId('calendar');
  await tx.db.calendar.create({ data: { id, ownerId, ...calendar } });
  await keepVersion(tx, id, 1, calendar.document);
  await placeImages(tx, id, calendar.document);
  return id;
}

/** Compare-and-set on the version. @returns false when somebody else was faster */
export async function updateCalendarDocument(
  tx: TxCtx,
  { ownerId }: Owner,
  calendarId: string,
  expectedVersion: number,
  change: { title: string; document: CalendarDocument },
): Promise<boolean> {
  const { count } = await tx.db.calendar.updateMany({
    where: { id: calendarId, ownerId, deletedAt: null, version: expectedVersion },
    data: { ...change, version: expectedVersion + 1 },
  });
  if (count === 0) return false;
  await keepVersion(tx, calendarId, expectedVersion + 1, change.document);
  await placeImages(tx, calendarId, change.document);
  return true;
}

export async function updateCalendarTitle(
  ctx: ReadCtx,
  { ownerId }: Owner,
  calendarId: string,
  title: string,
): Promise<boolean> {
  const { count } = await ctx.db.calendar.updateMany({
    where: { id: calendarId, ownerId, deletedAt: null },
    data: { title },
  });
  return count === 1;
}

export function countOrdersOf(tx: TxCtx, calendarId: string): Promise<number> {
  return tx.db.orderItem.count({ where: { calendarId } });
}

/** Out of sight at once; pictures and cart are free of it. */
export async function markCalendarDeleted(
  tx: TxCtx,
  { ownerId }: Owner,
  calendarId: string,
): Promise<void> {
  await tx.db.calendar.updateMany({
    where: { id: calendarId, ownerId, deletedAt: null },
    data: { deletedAt: tx.clock.now() },
  });
  await tx.db.calendarImage.deleteMany({ where: { calendarId } });
  await tx.db.cartItem.deleteMany({ where: { calendarId, ownerId } });
}

export function findVersions(
  ctx: ReadCtx,
  { ownerId }: Owner,
  calendarId: string,
): Promise<{ version: number; createdAt: Date }[]> {
  return ctx.db.calendarVersion.findMany({
    where: { calendarId, calendar: { ownerId, deletedAt: null } },
    select: { version: true, createdAt: true },
    orderBy: { version: 'desc' },
  });
}

export function findVersion(
  ctx: ReadCtx,
  { ownerId }: Owner,
  calendarId: string,
  version: number,
): Promise<{ document: Prisma.JsonValue } | null> {
  return ctx.db.calendarVersion.findFirst({
    where: { calendarId, version, calendar: { ownerId, deletedAt: null } },
    select: { document: true },
  });
}

const THIN_EVERY_SAVES = 10;

async function keepVersion(
  tx: TxCtx,
  calendarId: string,
  version: number,
  document: CalendarDocument,
): Promise<void> {
  const id = newId('calendarVersion');
  await tx.db.calendarVersion.create({ data: { id, calendarId, version, document } });
  if (version % THIN_EVERY_SAVES !== 0) return;
  const versions = await tx.db.calendarVersion.findMany({
    where: { calendarId },
    select: { version: true, createdAt: true },
  });
  const drop = versionsToDrop(versions, tx.clock.now());
  await tx.db.calendarVersion.deleteMany({ where: { calendarId, version: { in: drop } } });
}

/** Where-used rows of pictures that stand in day cells. */
const DAY_CELLS = -2;

/** Rewrites the where-used rows from the document, so that they never tell anything else. */
async function placeImages(
  tx: TxCtx,
  calendarId: string,
  document: CalendarDocument,
): Promise<void> {
  const data = [document.cover, ...document.pages].flatMap((page, position) =>
    page.slots.flatMap((slot, slotIndex) =>
      slot
        ? [{ calendarId, pageIndex: position - 1, slotIndex, pictureId: slot.pictureId as string }]
        : [],
    ),
  );
  const inDays = document.dates.flatMap(({ picture }, slotIndex) =>
    picture
      ? [{ calendarId, pageIndex: DAY_CELLS, slotIndex, pictureId: picture.pictureId as string }]
      : [],
  );
  await tx.db.calendarImage.deleteMany({ where: { calendarId } });
  await tx.db.calendarImage.createMany({ data: [...data, ...inDays] });
}

const pictureColumns = {
  id: true,
  origin: true,
  fileName: true,
  status: true,
  widthPx: true,
  heightPx: true,
  contentHash: true,
  analysis: true,
  masterKey: true,
} satisfies Prisma.PictureSelect;
type PlacedPictureRow = Prisma.PictureGetPayload<{ select: typeof pictureColumns }>;

/** Those of the pictures that are the owner's and not deleted, whatever their state. */
export function findOwnPictures(
  ctx: ReadCtx,
  { ownerId }: Owner,
  pictureIds: readonly string[],
): Promise<PlacedPictureRow[]> {
  return ctx.db.picture.findMany({
    where: { id: { in: [...pictureIds] }, ownerId, deletedAt: null },
    select: pictureColumns,
  });
}

/** Where the renditions of the owner's ready pictures are stored. */
export function findOwnPictureRenditions(
  ctx: ReadCtx,
  { ownerId }: Owner,
  pictureIds: readonly string[],
): Promise<{ id: string; renditions: Prisma.JsonValue }[]> {
  return ctx.db.picture.findMany({
    where: { id: { in: [...pictureIds] }, ownerId, deletedAt: null, status: 'READY' },
    select: { id: true, renditions: true },
  });
}

/** Keeps the pictures from being deleted until the transaction that places them has ended. */
export async function holdPictures(tx: TxCtx, pictureIds: readonly string[]): Promise<void> {
  const ids = [...pictureIds].sort();
  if (ids.length === 0) return;
  await tx.db.$queryRaw`select 1 from "Picture" where "id" = any(${ids}) order by "id" for share`;
}
