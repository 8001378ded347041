import { refundOrder } from '@/lib/admin/refund-order';
import type { Id } from '@/lib/core/ids';
import { newId } from '@/lib/core/ids';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { cancelOrder } from '@/lib/orders/cancel-order';
import { expireUnpaidOrders } from '@/lib/orders/expire-unpaid-orders';
import { payOrder } from '@/lib/orders/pay-order';
import { refreshOrderPayment } from '@/lib/orders/refresh-order-payment';
import type { TillName } from '@/lib/payments/till-choice';
import type { TestDatabase } from '@/tests/support/database';
import { anApprovedCalendar, KYIV_ADDRESS, nextKey, productOf } from '../../orders/shop';
import type { Course, Sale } from './walker';

type Shop = {
  test: TestDatabase;
  owner: PersonCtx;
  staff: PersonCtx;
  system(): Ctx;
  clock: { offsetMs: number };
  /** Tills that the buyers choose from. */
  tills: TillName[];
};

/** Orders of one calendar, written as rows: storms are about what comes after placing. */
export async function openOrderSale(shop: Shop): Promise<Sale> {
  const { test, owner } = shop;
  const calendar = await anApprovedCalendar(test, owner);
  const productId = await productOf(test);
  let count = 0;
  const anOrder = (random: () => number) => {
    count += 1;
    const amountMinor = 10_000 + Math.floor(random() * 90_000);
    const orderId = newId('order');
    const parcelId = newId('parcel');
    const order: Prisma.OrderCreateManyInput = {
      id: orderId,
      number: `T-26-9${String(count).padStart(6, '0')}`,
      ownerId: owner.actor.userId,
      status: 'AWAITING_PAYMENT',
      currency: 'UAH',
      itemsMinor: amountMinor,
      deliveryMinor: 0,
      taxMinor: 0,
      totalMinor: amountMinor,
      contactEmail: 'olena@example.com',
      locale: 'uk',
      country: 'UA',
      requestKey: nextKey(),
      requestHash: orderId,
    };
    const parcel: Prisma.ParcelCreateManyInput = {
      id: parcelId,
      orderId,
      position: 1,
      address: KYIV_ADDRESS,
      country: 'UA',
      deliveryMinor: 0,
      taxMinor: 0,
      taxBasisPoints: 0,
      arrivesFrom: new Date('2027-01-10'),
      arrivesTo: new Date('2027-01-20'),
    };
    const item: Prisma.OrderItemCreateManyInput = {
      id: newId('orderItem'),
      orderId,
      parcelId,
      calendarId: calendar.calendarId,
      productId,
      proofId: calendar.proofId,
      quantity: 1,
      unitMinor: amountMinor,
      totalMinor: amountMinor,
      title: 'Наш рік',
      formatId: calendar.document.formatId,
      fromMonth: calendar.document.from,
      monthCount: 12,
      document: calendar.document as unknown as Prisma.InputJsonObject,
      fileSha256: 'a'.repeat(64),
      preflight: { verdict: 'pass', findings: [] },
    };
    return { orderId, order, parcel, item };
  };
  return {
    async begin(randoms) {
      const wanted = randoms.map(anOrder);
      await test.db.$transaction([
        test.db.order.createMany({ data: wanted.map(({ order }) => order) }),
        test.db.parcel.createMany({ data: wanted.map(({ parcel }) => parcel) }),
        test.db.orderItem.createMany({ data: wanted.map(({ item }) => item) }),
      ]);
      return Promise.all(
        wanted.map(({ orderId }, index) => aCourse(shop, orderId, randoms[index] ?? Math.random)),
      );
    },
    async look(courses) {
      const ids = courses.map(({ id }) => id);
      const orders = await test.db.order.findMany({
        where: { id: { in: ids } },
        include: { payments: { include: { refunds: true, disputes: true } }, events: true },
      });
      const mails = await test.db.outboxMessage.findMany({
        where: { OR: ids.map((id) => ({ dedupeKey: { startsWith: confirmationOf(id) } })) },
        select: { dedupeKey: true },
      });
      return Promise.all(
        ids.map(async (id) => {
          const order = orders.find((row) => row.id === id);
          if (!order) return { end: 'LOST', problems: [`order ${id} is lost`] };
          const confirmations = mails.filter(({ dedupeKey }) =>
            dedupeKey.startsWith(confirmationOf(id)),
          ).length;
          return { end: order.status, problems: await orderProblems(order, confirmations, shop) };
        }),
      );
    },
  };
}

const confirmationOf = (orderId: string) => `order:${orderId}:order-confirmed`;

async function aCourse(shop: Shop, orderId: Id<'order'>, random: () => number): Promise<Course> {
  const { test, owner, staff, tills } = shop;
  const pages: string[] = [];
  const payAgain = async (chance: () => number) => {
    const till = tills[Math.floor(chance() * tills.length)] ?? 'STRIPE';
    const { redirectUrl } = await payOrder(owner, { orderId, requestKey: nextKey(), till });
    if (redirectUrl) pages.push(redirectUrl);
  };
  await payAgain(random);
  return {
    id: orderId,
    pages,
    paymentIds: async () => {
      const rows = await test.db.payment.findMany({ where: { orderId }, select: { id: true } });
      return rows.map(({ id }) => id);
    },
    actions: {
      payAgain,
      comeBack: () => refreshOrderPayment(owner, { orderId }),
      cancel: () => cancelOrder(owner, { orderId }),
      refund: async (chance) =>
        refundOrder(staff, {
          orderId,
          amountMinor: 1 + Math.floor(chance() * 20_000),
          reason: 'crease',
          requestKey: nextKey(),
        }),
      // Asks about every order there is, so it is rare.
      tomorrow: async (chance) => {
        if (chance() > 0.1) return;
        shop.clock.offsetMs = 25 * 3_600_000;
        await expireUnpaidOrders(shop.system()).finally(() => {
          shop.clock.offsetMs = 0;
        });
      },
    },
    close: () => cancelOrder(owner, { orderId }),
  };
}

type OrderWithMoney = Prisma.OrderGetPayload<{
  include: { payments: { include: { refunds: true; disputes: true } }; events: true };
}>;

/** One fulfilment at most, every other money back, our books and the tills' equal. */
async function orderProblems(
  order: OrderWithMoney,
  mails: number,
  { system }: Shop,
): Promise<string[]> {
  const problems: string[] = [];
  const say = (text: string) => problems.push(`${order.number} (${order.status}): ${text}`);
  const told = (kind: string, key: string) =>
    order.events
      .filter((event) => event.kind === kind)
      .map((event) => String((event.data as Record<string, unknown>)[key]));
  const fulfilled = order.events.filter(({ toStatus }) => toStatus === 'PAID').length;
  if (fulfilled > 1) say(`fulfilled ${fulfilled} times`);
  if ((order.paidAt !== null) !== (fulfilled === 1)) say('paidAt and history differ');
  if (mails !== fulfilled) say(`${mails} confirmations for ${fulfilled} fulfilments`);
  const surplus = told('surplus_payment', 'paymentId');
  if (new Set(surplus).size !== surplus.length) say('a surplus payment is told twice');
  const refunded = told('refunded', 'refundId');
  if (new Set(refunded).size !== refunded.length) say('a refund is told twice');
  let kept = 0;
  let byStaff = 0;
  for (const payment of order.payments) {
    const live = payment.refunds.filter(({ status }) => status !== 'FAILED');
    const sum = live.reduce((total, { amountMinor }) => total + amountMinor, 0);
    byStaff += live
      .filter(({ reason }) => reason === 'crease')
      .reduce((total, { amountMinor }) => total + amountMinor, 0);
    if (sum !== payment.refundedMinor) say(`refunds ${sum}, books ${payment.refundedMinor}`);
    if (live.some(({ status }) => status === 'REQUESTED')) say('a refund is still open');
    if (!live.every(({ id }) => refunded.includes(id))) say('a refund is not told');
    if (payment.externalId === null) {
      if (payment.status === 'PAID') say('paid without a checkout');
      continue;
    }
    const truth = await system().providers.tills[payment.provider]?.readCheckout(
      payment.externalId,
    );
    const isPaid = truth?.state === 'paid';
    if (isPaid !== (payment.status === 'PAID'))
      say(`${truth?.state} there, ${payment.status} here`);
    // The page of a lost answer, which nobody was ever sent to, closes by itself.
    const isKnown = payment.redirectUrl !== null || payment.orphanOfId !== null;
    if (truth?.state === 'open' && isKnown && order.status !== 'AWAITING_PAYMENT') {
      say(`a page is still open (${payment.status})`);
    }
    const isOver = order.status === 'CANCELLED' || order.status === 'EXPIRED';
    // The bank gives disputed money back itself and the till refuses to do it besides, also where the news of the dispute
    // was lost: staff see the refused refund.
    const isWithBank = payment.refunds.some(
      ({ status, failureCode }) => status === 'FAILED' && failureCode === 'refused',
    );
    if (isWithBank && (isOver || surplus.includes(payment.id))) continue;
    if (surplus.includes(payment.id) && sum !== payment.amountMinor) say('surplus money is kept');
    if (payment.status === 'PAID') kept += payment.amountMinor - payment.refundedMinor;
  }
  if (order.heldAt !== null && order.heldReason !== 'dispute') say('held for nothing');
  const disputes = order.payments.flatMap((payment) => payment.disputes);
  if (told('dispute_opened', 'disputeId').length > disputes.length) say('a dispute is told twice');
  if (order.status === 'CANCELLED' || order.status === 'EXPIRED') {
    if (kept !== 0) say(`keeps ${kept} of an order that is over`);
  } else if (fulfilled === 1) {
    if (kept !== order.totalMinor - byStaff) say(`keeps ${kept}, not the total less ${byStaff}`);
  } else if (kept !== 0) say(`keeps ${kept} without fulfilling`);
  return problems;
}
