import { describe, expect, test } from 'vitest';
import { DomainError } from '@/lib/core/errors';
import { invoiceParams } from '@/lib/providers/monobank/invoice-params';
import {
  InvoiceSchema,
  toProviderPayment,
  toVerifiedEvent,
} from '@/lib/providers/monobank/monobank-mapping';
import type { CheckoutRequest } from '@/lib/providers/ports/payment-gateway';

const NOW = new Date('2026-11-21T12:00:00Z');

function payment(parts: Record<string, unknown>, now = NOW) {
  const invoice = InvoiceSchema.parse({
    invoiceId: 'p2_1',
    status: 'created',
    amount: 10_000,
    ccy: 980,
    createdDate: '2026-11-21T11:00:00Z',
    modifiedDate: '2026-11-21T11:30:00Z',
    reference: 'pay_1',
    ...parts,
  });
  return toProviderPayment(invoice, now);
}

const cancel = (status: string, amount: number) => ({ status, amount, ccy: 980, extRef: 'ref_1' });

describe('an invoice', () => {
  test.each([
    ['created', 'open'],
    ['processing', 'processing'],
    ['hold', 'processing'],
    ['success', 'paid'],
    ['failure', 'open'],
    ['reversed', 'paid'],
    ['expired', 'expired'],
    ['a_word_of_the_future', 'processing'],
  ])('that is %s is %s to us', (status, state) => {
    expect(payment({ status, finalAmount: 10_000 }).state).toBe(state);
  });

  test('that failed can be tried again, says why, and is over when its time is long over', () => {
    const failed = { status: 'failure', errCode: '59', failureReason: 'Недостатньо коштів' };
    expect(payment(failed)).toMatchObject({ state: 'open', declineReason: 'insufficient_funds' });
    expect(payment({ ...failed, errCode: 9999 }).declineReason).toBe('card_declined');
    expect(payment(failed, new Date('2026-11-22T11:05:00Z')).state).toBe('open');
    expect(payment(failed, new Date('2026-11-22T11:11:00Z')).state).toBe('failed');
  });

  test.each([
    ['in part', 'success', 7000, [cancel('success', 3000)]],
    ['in parts', 'success', 2000, [cancel('success', 3000), cancel('success', 5000)]],
    ['in full', 'reversed', 0, [cancel('success', 10_000)]],
    ['in full, without a list', 'reversed', 0, undefined],
    ['not yet, the sum fallen already', 'success', 7000, [cancel('processing', 3000)]],
    ['not yet, the sum still whole', 'success', 10_000, [cancel('processing', 3000)]],
    ['in vain', 'success', 10_000, [cancel('failure', 3000)]],
  ])('given back %s was paid with all its money', (_name, status, finalAmount, cancelList) => {
    expect(payment({ status, finalAmount, cancelList })).toMatchObject({
      state: 'paid',
      amount: { amountMinor: 10_000, currency: 'UAH' },
    });
  });

  test('paid with another sum or in another currency says so', () => {
    expect(payment({ status: 'success', finalAmount: 9000 }).amount.amountMinor).toBe(9000);
    expect(payment({ status: 'success', finalAmount: 11_000 }).amount.amountMinor).toBe(11_000);
    expect(payment({ status: 'success', ccy: 978 }).amount.currency).toBe('EUR');
    expect(payment({ status: 'success', ccy: 643 }).amount.currency).toBe('643');
  });
});

describe('an event', () => {
  const body = (parts: object) =>
    JSON.stringify({
      invoiceId: 'p2_1',
      status: 'success',
      amount: 100,
      ccy: 980,
      modifiedDate: '2026-11-21T11:30:00Z',
      ...parts,
    });

  test('has the name of its invoice, time and status', () => {
    const event = toVerifiedEvent(body({}));
    expect(event).toMatchObject({ type: 'success', checkoutId: 'p2_1', refundId: null });
    expect(toVerifiedEvent(body({})).externalId).toBe(event.externalId);
    const others = [
      { status: 'processing' },
      { modifiedDate: '2026-11-21T11:30:01Z' },
      { invoiceId: 'p2_2' },
    ];
    const names = others.map((other) => toVerifiedEvent(body(other)).externalId);
    expect(new Set([...names, event.externalId]).size).toBe(4);
  });

  test('with refunds is about the newest of them, and another one when a refund moves', () => {
    const first = {
      ...cancel('success', 10),
      extRef: 'ref_a',
      modifiedDate: '2026-11-21T10:00:00Z',
    };
    const second = { ...cancel('processing', 10), modifiedDate: '2026-11-21T11:30:00Z' };
    const begun = toVerifiedEvent(body({ cancelList: [first, second] }));
    expect(begun).toMatchObject({
      checkoutId: null,
      refundId: 'p2_1:ref_1',
      externalPaymentId: 'p2_1',
    });
    const ended = toVerifiedEvent(body({ cancelList: [first, { ...second, status: 'success' }] }));
    expect(ended.externalId).not.toBe(begun.externalId);
  });

  test('that nobody understands is about nothing', () => {
    for (const text of ['{"hello":1}', 'not json', '[]']) {
      expect(toVerifiedEvent(text)).toMatchObject({ type: 'unknown', checkoutId: null });
    }
  });
});

describe('a request', () => {
  const request = (parts: Partial<CheckoutRequest> = {}): CheckoutRequest => ({
    paymentId: 'pay_1',
    reference: 'T-27-000001',
    lines: [
      { name: 'Календар', unit: { amountMinor: 2490, currency: 'UAH' }, quantity: 2, code: 'cal' },
      { name: 'Подарунок', unit: { amountMinor: 0, currency: 'UAH' }, quantity: 1 },
      { name: 'Доставка', unit: { amountMinor: 690, currency: 'UAH' }, quantity: 1 },
    ],
    customerEmail: 'olena@example.com',
    successUrl: 'https://shop.example/orders/1?payment=done&checkout={CHECKOUT_SESSION_ID}',
    cancelUrl: 'https://shop.example/orders/1?payment=left',
    locale: 'uk',
    expiresAt: new Date(NOW.getTime() + 3_600_000),
    ...parts,
  });
  const params = (parts?: Partial<CheckoutRequest>) =>
    invoiceParams(request(parts), 'https://shop.example/hook', NOW);

  test('says what the basket holds, so that its sums are the amount', () => {
    expect(params()).toEqual({
      amount: 5670,
      ccy: 980,
      merchantPaymInfo: {
        reference: 'pay_1',
        destination: 'Twelvefold, T-27-000001',
        customerEmails: ['olena@example.com'],
        basketOrder: [
          { name: 'Календар', qty: 2, sum: 2490, total: 4980, code: 'cal', unit: 'шт.' },
          { name: 'Доставка', qty: 1, sum: 690, total: 690, code: 'line-3', unit: 'шт.' },
        ],
      },
      redirectUrl: 'https://shop.example/orders/1?payment=done',
      successUrl: 'https://shop.example/orders/1?payment=done',
      failUrl: 'https://shop.example/orders/1?payment=left',
      webHookUrl: 'https://shop.example/hook',
      validity: 3600,
      paymentType: 'debit',
    });
  });

  test.each([
    ['long over', -1000, 60],
    ['in a week', 7 * 86_400, 86_400],
  ])('whose time is %s stays within what the bank takes', (_name, seconds, validity) => {
    const expiresAt = new Date(NOW.getTime() + seconds * 1000);
    expect(params({ expiresAt })).toMatchObject({ validity });
  });

  test('cuts a long name without breaking a character, and names each line once', () => {
    const unit = { amountMinor: 100, currency: 'UAH' };
    const lines = [
      { name: `${'a'.repeat(127)}🎄`, unit, quantity: 1, code: 'wall' },
      { name: 'b', unit: { ...unit, amountMinor: 90 }, quantity: 1, code: 'wall' },
    ];
    expect(params({ lines })).toMatchObject({
      merchantPaymInfo: {
        basketOrder: [
          { name: 'a'.repeat(127), code: 'wall' },
          { name: 'b', code: 'wall-2' },
        ],
      },
    });
  });

  test.each(['PLN', 'GBP', 'XTR'])('in %s is refused', (currency) => {
    const lines = [{ name: 'x', unit: { amountMinor: 1, currency }, quantity: 1 }];
    expect(() => params({ lines })).toThrow(new DomainError('payment.till_unavailable'));
  });
});
