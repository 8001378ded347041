import type Stripe from 'stripe';
import { assert } from '@/lib/core/assert';
import type { CheckoutRequest, ShipTo } from '@/lib/providers/ports/payment-gateway';

/** Page languages of Stripe that we also speak; for the others the page follows the browser. */
const PAGE_LOCALES = new Set(['en', 'de', 'pl', 'fr', 'es', 'it', 'ja']);
/** Stripe's limit for a product's name. */
const NAME_LENGTH_MAX = 250;
/** Stripe's product tax codes (docs.stripe.com/tax/tax-codes): tangible goods, electronic services, shipping. */
const TAX_CODES = {
  goods: 'txcd_99999999',
  file: 'txcd_10000000',
  delivery: 'txcd_92010001',
} as const;

/** Our request in Stripe's words. A pure function of the request: the same payment gives the same parameters. */
export function checkoutParams(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const currency = request.lines[0]?.unit.currency;
  assert(currency, 'a checkout has lines');
  assert(
    request.lines.every((line) => line.unit.currency === currency),
    'all lines of a checkout are in one currency',
  );
  const metadata = { paymentId: request.paymentId, reference: request.reference };
  return {
    mode: 'payment',
    ui_mode: 'hosted_page',
    line_items: request.lines.map((line) => ({
      quantity: line.quantity,
      price_data: {
        currency: line.unit.currency.toLowerCase(),
        unit_amount: line.unit.amountMinor,
        tax_behavior: 'inclusive',
        product_data: {
          name: line.name.slice(0, NAME_LENGTH_MAX),
          ...(line.nature ? { tax_code: TAX_CODES[line.nature] } : {}),
        },
      },
    })),
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
    client_reference_id: request.paymentId,
    customer_email: request.customerEmail,
    locale: PAGE_LOCALES.has(request.locale) ? request.locale : 'auto',
    expires_at: Math.floor(request.expiresAt.getTime() / 1000),
    metadata,
    // Stripe does not copy a session's metadata to its payment, where staff looks for it.
    payment_intent_data: {
      metadata,
      description: request.reference,
      // Stripe's own receipt, besides our mail.
      ...(request.customerEmail ? { receipt_email: request.customerEmail } : {}),
      ...(request.shipTo ? { shipping: shippingOf(request.shipTo) } : {}),
    },
  };
}

/** Stripe refuses parameters that are empty. */
function shippingOf(to: ShipTo): Stripe.Checkout.SessionCreateParams.PaymentIntentData.Shipping {
  const { name, phone, line1, line2, city, postalCode, region, country } = to;
  return {
    name,
    ...(phone ? { phone } : {}),
    address: {
      line1,
      country,
      ...(line2 ? { line2 } : {}),
      ...(city ? { city } : {}),
      ...(postalCode ? { postal_code: postalCode } : {}),
      ...(region ? { state: region } : {}),
    },
  };
}
