import { newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { Payment, PaymentProvider, PaymentStatus } from '@/lib/db/generated/client';
import { type Purposes, purposeOf } from './purpose';
import { settlePayment } from './settle-payment';
import {
  findAttempts,
  findPayment,
  findPaymentByCheckout,
  insertPayment,
  lockPayment,
  markPending,
  saveCheckout,
  swapCheckout,
} from './store';
import { tillOf } from './till-of';

/**
 * Settles whatever payment a provider's checkout is for. Three cases: we know the checkout; we lost the provider's
 * answer when it was opened, so the checkout names a payment that knows none; or we lost it and opened another one
 * since. The last is recorded as an attempt of its own once it is paid, so that no money is without a row.
 * @returns the payment's state, or null for a checkout that is none of ours or that nobody paid
 */
export async function takeInCheckout(
  ctx: Ctx,
  provider: PaymentProvider,
  checkoutId: string,
  purposes: Purposes,
): Promise<{ status: PaymentStatus | null; isPaid: boolean }> {
  const known = await findPaymentByCheckout(ctx, provider, checkoutId);
  if (known) {
    const status = await settlePayment(ctx, known.id, purposes);
    return { status, isPaid: status === 'PAID' };
  }
  const truth = await tillOf(ctx, provider).readCheckout(checkoutId);
  const isPaid = truth.state === 'paid';
  const named = truth.paymentId === null ? null : await findPayment(ctx, truth.paymentId);
  if (named?.provider !== provider) return { status: null, isPaid };
  if (await saveCheckout(ctx, named.id, { externalId: checkoutId, redirectUrl: null })) {
    await markPending(ctx, named.id);
    return { status: await settlePayment(ctx, named.id, purposes), isPaid };
  }
  // Nobody was given the address of an orphan's page: unpaid, it closes by itself.
  if (!isPaid) return { status: null, isPaid };
  for (const { id } of await recordOrphan(ctx, named, checkoutId, purposes)) {
    await settlePayment(ctx, id, purposes);
  }
  const recorded = await findPaymentByCheckout(ctx, provider, checkoutId);
  return { status: recorded?.status ?? null, isPaid };
}

/**
 * The attempt takes the checkout that was paid, the other one stays in a row of its own: its page is closed, and should
 * it be paid as well, that money goes back. An attempt that is paid already keeps its checkout.
 */
async function recordOrphan(
  ctx: Ctx,
  original: Payment,
  checkoutId: string,
  purposes: Purposes,
): Promise<Payment[]> {
  const purpose = purposeOf(purposes, original);
  await inTransaction(ctx, async (tx) => {
    await purpose.lock(tx, original);
    const locked = await lockPayment(tx, original.id);
    if (!locked?.externalId || (await findPaymentByCheckout(tx, locked.provider, checkoutId))) {
      return;
    }
    const isOver = locked.status === 'PAID' || locked.quarantineReason !== null;
    if (!isOver) await swapCheckout(tx, locked.id, checkoutId);
    const otherId = isOver ? checkoutId : locked.externalId;
    const { orderId, ownerId, provider, currency, amountMinor, expiresAt } = locked;
    await insertPayment(tx, {
      id: newId('payment'),
      purpose: locked.purpose,
      orderId,
      ownerId,
      provider,
      status: 'PENDING',
      currency,
      amountMinor,
      externalId: otherId,
      requestKey: `orphan:${otherId}`,
      orphanOfId: locked.id,
      expiresAt,
      createdAt: tx.clock.now(),
    });
  });
  return findAttempts(ctx, original.id);
}
