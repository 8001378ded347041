import type { ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
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

const LIVE = { notIn: ['CANCELLED', 'RETURNED'] } satisfies Prisma.EnumShipmentStatusFilter;

/** What each tab of the packing desk shows. */
const STATE_WHERE: Record<PackingState, Prisma.ParcelWhereInput> = {
  // Printed by people of ours and not sent: the order itself, a reprint, or what has no hand-off at all.
  ready: {
    order: { status: { in: ['IN_PRODUCTION', 'SHIPPED', 'DELIVERED'] } },
    OR: [
      {
        printJobs: {
          some: {
            claimId: null,
            status: 'DONE',
            printHouse: { kind: 'MANUAL' },
            shipments: { none: { status: LIVE } },
          },
        },
        shipments: { none: { printJobId: null, status: LIVE } },
      },
      {
        printJobs: {
          some: {
            claimId: { not: null },
            status: 'DONE',
            printHouse: { kind: 'MANUAL' },
            shipments: { none: { status: LIVE } },
          },
        },
      },
      {
        order: { status: 'IN_PRODUCTION' },
        printJobs: { none: {} },
        shipments: { none: { status: LIVE } },
      },
    ],
  },
  labelled: { shipments: { some: { status: 'LABELLED' } } },
  problem: { shipments: { some: { status: 'PROBLEM' } } },
};

const CARRIED = METHOD_IDS.filter((id) => METHODS[id].carrier === 'nova-poshta');

function packingWhere({ state, carrier, search }: PackingFilter): Prisma.ParcelWhereInput {
  // Prisma hands the text to LIKE as it is.
  const text = search.replace(/[\\%_]/g, '\\$&');
  const and: Prisma.ParcelWhereInput[] = [STATE_WHERE[state]];
  if (carrier === 'nova-poshta') and.push({ method: { in: CARRIED } });
  if (carrier === 'other') and.push({ method: { notIn: CARRIED } });
  if (text) {
    and.push({
      OR: [
        { order: { number: { contains: text, mode: 'insensitive' } } },
        { address: { path: ['recipient'], string_contains: search } },
        { shipments: { some: { trackingNumber: { contains: text } } } },
      ],
    });
  }
  return { AND: and };
}

export function findPackingParcels(
  ctx: ReadCtx,
  filter: PackingFilter,
  take: number,
): Promise<StaffParcelRow[]> {
  return ctx.db.parcel.findMany({
    where: packingWhere(filter),
    include: parcelParts,
    orderBy: [{ method: 'asc' }, { order: { placedAt: 'asc' } }, { id: 'asc' }],
    skip: (filter.page - 1) * take,
    take,
  });
}

export function countPackingParcels(ctx: ReadCtx, filter: PackingFilter): Promise<number> {
  return ctx.db.parcel.count({ where: packingWhere(filter) });
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
