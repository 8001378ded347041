import type { Ctx } from '@/lib/db/context';
import { startPayment } from '@/lib/payments/start-payment';
import type { ShipTo } from '@/lib/providers/ports/payment-gateway';
import { readAddress } from './address-lines';
import { PickupPointSchema } from './delivery/methods';
import { localText } from './local-text';
import { orderCopy } from './order-copy';
import { orderUrl } from './order-urls';
import { payLines } from './pay-lines';
import type { OrderRow } from './store';

/** How long an unpaid order is kept; the pay page closes no later. Stripe's longest session is 24 hours. */
export const UNPAID_HOURS = 24;
/** Stripe refuses sessions shorter than 30 minutes; the rest is for slow clocks and slow calls. */
const CHECKOUT_MIN_MS = 35 * 60_000;
const CHECKOUT_MAX_MS = 23 * 3_600_000;

export function unpaidDeadline(placedAt: Date): Date {
  return new Date(placedAt.getTime() + UNPAID_HOURS * 3_600_000);
}

/** When the pay page of an attempt started at `now` closes: with the order, within what the provider allows. */
export function checkoutExpiry(placedAt: Date, now: Date): Date {
  const left = unpaidDeadline(placedAt).getTime() - now.getTime();
  return new Date(now.getTime() + Math.min(CHECKOUT_MAX_MS, Math.max(CHECKOUT_MIN_MS, left)));
}

/**
 * Opens the pay page for one attempt at an order. Outside of any transaction, safe to repeat.
 * @throws DomainError "payment.provider_unavailable", "payment.not_payable"
 */
export async function openCheckout(
  ctx: Ctx,
  order: OrderRow,
  paymentId: string,
): Promise<{ redirectUrl: string }> {
  const { locale, t } = orderCopy(order.locale);
  const url = orderUrl(order.id);
  const lines = payLines(order, {
    delivery: t('totals.delivery'),
    wrap: t('totals.wrap'),
    untitled: t('untitled'),
    productOf: (item) => localText(item.product.names, locale),
  });
  return startPayment(ctx, paymentId, {
    reference: order.number,
    lines,
    customerEmail: order.contactEmail,
    shipTo: shipToOf(order),
    successUrl: `${url}?payment=done&checkout={CHECKOUT_SESSION_ID}`,
    cancelUrl: `${url}?payment=left`,
    locale,
  });
}

/** The one place an order goes to; null for files alone, and for several addresses: none of them is the buyer's for sure. */
function shipToOf({ parcels }: OrderRow): ShipTo | null {
  const [parcel, ...others] = parcels;
  if (!parcel || others.length > 0) return null;
  const { recipient: name, ...address } = readAddress(parcel.address);
  const point = PickupPointSchema.safeParse(parcel.pickupPoint);
  if (!point.success) return { name, ...address };
  return { name, ...address, line1: point.data.name, city: point.data.cityName };
}
