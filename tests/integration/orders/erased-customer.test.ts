import { afterEach, expect, it } from 'vitest';
import { closeAccount, emptyAccount } from '@/lib/accounts/erasure/erasure-store';
import { assert } from '@/lib/core/assert';
import { addDays, dayAt } from '@/lib/core/plain-date';
import { inTransaction, type PersonCtx } from '@/lib/db/context';
import { eraseMessagesOf } from '@/lib/messages/erase-messages-of';
import { renderMail } from '@/lib/messages/render-mail';
import { addToCart } from '@/lib/orders/add-to-cart';
import type { BuyCertificateInput } from '@/lib/orders/certificates/schema';
import { startCertificatePurchase } from '@/lib/orders/certificates/start-certificate-purchase';
import { sweepCertificates } from '@/lib/orders/certificates/sweep-certificates';
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

async function begun(ctx: PersonCtx, handOver: BuyCertificateInput['handOver']) {
  const { certificateId, redirectUrl } = await startCertificatePurchase(ctx, {
    currency: 'EUR',
    amountMinor: 40_00,
    buyerName: 'Олена',
    recipientName: 'Марко',
    message: 'Від щирого серця',
    handOver,
    locale: 'uk',
    till: 'STRIPE',
    requestKey: nextKey(),
  });
  assert(redirectUrl, 'the pay page opens');
  return { certificateId, redirectUrl };
}

async function paid(ctx: PersonCtx, handOver: BuyCertificateInput['handOver']) {
  const { certificateId, redirectUrl } = await begun(ctx, handOver);
  await press(redirectUrl);
  await arrive();
  return certificateId;
}

/** As the erasure does, up to the account itself. */
async function forget({ actor: { userId } }: PersonCtx): Promise<void> {
  await eraseShopOf(system(), userId);
  await eraseMessagesOf(system(), userId);
  await inTransaction(system(), async (tx) => {
    await closeAccount(tx, userId);
    await emptyAccount(tx, userId);
  });
}

const lettersOf = (certificateId: string) =>
  test.db.outboxMessage.findMany({
    where: { subject: certificateId, template: 'gift-certificate' },
  });
const certificateOf = (id: string) => test.db.giftCertificate.findUniqueOrThrow({ where: { id } });
const inDays = (count: number) => addDays(dayAt(new Date(), 'UTC'), count);

it('a certificate for a later day reaches whom it was bought for, and tells nothing of who gave it', async () => {
  const ctx = await world.person();
  const day = inDays(10);
  const email = 'marko@example.com';
  const certificateId = await paid(ctx, { how: 'on', email, day });
  await forget(ctx);
  await sweepCertificates(system());
  expect(await certificateOf(certificateId)).toMatchObject({
    buyerName: '-',
    message: '',
    recipientEmail: email,
  });
  shop.offsetMs = Date.parse(`${day}T07:00:00Z`) - Date.now();
  await sweepCertificates(system());
  shop.offsetMs = 0;
  const [letter, ...more] = await lettersOf(certificateId);
  assert(letter, 'the letter is written');
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ recipient: email, status: 'QUEUED' });
  const { subject, text } = renderMail('gift-certificate', 'uk', letter.data);
  for (const word of ['Олена', 'щирого']) expect(subject + text).not.toContain(word);
  expect(text).toContain('Марко');
  expect(await certificateOf(certificateId)).toMatchObject({
    recipientName: '-',
    recipientEmail: null,
    balanceMinor: 40_00,
  });
});

it('a letter with a gift that is on its way out leaves without its giver’s name', async () => {
  const ctx = await world.person();
  const certificateId = await paid(ctx, { how: 'now', email: 'marko@example.com' });
  await forget(ctx);
  const [letter] = await lettersOf(certificateId);
  expect(letter).toMatchObject({
    recipient: 'marko@example.com',
    status: 'QUEUED',
    data: { buyerName: null, message: '', recipientName: 'Марко' },
  });
  await sweepCertificates(system());
  expect((await certificateOf(certificateId)).recipientEmail).toBeNull();
});

it('a certificate that people mail to themselves goes with them', async () => {
  const ctx = await world.person();
  const { email } = await test.db.user.findUniqueOrThrow({ where: { id: ctx.actor.userId } });
  const certificateId = await paid(ctx, { how: 'on', email: email ?? '', day: inDays(10) });
  await forget(ctx);
  expect((await certificateOf(certificateId)).recipientEmail).toBeNull();
});

it('a certificate that waits for money is never made by a person who is gone', async () => {
  const ctx = await world.person();
  const { certificateId, redirectUrl } = await begun(ctx, { how: 'print' });
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
