import { expect, it } from 'vitest';
import { money } from '@/lib/core/money';
import type { CheckoutRequest } from '@/lib/providers/ports/payment-gateway';
import { checkoutParams } from '@/lib/providers/stripe/checkout-params';

const request: CheckoutRequest = {
  paymentId: 'pay_1',
  reference: 'T-27-000001',
  lines: [
    { name: 'Calendar', unit: money(2990, 'EUR'), quantity: 2, nature: 'goods' },
    { name: 'PDF edition', unit: money(490, 'EUR'), quantity: 1, nature: 'file' },
    { name: 'Delivery', unit: money(790, 'EUR'), quantity: 1, nature: 'delivery' },
    { name: 'Gift certificate', unit: money(2500, 'EUR'), quantity: 1 },
  ],
  customerEmail: 'olena@example.com',
  successUrl: 'https://shop.example/orders/1',
  cancelUrl: 'https://shop.example/orders/1?left',
  locale: 'de',
  expiresAt: new Date('2027-01-15T12:00:00Z'),
};
const shipTo = {
  name: 'Olena Bondar',
  phone: '',
  line1: 'Lindenallee 5',
  line2: '',
  city: 'Berlin',
  postalCode: '10115',
  region: '',
  country: 'DE',
};

it('says of every line that its tax is inside and what kind of thing is taxed', () => {
  const lines = checkoutParams(request).line_items ?? [];
  expect(lines.map(({ price_data }) => price_data?.tax_behavior)).toEqual(
    Array.from({ length: 4 }, () => 'inclusive'),
  );
  expect(lines.map(({ price_data }) => price_data?.product_data?.tax_code)).toEqual([
    'txcd_99999999',
    'txcd_10000000',
    'txcd_92010001',
    undefined,
  ]);
});

it('sends where the goods go, without empty fields, and nothing where they go nowhere', () => {
  expect(checkoutParams({ ...request, shipTo }).payment_intent_data?.shipping).toEqual({
    name: 'Olena Bondar',
    address: { line1: 'Lindenallee 5', city: 'Berlin', postal_code: '10115', country: 'DE' },
  });
  expect(checkoutParams(request).payment_intent_data).not.toHaveProperty('shipping');
});
