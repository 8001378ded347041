import { afterEach, expect, it } from 'vitest';
import { assert } from '@/lib/core/assert';
import { addToCart } from '@/lib/orders/add-to-cart';
import { startCertificatePurchase } from '@/lib/orders/certificates/start-certificate-purchase';
import { eraseOrdersOf, eraseShopOf } from '@/lib/orders/erase-orders-of';
import { placeOrder } from '@/lib/orders/place-order';
import { anIssuedCertificate, certificateProblems } from './gifts-world';
import { openShop } from './open-shop';
import { anApprovedCalendar, aWish, drainJobs, nextKey, press, productOf } from './shop';

const world = openShop();
const { test, shop, system } = world;

afterEach(async () => expect(await certificateProblems(test)).toEqual([]));

async function arrive(): Promise<void> {
  do await shop.till.sandbox.settled();
  while ((await drainJobs(test, system())) > 0);
}

it('an order that waits for money ends with its customer: what it held is free, late money goes back', async () => {
  const ctx = await world.person();
  const { id, code } = await anIssuedCertificate(await world.person('STAFF'), {
    currency: 'UAH',
    amountMinor: 500_00,
  });
  const { calendarId, proofId } = await anApprovedCalendar(test, ctx);
  await addToCart(ctx, { calendarId, proofId, productId: await productOf(test), quantity: 1 });
  const wish = await aWish(ctx, { certificateCodes: [code] });
  const { orderId, redirectUrl } = await placeOrder(ctx, wish);
  assert(redirectUrl, 'the pay page opens');
  await eraseOrdersOf(system(), ctx.actor.userId);
  // In another tab the page was still open.
  await press(redirectUrl);
  await arrive();
  const order = await world.orderOf(orderId);
  expect(order.status).toBe('CANCELLED');
  const [payment] = order.payments;
  expect(payment?.refundedMinor).toBe(payment?.status === 'PAID' ? payment.amountMinor : 0);
  const row = await test.db.giftCertificate.findUniqueOrThrow({ where: { id } });
  expect(row.balanceMinor).toBe(500_00);
});

it('a certificate that waits for money is never made by a person who is gone', async () => {
  const ctx = await world.person();
  const { certificateId, redirectUrl } = await startCertificatePurchase(ctx, {
    currency: 'EUR',
    amountMinor: 40_00,
    buyerName: 'Олена',
    recipientName: 'Марко',
    message: '',
    handOver: { how: 'print' },
    locale: 'uk',
    till: 'STRIPE',
    requestKey: nextKey(),
  });
  assert(redirectUrl, 'the pay page opens');
  await eraseShopOf(system(), ctx.actor.userId);
  await press(redirectUrl);
  await arrive();
  const row = await test.db.giftCertificate.findUniqueOrThrow({
    where: { id: certificateId },
    include: { payment: true },
  });
  expect(row).toMatchObject({ status: 'VOID', balanceMinor: 0 });
  expect(row.payment?.refundedMinor).toBe(row.payment?.status === 'PAID' ? 40_00 : 0);
});
