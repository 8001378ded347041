import { afterEach, expect, it } from 'vitest';
import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import { inTransaction, type PersonCtx } from '@/lib/db/context';
import { enqueue } from '@/lib/jobs/queue';
import { addToCart } from '@/lib/orders/add-to-cart';
import { checkBalance } from '@/lib/orders/certificates/check-balance';
import { getCertificate } from '@/lib/orders/certificates/get-certificate';
import { refundCertificate } from '@/lib/orders/certificates/refund-certificate';
import { startCertificatePurchase } from '@/lib/orders/certificates/start-certificate-purchase';
import { placeOrder } from '@/lib/orders/place-order';
import { certificateProblems } from './gifts-world';
import { openShop } from './open-shop';
import { anApprovedCalendar, aWish, drainJobs, nextKey, press, productOf } from './shop';

const world = openShop();
const { test, shop, system } = world;

afterEach(async () => expect(await certificateProblems(test)).toEqual([]));

async function arrive(): Promise<void> {
  do await shop.till.sandbox.settled();
  while ((await drainJobs(test, system())) > 0);
}

/** A certificate paid with a card whose holder then talks to the bank. */
async function bought(ctx: PersonCtx) {
  const { certificateId, redirectUrl } = await startCertificatePurchase(ctx, {
    currency: 'UAH',
    amountMinor: 400_00,
    buyerName: 'Олена',
    recipientName: 'Марко',
    message: '',
    handOver: { how: 'print' },
    locale: 'uk',
    till: 'STRIPE',
    requestKey: nextKey(),
  });
  assert(redirectUrl, 'the pay page opens');
  await press(redirectUrl);
  await arrive();
  const code = (await getCertificate(ctx, { certificateId })).code ?? '';
  const bank = async (outcome: 'dispute' | 'dispute-won' | 'dispute-lost') => {
    await fetch(redirectUrl, { method: 'POST', body: new URLSearchParams({ outcome }) });
    await arrive();
  };
  return { certificateId, code, bank };
}

/** Everything that the till has told, once more. */
async function tellAgain(): Promise<void> {
  const events = await test.db.webhookEvent.findMany({ select: { id: true } });
  await test.db.webhookEvent.updateMany({ data: { processedAt: null } });
  for (const { id } of events) {
    const webhookEventId = id as Id<'webhookEvent'>;
    await inTransaction(system(), (tx) => enqueue(tx, 'webhook.process', { webhookEventId }));
  }
  await arrive();
}

/** An order of two calendars that costs more than the certificate. */
async function anOrderFor(ctx: PersonCtx) {
  const { calendarId, proofId } = await anApprovedCalendar(test, ctx);
  await addToCart(ctx, { calendarId, proofId, productId: await productOf(test), quantity: 2 });
  const { expectedDueMinor } = await aWish(ctx);
  return async (code: string) => {
    const due = { certificateCodes: [code], expectedDueMinor: expectedDueMinor - 400_00 };
    return placeOrder(ctx, await aWish(ctx, due));
  };
}

it('a certificate whose money the bank asks back buys nothing, and is not given back besides', async () => {
  const ctx = await world.person();
  const { certificateId, code, bank } = await bought(ctx);
  const order = await anOrderFor(ctx);
  await bank('dispute');
  await expect(order(code)).rejects.toThrow('certificate.not_found');
  await expect(checkBalance(ctx, { code })).rejects.toThrow('certificate.not_found');
  await expect(refundCertificate(ctx, { certificateId, requestKey: nextKey() })).rejects.toThrow(
    'certificate.not_refundable',
  );
  await bank('dispute-won');
  await order(code);
  expect((await checkBalance(ctx, { code })).balance.amountMinor).toBe(0);
});

it('what is left of it is gone when the bank decides against us, and stays gone', async () => {
  const ctx = await world.person();
  const { certificateId, code, bank } = await bought(ctx);
  await bank('dispute');
  await bank('dispute-lost');
  await tellAgain();
  const row = await test.db.giftCertificate.findUniqueOrThrow({ where: { id: certificateId } });
  expect(row).toMatchObject({ status: 'VOID', balanceMinor: 0 });
  const order = await anOrderFor(ctx);
  await expect(order(code)).rejects.toThrow('certificate.not_found');
});

it('orders that it paid for are held back until the bank has decided', async () => {
  const ctx = await world.person();
  const { code, bank } = await bought(ctx);
  const order = await anOrderFor(ctx);
  const { orderId, redirectUrl } = await order(code);
  const held = async () => (await world.orderOf(orderId)).heldReason;
  await bank('dispute');
  expect(await held()).toBe('dispute');
  await press(redirectUrl ?? '');
  await arrive();
  expect(await world.orderOf(orderId)).toMatchObject({ status: 'PAID', heldReason: 'dispute' });
  await bank('dispute-won');
  expect(await held()).toBeNull();
});
