import { newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { PaymentProvider } from '@/lib/db/generated/client';
import type { ProviderDispute } from '@/lib/providers/ports/payment-gateway';
import { findDispute, insertDispute, moveDispute, noteDispute } from './dispute-store';
import { type Purposes, purposeOf } from './purpose';
import { findPaymentByCharge } from './store';
import { tillOf } from './till-of';

const STATUS = { open: 'OPEN', won: 'WON', lost: 'LOST' } as const;

/**
 * Reads a dispute from the provider and records it: once when it opens and once when it is decided, in whatever order
 * and however often the events come.
 * @returns false when its charge is none of ours
 */
export async function settleDispute(
  ctx: Ctx,
  provider: PaymentProvider,
  disputeId: string,
  purposes: Purposes,
): Promise<boolean> {
  const truth = await tillOf(ctx, provider).readDispute?.(disputeId);
  if (!truth?.externalPaymentId) return false;
  const payment = await findPaymentByCharge(ctx, provider, truth.externalPaymentId);
  if (!payment) return false;
  const purpose = purposeOf(purposes, payment);
  await inTransaction(ctx, async (tx) => {
    await purpose.lock(tx, payment);
    const closedAt = truth.state === 'open' ? null : tx.clock.now();
    const key = { provider, externalId: truth.externalId };
    const isNew = await insertDispute(tx, {
      id: newId('dispute'),
      ...key,
      paymentId: payment.id,
      status: STATUS[truth.state],
      reason: truth.reason,
      currency: truth.amount.currency.toUpperCase(),
      amountMinor: truth.amount.amountMinor,
      openedAt: truth.openedAt,
      closedAt,
      ...changing(truth),
    });
    const hasMoved =
      !isNew && truth.state !== 'open' && (await moveDispute(tx, key, STATUS[truth.state]));
    if (!isNew) await noteDispute(tx, key, changing(truth));
    const dispute = await findDispute(tx, key);
    if (dispute && (isNew || hasMoved)) await purpose.onDispute?.(tx, payment, dispute);
  });
  ctx.log.warn('dispute', { disputeId, state: truth.state, paymentId: payment.id });
  return true;
}

function changing({ providerStatus, evidenceDueAt }: ProviderDispute) {
  return { providerStatus, evidenceDueAt };
}
