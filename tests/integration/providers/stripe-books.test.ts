import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { money } from '@/lib/core/money';
import type { ProviderDispute, ProviderEntry } from '@/lib/providers/ports/payment-gateway';
import { openStripeTill } from '../payments/storms/stripe-till';
import type { StormTill } from '../payments/storms/walker';

let till: StormTill;
beforeAll(async () => {
  till = await openStripeTill();
});
afterAll(() => till.close());

async function aCheckout(amountMinor = 5670) {
  const paymentId = `pay_${crypto.randomUUID()}`;
  const checkout = await till.gateway.createCheckout({
    paymentId,
    reference: 'T-27-000001',
    lines: [{ name: 'Calendar', unit: money(amountMinor, 'EUR'), quantity: 1 }],
    customerEmail: 'olena@example.com',
    successUrl: 'http://127.0.0.1:9/done',
    cancelUrl: 'http://127.0.0.1:9/left',
    locale: 'uk',
    expiresAt: new Date(Date.now() + 2 * 3_600_000),
  });
  return { ...checkout, paymentId };
}
async function aPaidCheckout(amountMinor?: number) {
  const checkout = await aCheckout(amountMinor);
  await till.press(checkout.redirectUrl, 'pay');
  const { externalPaymentId } = await till.gateway.readCheckout(checkout.externalId);
  return { ...checkout, externalPaymentId: externalPaymentId ?? '' };
}
async function entries(range?: { from: Date; to: Date }): Promise<ProviderEntry[]> {
  const all: ProviderEntry[] = [];
  const hour = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) };
  for await (const entry of till.gateway.listEntries(range ?? hour)) all.push(entry);
  return all;
}

describe('a read', () => {
  test('says why the last card was refused while the page can still be paid', async () => {
    const { externalId, redirectUrl } = await aCheckout();
    await till.press(redirectUrl, 'decline');
    expect(await till.gateway.readCheckout(externalId)).toMatchObject({
      state: 'open',
      declineReason: 'card_declined',
    });
    await till.press(redirectUrl, 'pay');
    expect(await till.gateway.readCheckout(externalId)).toMatchObject({
      state: 'paid',
      declineReason: null,
    });
  });

  test('of a paid one has the fee and a receipt that opens', async () => {
    const { externalId } = await aPaidCheckout(10_000);
    const paid = await till.gateway.readCheckout(externalId);
    // 1.5 % and 0.25.
    expect(paid.feeMinor).toBe(175);
    expect(paid.receiptUrl).toContain(externalId);
  });
});

describe('the books', () => {
  test('list what was taken under its checkout and our payment, and what went back under our refund', async () => {
    const { externalId, paymentId, externalPaymentId } = await aPaidCheckout();
    const refund = await till.gateway.refund({
      externalPaymentId,
      amount: { amountMinor: 670, currency: 'EUR' },
      idempotencyKey: crypto.randomUUID(),
      refundId: 'rfd_1',
    });
    const own = (await entries()).filter(
      (entry) => entry.externalId === externalId || entry.externalId === refund.externalId,
    );
    expect(own).toHaveLength(2);
    expect(own.find(({ kind }) => kind === 'payment')).toMatchObject({
      paymentId,
      amount: { amountMinor: 5670, currency: 'EUR' },
    });
    expect(own.find(({ kind }) => kind === 'refund')).toMatchObject({
      refundId: 'rfd_1',
      amount: { amountMinor: 670, currency: 'EUR' },
    });
  });

  test('list neither unpaid nor refused ones, nor anything outside of the time', async () => {
    const open = await aCheckout();
    const refused = await aCheckout();
    await till.press(refused.redirectUrl, 'decline');
    const ids = (await entries()).map(({ externalId }) => externalId);
    expect(ids).not.toContain(open.externalId);
    expect(ids).not.toContain(refused.externalId);
    const yesterday = {
      from: new Date(Date.now() - 86_400_000),
      to: new Date(Date.now() - 3600_000),
    };
    expect(await entries(yesterday)).toEqual([]);
  });

  test('are read over several pages without a gap or a double', async () => {
    const before = (await entries()).length;
    const made = await Promise.all(Array.from({ length: 105 }, () => aPaidCheckout(100)));
    const ids = (await entries()).map(({ externalId }) => externalId);
    expect(ids).toHaveLength(before + made.length);
    expect(new Set(ids).size).toBe(ids.length);
  }, 30_000);
});

describe('a dispute', () => {
  test('is told by events that name it, and read with its due date, from open to its end', async () => {
    const { redirectUrl, externalPaymentId } = await aPaidCheckout();
    till.newEvents();
    till.accidents.dispute?.(redirectUrl);
    const named = [];
    for (const { rawBody, signature } of till.newEvents()) {
      named.push((await till.gateway.verifyEvent(rawBody, signature)).disputeId);
    }
    expect(new Set(named).size).toBe(1);
    const id = named[0] ?? '';
    const open = await till.gateway.readDispute?.(id);
    expect(open).toMatchObject({
      externalId: id,
      externalPaymentId,
      state: 'open',
      providerStatus: 'needs_response',
      amount: { amountMinor: 5670, currency: 'EUR' },
    });
    expect(open?.evidenceDueAt?.getTime()).toBeGreaterThan(Date.now());
    till.accidents.disputeLost?.(redirectUrl);
    expect(await till.gateway.readDispute?.(id)).toMatchObject({ state: 'lost' });
  });
});

describe('the list of disputes', () => {
  async function disputes(range: { from: number; to: number }) {
    const all: ProviderDispute[] = [];
    const [from, to] = [new Date(range.from), new Date(range.to)];
    for await (const one of till.gateway.listDisputes?.({ from, to }) ?? []) all.push(one);
    return all;
  }

  test('has each that was opened in the time, over many pages, as it stands now', async () => {
    const opened = Date.now();
    const charges: string[] = [];
    for (let count = 0; count < 103; count += 1) {
      const { redirectUrl, externalPaymentId } = await aPaidCheckout();
      await till.accidents.dispute?.(redirectUrl);
      if (count === 0) await till.accidents.disputeLost?.(redirectUrl);
      charges.push(externalPaymentId);
    }
    const listed = await disputes({ from: opened - 1000, to: Date.now() + 1000 });
    const about = (charge: string) => listed.filter((one) => one.externalPaymentId === charge);
    expect(charges.map((charge) => about(charge).length)).toEqual(charges.map(() => 1));
    expect(about(charges[0] ?? '')[0]?.state).toBe('lost');
    expect(about(charges[1] ?? '')[0]).toMatchObject({
      state: 'open',
      amount: { amountMinor: 5670, currency: 'EUR' },
    });
    expect(await disputes({ from: opened - 7_200_000, to: opened - 3_600_000 })).toEqual([]);
  });
});
