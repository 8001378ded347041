import { beforeAll, expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { expireUnpaidOrders } from '@/lib/orders/expire-unpaid-orders';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { reconcilePayments } from '@/lib/payments/reconcile-payments';
import { useDatabase } from '@/tests/support/database';
import { bareOrders } from './gifts-world';

const test = useDatabase();
const HOUR_MS = 3_600_000;
const startedAt = Date.now();

beforeAll(() => seedCatalogue(test.db));

/** Some hours from now, and no till is there to ask. */
const after = (hours: number): Ctx =>
  test.ctx(undefined, {
    clock: { now: () => new Date(startedAt + hours * HOUR_MS) },
    providers: { tills: {} },
  });

const aPayment = (orderId: string, ownerId: string, status: 'PENDING' | 'PAID') => ({
  id: newId('payment'),
  purpose: 'ORDER',
  orderId,
  ownerId,
  provider: 'STRIPE' as const,
  status,
  currency: 'EUR',
  amountMinor: 100_00,
  externalId: `cs_${orderId}`,
  externalPaymentId: `pi_${orderId}`,
  requestKey: crypto.randomUUID(),
  expiresAt: new Date(startedAt + HOUR_MS),
});

it('unpaid orders that cannot be ended, more than one round looks at, do not keep the next one open', async () => {
  const { ctx } = await test.person();
  const place = await bareOrders(test, ctx);
  for (let index = 0; index < 130; index += 1) {
    await place((tx, orderId) =>
      tx.db.payment.create({ data: aPayment(orderId, ctx.actor.userId, 'PENDING') }),
    );
  }
  const last = await place(() => Promise.resolve());
  const status = async () =>
    (await test.db.order.findUniqueOrThrow({ where: { id: last } })).status;
  await expect(expireUnpaidOrders(after(25))).rejects.toThrow('100 overdue');
  expect(await status()).toBe('AWAITING_PAYMENT');
  await expect(expireUnpaidOrders(after(26))).rejects.toThrow('overdue');
  expect(await status()).toBe('EXPIRED');
});

it('refunds that no till answers, more than one round asks about, do not keep the next one waiting', async () => {
  const { ctx } = await test.person();
  const place = await bareOrders(test, ctx);
  const payment = { id: '' };
  await place(async (tx, orderId) => {
    const data = { ...aPayment(orderId, ctx.actor.userId, 'PAID'), refundedMinor: 230 };
    payment.id = (await tx.db.payment.create({ data })).id;
  });
  const ids = Array.from({ length: 230 }, () => newId('refund'));
  await test.db.refund.createMany({
    data: ids.map((id, index) => ({
      id,
      paymentId: payment.id,
      status: 'REQUESTED' as const,
      amountMinor: 1,
      reason: 'x',
      idempotencyKey: `refund:${id}`,
      createdAt: new Date(startedAt - HOUR_MS + index),
    })),
  });
  const last = () => test.db.refund.findUniqueOrThrow({ where: { id: ids.at(-1) ?? '' } });
  await expect(reconcilePayments(after(1), PURPOSES)).rejects.toThrow('stay open');
  expect((await last()).triedAt).toBeNull();
  await expect(reconcilePayments(after(2), PURPOSES)).rejects.toThrow('stay open');
  expect((await last()).triedAt).not.toBeNull();
});
