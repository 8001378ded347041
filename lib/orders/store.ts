import type { Id } from '@/lib/core/ids';
import type { Currency } from '@/lib/core/money';
import type { PersonCtx, ReadCtx, TxCtx } from '@/lib/db/context';
import type { OrderStatus, Prisma } from '@/lib/db/generated/client';

const cartItemParts = {
  product: { include: { prices: { include: { steps: { orderBy: { fromCopies: 'asc' } } } } } },
  proof: true,
  calendar: true,
} satisfies Prisma.CartItemInclude;
export type CartItemRow = Prisma.CartItemGetPayload<{ include: typeof cartItemParts }>;

const orderParts = {
  parcels: { orderBy: { position: 'asc' } },
  certificateEntries: { orderBy: { id: 'asc' } },
  items: {
    include: {
      product: true,
      proof: true,
      // Those that a model made: the order says how many.
      pictures: { where: { picture: { origin: { not: 'UPLOAD' } } }, select: { pictureId: true } },
    },
    orderBy: { id: 'asc' },
  },
  payments: { include: { refunds: true }, orderBy: { id: 'asc' } },
  shipments: { orderBy: { shippedAt: 'asc' } },
  events: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.OrderInclude;
export type OrderRow = Prisma.OrderGetPayload<{ include: typeof orderParts }>;

type Owner = { ownerId: Id<'user'> };

/** Puts everything that one person does to the cart and to orders in a row, so that a double click places one order. */
export async function lockShopOf(tx: TxCtx, { ownerId }: Owner): Promise<void> {
  await tx.db.$queryRaw`select 1 from "User" where "id" = ${ownerId} for update`;
}

export function findProducts(ctx: ReadCtx, formatId?: string) {
  return ctx.db.product.findMany({
    // A file comes in every format.
    where: { isActive: true, ...(formatId ? { formatId: { in: [formatId, 'any'] } } : {}) },
    include: { prices: { include: { steps: { orderBy: { fromCopies: 'asc' } } } } },
    orderBy: { sortOrder: 'asc' },
  });
}

export function findProduct(ctx: ReadCtx, productId: string) {
  return ctx.db.product.findFirst({ where: { id: productId, isActive: true } });
}

export function findDeliveryRate(
  ctx: ReadCtx,
  country: string,
  method: string,
  currency: Currency,
) {
  return ctx.db.deliveryRate.findFirst({ where: { country, method, currency, isActive: true } });
}

/** A rate of the country by whatever method: its tax is that of the country. */
export function findAnyRate(ctx: ReadCtx, country: string, currency: Currency) {
  return ctx.db.deliveryRate.findFirst({
    where: { country, currency, isActive: true },
    orderBy: { method: 'asc' },
  });
}

export function findWrapPrice(ctx: ReadCtx, currency: Currency) {
  return ctx.db.wrapPrice.findFirst({ where: { currency, isActive: true } });
}

/** The country of the person's settings. */
export async function findBuyerCountry(ctx: ReadCtx, { ownerId }: { ownerId: string }) {
  const setting = await ctx.db.userSetting.findUnique({
    where: { userId: ownerId },
    select: { country: true },
  });
  return setting?.country ?? null;
}

/** Countries with a delivery rate: what is really served, whatever addresses we could check. */
export async function findDeliveredCountries(ctx: ReadCtx): Promise<string[]> {
  const rows = await ctx.db.deliveryRate.findMany({
    where: { isActive: true },
    distinct: ['country'],
    select: { country: true },
    orderBy: { country: 'asc' },
  });
  return rows.map(({ country }) => country);
}

export function findCurrencySetting(ctx: ReadCtx, { ownerId }: Owner) {
  return ctx.db.userSetting.findUnique({ where: { userId: ownerId }, select: { currency: true } });
}

export function findContact(ctx: ReadCtx, { ownerId }: Owner) {
  return ctx.db.user.findUnique({
    where: { id: ownerId },
    select: { email: true, name: true, setting: { select: { country: true } } },
  });
}

export function findCalendar(ctx: ReadCtx, { ownerId }: Owner, calendarId: string) {
  return ctx.db.calendar.findFirst({ where: { id: calendarId, ownerId, deletedAt: null } });
}

export function findPrintProof(
  ctx: ReadCtx,
  { ownerId }: Owner,
  calendarId: string,
  proofId: string,
) {
  return ctx.db.proof.findFirst({
    where: { id: proofId, calendarId, kind: 'PRINT', calendar: { ownerId, deletedAt: null } },
  });
}

export function findCartItems(ctx: ReadCtx, { ownerId }: Owner): Promise<CartItemRow[]> {
  return ctx.db.cartItem.findMany({
    where: { ownerId },
    include: cartItemParts,
    orderBy: { createdAt: 'asc' },
  });
}

export function findCartItemOf(
  ctx: ReadCtx,
  { ownerId }: Owner,
  calendarId: string,
  productId: string,
) {
  return ctx.db.cartItem.findUnique({
    where: { ownerId_calendarId_productId: { ownerId, calendarId, productId } },
  });
}

export function insertCartItem(tx: TxCtx, data: Prisma.CartItemUncheckedCreateInput) {
  return tx.db.cartItem.create({ data });
}

export async function updateCartItem(
  ctx: ReadCtx,
  { ownerId }: Owner,
  cartItemId: string,
  data: { quantity: number; productId?: string; proofId?: string; approvedAt?: Date },
): Promise<boolean> {
  const { count } = await ctx.db.cartItem.updateMany({ where: { id: cartItemId, ownerId }, data });
  return count === 1;
}

export async function deleteCartItem(
  ctx: ReadCtx,
  { ownerId }: Owner,
  cartItemId: string,
): Promise<boolean> {
  const { count } = await ctx.db.cartItem.deleteMany({ where: { id: cartItemId, ownerId } });
  return count === 1;
}

export async function deleteCartItems(tx: TxCtx, { ownerId }: Owner, ids: string[]): Promise<void> {
  await tx.db.cartItem.deleteMany({ where: { ownerId, id: { in: ids } } });
}

export function findOrderByKey(ctx: ReadCtx, { ownerId }: Owner, requestKey: string) {
  return ctx.db.order.findUnique({
    where: { ownerId_requestKey: { ownerId, requestKey } },
    include: orderParts,
  });
}

export function findOrder(
  ctx: ReadCtx,
  { ownerId }: Owner,
  orderId: string,
): Promise<OrderRow | null> {
  return ctx.db.order.findFirst({ where: { id: orderId, ownerId }, include: orderParts });
}

/** How far paying has come. */
export function findAttemptsAt(ctx: ReadCtx, { ownerId }: Owner, orderId: string) {
  return ctx.db.order.findFirst({
    where: { id: orderId, ownerId },
    select: { status: true, payments: { orderBy: { id: 'asc' } } },
  });
}

export function findOrders(ctx: PersonCtx<ReadCtx>, page: { skip: number; take: number }) {
  return ctx.db.order.findMany({
    where: { ownerId: ctx.actor.userId },
    include: { items: { orderBy: { id: 'asc' } } },
    orderBy: [{ placedAt: 'desc' }, { id: 'desc' }],
    ...page,
  });
}

/** For the system's own moves (a payment, the clock) and for staff, who are admitted by their edge. */
export async function lockOrder(tx: TxCtx, orderId: string): Promise<OrderRow | null> {
  await tx.db.$queryRaw`select 1 from "Order" where "id" = ${orderId} for update`;
  return tx.db.order.findUnique({ where: { id: orderId }, include: orderParts });
}

export async function newestPaymentOf(ctx: ReadCtx, orderId: string) {
  return ctx.db.payment.findFirst({
    where: { orderId, orphanOfId: null },
    orderBy: { id: 'desc' },
    select: { id: true, order: { select: { status: true } } },
  });
}

export async function nextOrderNumber(tx: TxCtx): Promise<number> {
  const rows = await tx.db.$queryRaw<{ number: bigint }[]>`
    select nextval('order_number_seq') as number`;
  return Number(rows[0]?.number);
}

export function insertOrder(tx: TxCtx, data: Prisma.OrderUncheckedCreateInput) {
  return tx.db.order.create({ data });
}

export async function insertParcel(
  tx: TxCtx,
  data: Prisma.ParcelUncheckedCreateInput,
): Promise<void> {
  await tx.db.parcel.create({ data });
}

export async function insertOrderItem(
  tx: TxCtx,
  data: Prisma.OrderItemUncheckedCreateInput,
): Promise<void> {
  await tx.db.orderItem.create({ data });
}

export async function setOrderStatus(
  tx: TxCtx,
  orderId: string,
  from: OrderStatus,
  to: OrderStatus,
): Promise<boolean> {
  const { count } = await tx.db.order.updateMany({
    where: { id: orderId, status: from },
    data: { status: to, ...(to === 'PAID' ? { paidAt: tx.clock.now() } : {}) },
  });
  return count === 1;
}

/** Holds an order back (`to` is why) or lets it go, only from the hold that the caller knows of. */
export async function setHold(
  tx: TxCtx,
  orderId: string,
  hold: { from: string | null; to: string | null },
): Promise<boolean> {
  const { count } = await tx.db.order.updateMany({
    where: { id: orderId, heldReason: hold.from },
    data: { heldReason: hold.to, heldAt: hold.to === null ? null : tx.clock.now() },
  });
  return count === 1;
}

export async function insertOrderEvent(
  tx: TxCtx,
  data: Prisma.OrderEventUncheckedCreateInput,
): Promise<void> {
  await tx.db.orderEvent.create({ data });
}

export async function insertShipment(
  tx: TxCtx,
  data: Prisma.ShipmentUncheckedCreateInput,
): Promise<void> {
  await tx.db.shipment.create({ data });
}

/** Unpaid orders whose time is over and where no attempt waits for a person, least recently looked at first. */
export function findOverdueOrders(ctx: ReadCtx, placedBefore: Date, limit: number) {
  return ctx.db.order.findMany({
    where: {
      status: 'AWAITING_PAYMENT',
      placedAt: { lt: placedBefore },
      payments: {
        none: {
          quarantineReason: { not: null },
          OR: [{ takenMinor: null }, { takenMinor: { gt: ctx.db.payment.fields.refundedMinor } }],
        },
      },
    },
    include: { payments: true },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
}

/** Moves an order that stays open to the end of that line, so that a long line is walked in turns. */
export async function touchUnpaidOrder(ctx: ReadCtx, orderId: string): Promise<void> {
  await ctx.db.order.updateMany({
    where: { id: orderId, status: 'AWAITING_PAYMENT' },
    data: { updatedAt: ctx.clock.now() },
  });
}
