import type { Currency } from '@/lib/core/money';
import { type TillName, tillsFor } from '@/lib/payments/till-choice';
import type { OrderRow } from './store';

/** Where a customer can pay, and what became of the last try. */
export type OrderPaymentView = {
  /** Tills that can take this payment, the suggested one first. */
  tills: TillName[];
  /** The till of the last try. */
  lastTill: TillName | null;
  /** The provider's reason why the last try was refused: "insufficient_funds". */
  declineReason: string | null;
  /** The provider's receipt of what was paid. */
  receiptUrl: string | null;
};

/** @param available providers that take payments now */
export function presentPayment(order: OrderRow, available: readonly string[]): OrderPaymentView {
  const tills = tillsFor({
    currency: order.currency as Currency,
    country: order.country,
    available,
  });
  const last = order.payments.at(-1);
  const paid = order.payments.findLast(({ status }) => status === 'PAID');
  return {
    tills,
    lastTill: tills.find((till) => till === last?.provider) ?? null,
    declineReason: last && last.status !== 'PAID' ? last.declineReason : null,
    receiptUrl: paid?.receiptUrl ?? null,
  };
}
