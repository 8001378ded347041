import type { ReadCtx, TxCtx } from '@/lib/db/context';
import { Prisma } from '@/lib/db/generated/client';
import { likeLiteral } from '@/lib/db/like-literal';
import { METHOD_IDS, METHODS } from '@/lib/orders/delivery/methods';
import type { PackingFilter, PackingState } from './schema';

const parcelParts = {
  items: { include: { product: true }, orderBy: { id: 'asc' } },
  shipments: {
    include: { events: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
    orderBy: { id: 'asc' },
  },
  printJobs: { include: { printHouse: true }, orderBy: { id: 'asc' } },
  order: { select: { id: true, number: true, status: true, currency: true, placedAt: true } },
} satisfies Prisma.ParcelInclude;
export type StaffParcelRow = Prisma.ParcelGetPayload<{ include: typeof parcelParts }>;

/** Shipments that do not carry their parcel any more. */
const GONE = Prisma.sql`('CANCELLED', 'RETURNED')`;

/** Ids of the parcels that each tab of the packing desk shows, each found by an index. */
const IN_STATE: Record<PackingState, Prisma.Sql> = {
  // Printed by people of ours and not sent: the order itself, a reprint, or what has no hand-off at all. Beside orders in
  // production only reprints and what came back can be that.
  ready: Prisma.sql`
    with near as materialized (
      select p."id", o."status" from "Order" o join "Parcel" p on p."orderId" = o."id" where o."status" = 'IN_PRODUCTION'
      union select j."parcelId", o."status" from "PrintJob" j join "Order" o on o."id" = j."orderId"
        where j."claimId" is not null and j."status" not in ('REJECTED', 'FAILED', 'CANCELLED')
      union select s."parcelId", o."status" from "Shipment" s join "Order" o on o."id" = s."orderId"
        where s."status" in ${GONE}
    )
    select p."id" from near p
    join "PrintJob" j on j."parcelId" = p."id" and j."status" = 'DONE'
    join "PrintHouse" h on h."id" = j."printHouseId" and h."kind" = 'MANUAL'
    where p."status" in ('IN_PRODUCTION', 'SHIPPED', 'DELIVERED')
      and not exists (select 1 from "Shipment" s where s."status" not in ${GONE}
        and (s."printJobId" = j."id" or (j."claimId" is null and s."parcelId" = p."id" and s."printJobId" is null)))
    union
    select p."id" from near p where p."status" = 'IN_PRODUCTION'
      and not exists (select 1 from "PrintJob" j where j."parcelId" = p."id")
      and not exists (select 1 from "Shipment" s where s."parcelId" = p."id" and s."status" not in ${GONE})`,
  // A cancelled order's parcel is packed no more: its waybill is being called off.
  labelled: Prisma.sql`
    select s."parcelId" from "Shipment" s join "Order" o on o."id" = s."orderId"
    where s."status" = 'LABELLED' and o."status" <> 'CANCELLED'`,
  // Also what the carrier would not give up when its order was cancelled.
  problem: Prisma.sql`
    select "parcelId" from "Shipment" where "status" = 'PROBLEM'
    union select s."parcelId" from "Order" o join "Shipment" s on s."orderId" = o."id"
    where o."status" = 'CANCELLED' and s."status" in ('LABELLED', 'IN_TRANSIT', 'READY_FOR_PICKUP')
      and exists (select 1 from "OrderEvent" e where e."orderId" = o."id" and e."kind" = 'waybill_kept')`,
};

const CARRIED = METHOD_IDS.filter((id) => METHODS[id].carrier === 'nova-poshta');

function packed({ state, carrier, search }: PackingFilter): Prisma.Sql {
  const part = `%${likeLiteral(search)}%`;
  const wishes = [Prisma.sql`p."id" in (${IN_STATE[state]})`];
  if (carrier === 'nova-poshta') wishes.push(Prisma.sql`p."method" = any(${CARRIED})`);
  if (carrier === 'other') wishes.push(Prisma.sql`p."method" <> all(${CARRIED})`);
  if (search) {
    wishes.push(Prisma.sql`(o."number" ilike ${part} or p."address"->>'recipient' ilike ${part}
      or exists (select 1 from "Shipment" s where s."parcelId" = p."id" and s."trackingNumber" ilike ${part}))`);
  }
  return Prisma.sql`from "Parcel" p join "Order" o on o."id" = p."orderId" where ${Prisma.join(wishes, ' and ')}`;
}

export async function findPackingParcels(
  ctx: ReadCtx,
  filter: PackingFilter,
  take: number,
): Promise<StaffParcelRow[]> {
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    select p."id" ${packed(filter)} order by p."method", o."placedAt", p."id"
    limit ${take} offset ${(filter.page - 1) * take}`;
  const rows = await findParcels(
    ctx,
    found.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

export async function countPackingParcels(ctx: ReadCtx, filter: PackingFilter): Promise<number> {
  const [row] = await ctx.db.$queryRaw<
    { count: number }[]
  >`select count(*)::int as "count" ${packed(filter)}`;
  return row?.count ?? 0;
}

export function findParcelsOfOrder(ctx: ReadCtx, orderId: string): Promise<StaffParcelRow[]> {
  return ctx.db.parcel.findMany({
    where: { orderId },
    include: parcelParts,
    orderBy: { position: 'asc' },
  });
}

export function findParcels(ctx: ReadCtx, ids: readonly string[]): Promise<StaffParcelRow[]> {
  return ctx.db.parcel.findMany({ where: { id: { in: [...ids] } }, include: parcelParts });
}

export async function saveSetting(
  tx: TxCtx,
  setting: { key: string; value: Prisma.InputJsonObject; updatedById: string },
): Promise<void> {
  const { key, ...data } = setting;
  await tx.db.setting.upsert({ where: { key }, create: { key, ...data }, update: data });
}
