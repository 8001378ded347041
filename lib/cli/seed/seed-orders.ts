import { assert } from '@/lib/core/assert';
import { type Currency, isCurrency } from '@/lib/core/money';
import { dayAt } from '@/lib/core/plain-date';
import { randomFrom } from '@/lib/core/random-from';
import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import { toDateColumn } from '@/lib/db/plain-date-column';
import { arrivalWindow, WORKSHOP_TIME_ZONE } from '@/lib/orders/arrival-window';
import { orderNumber } from '@/lib/orders/order-number';
import type { OrderStatus } from '@/lib/orders/order-states';
import { type PricedOrder, priceOrder } from '@/lib/orders/price-order';
import { ageMs, BATCH_TIMEOUT_MS, batches, DAY_MS } from './batches';
import { madeId, madePrefix } from './made-ids';
import { MADE_PREFLIGHT, type MadePerson, madePerson } from './made-people';

type Catalogue = {
  products: {
    id: string;
    slug: string;
    prices: {
      currency: string;
      amountMinor: number;
      steps: { fromCopies: number; amountMinor: number }[];
    }[];
  }[];
  rates: Map<
    string,
    {
      amountMinor: number;
      extraMinor: number;
      daysMin: number;
      daysMax: number;
      taxBasisPoints: number;
    }
  >;
};

/** The states that an order of each fate went through. */
const COURSES: Record<string, readonly OrderStatus[]> = {
  DELIVERED: ['PAID', 'IN_PRODUCTION', 'SHIPPED', 'DELIVERED'],
  SHIPPED: ['PAID', 'IN_PRODUCTION', 'SHIPPED'],
  IN_PRODUCTION: ['PAID', 'IN_PRODUCTION'],
  PAID: ['PAID'],
  CANCELLED: ['PAID', 'CANCELLED'],
  EXPIRED: ['EXPIRED'],
};

type MadeOrder = {
  index: number;
  id: string;
  person: MadePerson;
  status: OrderStatus;
  placedAt: Date;
  quantity: number;
  product: Catalogue['products'][number];
  rate: NonNullable<ReturnType<Catalogue['rates']['get']>>;
  priced: PricedOrder;
};

/**
 * Made orders of made people, priced by the price engine, with parcels, items, attempts to pay, refunds, shipments and
 * histories; those that exist stay. The seeded files are rows alone: nothing lies in the store.
 * @returns how many were added
 */
export async function seedOrders(
  db: PrismaClient,
  count: number,
  people: number,
  now: Date,
  progress: (done: number) => void,
): Promise<number> {
  const catalogue = await readCatalogue(db);
  const year = Number(dayAt(now, WORKSHOP_TIME_ZONE).slice(0, 4)) + 1;
  const start = await db.order.count({ where: { id: { startsWith: madePrefix('order') } } });
  for (const batch of batches(start, count)) {
    const orders = batch.map((index) =>
      madeOrder(catalogue, madePerson(Math.floor((index * people) / count), year), {
        index,
        count,
        now,
      }),
    );
    await db.$transaction((tx) => insertOrders(tx, orders), { timeout: BATCH_TIMEOUT_MS });
    progress(batch[0] ?? 0);
  }
  return Math.max(0, count - start);
}

async function readCatalogue(db: PrismaClient): Promise<Catalogue> {
  const products = await db.product.findMany({
    where: { formatId: 'wall-a3-portrait', kind: 'PRINTED', isActive: true },
    orderBy: { slug: 'asc' },
    select: {
      id: true,
      slug: true,
      prices: {
        select: { currency: true, amountMinor: true, steps: { orderBy: { fromCopies: 'asc' } } },
      },
    },
  });
  assert(products.length > 0, 'the catalogue is there before orders are made');
  const rates = await db.deliveryRate.findMany({ where: { method: 'post' } });
  return {
    products,
    rates: new Map(rates.map((rate) => [`${rate.country} ${rate.currency}`, rate])),
  };
}

function madeOrder(
  { products, rates }: Catalogue,
  person: MadePerson,
  { index, count, now }: { index: number; count: number; now: Date },
): MadeOrder {
  const random = randomFrom(1_000_003 + index);
  const product = products[Math.floor(random() * products.length)];
  const rate = rates.get(`${person.country} ${person.currency}`);
  const price = product?.prices.find(({ currency }) => currency === person.currency);
  assert(product && rate && price && isCurrency(person.currency), 'made people buy what is sold');
  const quantity = random() < 0.7 ? 1 : 1 + Math.floor(random() * 6);
  const age = ageMs((index + random()) / count);
  const placedAt = new Date(now.getTime() - age);
  const priced = priceOrder({
    currency: person.currency as Currency,
    items: [
      {
        title: person.document.title,
        productId: product.id,
        parcel: 0,
        quantity,
        listMinor: price.amountMinor,
        steps: price.steps,
      },
    ],
    parcels: [
      {
        country: person.country,
        method: 'post',
        deliveryMinor: rate.amountMinor,
        extraMinor: rate.extraMinor,
        wrapMinor: null,
        taxBasisPoints: rate.taxBasisPoints,
      },
    ],
    fileTaxBasisPoints: rate.taxBasisPoints,
    promo: null,
    certificates: [],
  });
  const status = fateOf(random(), age);
  return {
    index,
    id: madeId('order', index),
    person,
    status,
    placedAt,
    quantity,
    product,
    rate,
    priced,
  };
}

/** Some are never paid, some called off; the others go on by their age. */
function fateOf(chance: number, ageMs: number): OrderStatus {
  if (chance < 0.04) return 'EXPIRED';
  if (chance < 0.07) return 'CANCELLED';
  const days = ageMs / DAY_MS;
  if (days < 5) return 'PAID';
  if (days < 8) return 'IN_PRODUCTION';
  return days < 16 ? 'SHIPPED' : 'DELIVERED';
}

async function insertOrders(
  tx: Prisma.TransactionClient,
  orders: readonly MadeOrder[],
): Promise<void> {
  const numbers = await tx.$queryRaw<{ number: bigint }[]>`
    select nextval('order_number_seq') as "number" from generate_series(1, ${orders.length})`;
  await tx.order.createMany({
    data: orders.map((order, i) => orderRow(order, Number(numbers[i]?.number))),
  });
  await tx.parcel.createMany({ data: orders.map(parcelRow) });
  await tx.orderItem.createMany({ data: orders.map(itemRow) });
  await tx.payment.createMany({ data: orders.map(paymentRow) });
  await tx.refund.createMany({
    data: orders.filter(({ status }) => status === 'CANCELLED').map(refundRow),
  });
  await tx.shipment.createMany({ data: orders.filter(isSent).map(shipmentRow) });
  await tx.orderEvent.createMany({ data: orders.flatMap(eventRows) });
}

const isPaid = ({ status }: MadeOrder) => status !== 'EXPIRED';
const isSent = ({ status }: MadeOrder) => status === 'SHIPPED' || status === 'DELIVERED';
const later = ({ placedAt }: MadeOrder, days: number) =>
  new Date(placedAt.getTime() + days * DAY_MS);

function orderRow(order: MadeOrder, running: number): Prisma.OrderCreateManyInput {
  const { id, person, status, placedAt, priced } = order;
  return {
    id,
    number: orderNumber(placedAt, running),
    ownerId: person.userId,
    status,
    currency: person.currency,
    itemsMinor: priced.items.amountMinor,
    deliveryMinor: priced.delivery.amountMinor,
    taxMinor: priced.tax.amountMinor,
    totalMinor: priced.total.amountMinor,
    priceRows: priced.rows,
    contactEmail: person.email,
    locale: person.locale,
    country: person.country,
    requestKey: id,
    requestHash: id,
    placedAt,
    paidAt: isPaid(order) ? later(order, 0.01) : null,
  };
}

function parcelRow(order: MadeOrder): Prisma.ParcelCreateManyInput {
  const { index, id, person, placedAt, rate, priced } = order;
  const [parcel] = priced.parcels;
  assert(parcel, 'a made order has one parcel');
  const arrival = arrivalWindow(placedAt, rate);
  return {
    id: madeId('parcel', index),
    orderId: id,
    position: 1,
    address: person.address,
    country: person.country,
    deliveryMinor: parcel.delivery.amountMinor,
    taxMinor: parcel.tax.amountMinor,
    taxBasisPoints: parcel.taxBasisPoints,
    arrivesFrom: toDateColumn(arrival.from),
    arrivesTo: toDateColumn(arrival.to),
  };
}

function itemRow({
  index,
  id,
  person,
  product,
  quantity,
  priced,
}: MadeOrder): Prisma.OrderItemCreateManyInput {
  const [line] = priced.lines;
  assert(line, 'a made order has one line');
  return {
    id: madeId('orderItem', index),
    orderId: id,
    parcelId: madeId('parcel', index),
    calendarId: person.calendarId,
    productId: product.id,
    proofId: person.proofId,
    quantity,
    unitMinor: line.unit.amountMinor,
    totalMinor: line.total.amountMinor,
    title: person.document.title,
    formatId: person.document.formatId,
    fromMonth: person.document.from,
    monthCount: person.document.monthCount,
    document: person.document,
    fileSha256: person.fileSha256,
    preflight: MADE_PREFLIGHT,
  };
}

function paymentRow(order: MadeOrder): Prisma.PaymentCreateManyInput {
  const { index, id, person, status, placedAt, priced } = order;
  const amountMinor = priced.due.amountMinor;
  return {
    id: madeId('payment', index),
    purpose: 'ORDER',
    orderId: id,
    ownerId: person.userId,
    provider: person.currency === 'UAH' ? 'MONOBANK' : 'STRIPE',
    status: isPaid(order) ? 'PAID' : 'EXPIRED',
    currency: person.currency,
    amountMinor,
    refundedMinor: status === 'CANCELLED' ? amountMinor : 0,
    externalId: `made-${index}`,
    externalPaymentId: `made-${index}`,
    requestKey: id,
    expiresAt: later(order, 1),
    createdAt: placedAt,
    settledAt: later(order, isPaid(order) ? 0.01 : 1),
    feeMinor: isPaid(order) ? Math.round(amountMinor * 0.015) : null,
  };
}

function refundRow(order: MadeOrder): Prisma.RefundCreateManyInput {
  const { index, priced } = order;
  return {
    id: madeId('refund', index),
    paymentId: madeId('payment', index),
    status: 'SUCCEEDED',
    amountMinor: priced.due.amountMinor,
    reason: 'order_cancelled',
    idempotencyKey: `made:${index}`,
    externalId: `made-refund-${index}`,
    createdAt: later(order, 0.5),
    settledAt: later(order, 0.6),
  };
}

function shipmentRow(order: MadeOrder): Prisma.ShipmentCreateManyInput {
  const { index, id, status } = order;
  const isDelivered = status === 'DELIVERED';
  return {
    id: madeId('shipment', index),
    orderId: id,
    parcelId: madeId('parcel', index),
    carrier: 'DHL',
    status: isDelivered ? 'DELIVERED' : 'IN_TRANSIT',
    trackingNumber: `JD${String(index).padStart(14, '0')}`,
    shippedAt: later(order, 7),
    deliveredAt: isDelivered ? later(order, 15) : null,
  };
}

/** Days after placing at which an order comes into each state. */
const REACHED_DAYS: Partial<Record<OrderStatus, number>> = {
  PAID: 0.01,
  CANCELLED: 0.5,
  EXPIRED: 1,
  IN_PRODUCTION: 4,
  SHIPPED: 7,
  DELIVERED: 15,
};

function eventRows(order: MadeOrder): Prisma.OrderEventCreateManyInput[] {
  const { index, id, placedAt, status } = order;
  const placed = {
    id: madeId('orderEvent', index),
    orderId: id,
    kind: 'placed',
    createdAt: placedAt,
  };
  let from: OrderStatus = 'AWAITING_PAYMENT';
  const moves = (COURSES[status] ?? []).map((to, step) => {
    const move = {
      id: madeId('orderEvent', index, step + 1),
      orderId: id,
      kind: 'moved',
      fromStatus: from,
      toStatus: to,
      createdAt: later(order, REACHED_DAYS[to] ?? 0),
    };
    from = to;
    return move;
  });
  return [placed, ...moves];
}
