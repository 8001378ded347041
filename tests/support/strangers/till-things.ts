import { newId } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { Things } from './belongings';

/** What staff's desks of money show of a person: a payment that was set aside, a difference in the books, a dispute, an event. */
export async function addTillThings(
  db: PrismaClient,
  things: Things,
  ownerId: string,
): Promise<void> {
  const externalId = `strangers-${things.setAsidePayment}`;
  await db.payment.create({
    data: {
      id: things.setAsidePayment,
      purpose: 'ORDER',
      orderId: things.paidOrder,
      ownerId,
      provider: 'STRIPE',
      status: 'EXPIRED',
      currency: 'EUR',
      amountMinor: 3500,
      externalId,
      externalPaymentId: externalId,
      quarantineReason: 'amount_mismatch',
      takenMinor: 3400,
      takenCurrency: 'EUR',
      requestKey: crypto.randomUUID(),
      expiresAt: new Date(),
    },
  });
  // Over already, so that nothing is held back because of it.
  await db.dispute.create({
    data: {
      id: things.dispute,
      paymentId: things.setAsidePayment,
      provider: 'STRIPE',
      externalId: `dp_${things.dispute}`,
      status: 'WON',
      providerStatus: 'won',
      reason: 'product_not_received',
      currency: 'EUR',
      amountMinor: 3400,
      openedAt: new Date(),
      closedAt: new Date(),
    },
  });
  // Long past, so that no comparison of the tests looks at it.
  const day = new Date('2020-01-01');
  const reconciliation = await db.reconciliation.upsert({
    where: { provider_day: { provider: 'STRIPE', day } },
    create: { id: newId('reconciliation'), provider: 'STRIPE', day, status: 'DONE' },
    update: {},
  });
  await db.reconciliationFinding.create({
    data: {
      id: things.finding,
      reconciliationId: reconciliation.id,
      provider: 'STRIPE',
      kind: 'amount_differs',
      externalId,
      paymentId: things.setAsidePayment,
    },
  });
  await db.webhookEvent.create({
    data: {
      id: things.webhookEvent,
      provider: 'stripe',
      externalId: `evt_${things.webhookEvent}`,
      type: 'strangers',
      body: '{}',
      subject: { checkoutId: null, refundId: null, externalPaymentId: null, disputeId: null },
      processedAt: new Date(),
      outcome: 'ignored',
    },
  });
}
