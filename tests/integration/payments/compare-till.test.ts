import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assert } from '@/lib/core/assert';
import { newId } from '@/lib/core/ids';
import { dayAt } from '@/lib/core/plain-date';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { PURPOSES } from '@/lib/orders/payment-purposes';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { compareTill } from '@/lib/payments/compare-till';
import { compareTills } from '@/lib/payments/compare-tills';
import { settlePayment } from '@/lib/payments/settle-payment';
import type { ProviderEntry } from '@/lib/providers/ports/payment-gateway';
import { useDatabase } from '@/tests/support/database';
import { drainJobs, nextKey } from '../orders/shop';
import { openOrderSale } from './storms/order-sale';
import { openStripeTill } from './storms/stripe-till';
import type { Sale, StormTill } from './storms/walker';

/** Every till is compared by the same rules: another one is one more line here. */
describe.each([['STRIPE', openStripeTill]] as const)('the books of %s', (provider, open) => {
  const test = useDatabase();
  let till: StormTill;
  let sale: Sale;
  let books: ((entries: ProviderEntry[]) => ProviderEntry[]) | null = null;
  const clock = { offsetMs: 0, now: () => new Date(Date.now() + clock.offsetMs) };
  const parts = () => ({ clock, providers: { tills: { [provider]: gateway() } } });
  const system = (): Ctx => test.ctx(undefined, parts());
  const today = () => dayAt(new Date(), 'UTC');
  const findings = () =>
    test.db.reconciliationFinding.findMany({ orderBy: [{ foundAt: 'asc' }, { id: 'asc' }] });

  /** The till as it is, with its books as a test bends them. */
  function gateway(): StormTill['gateway'] {
    return new Proxy(till.gateway, {
      get(target, key) {
        if (key === 'listEntries' && books) {
          const bend = books;
          return async function* (range: { from: Date; to: Date }) {
            const entries: ProviderEntry[] = [];
            for await (const entry of target.listEntries(range)) entries.push(entry);
            yield* bend(entries);
          };
        }
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  beforeAll(async () => {
    await seedCatalogue(test.db);
    till = await open(provider);
    const person = async (role: 'CUSTOMER' | 'STAFF') =>
      test.ctx((await test.person(role)).actor, parts()) as PersonCtx;
    const [owner, staff] = [await person('CUSTOMER'), await person('STAFF')];
    sale = await openOrderSale({ test, owner, staff, system, clock, tills: [provider] });
  });
  beforeEach(async () => {
    books = null;
    await test.db.reconciliationFinding.deleteMany();
    await till.calm();
  });
  afterAll(() => till.close());

  async function aPayment(outcome: 'pay' | 'none' = 'pay') {
    const [course] = await sale.begin([() => 0.1]);
    assert(course, 'the sale begins what it was asked for');
    if (outcome === 'pay') await till.press(course.pages[0] ?? '', 'pay');
    const [id = ''] = await course.paymentIds();
    return { course, id, row: () => test.db.payment.findUniqueOrThrow({ where: { id } }) };
  }
  async function aPaidPayment() {
    const payment = await aPayment();
    await settlePayment(system(), payment.id, PURPOSES);
    return payment;
  }
  async function compare() {
    // What moved just now is still on its way.
    clock.offsetMs = 15 * 60_000;
    await compareTill(system(), { provider, day: today() }, PURPOSES).finally(() => {
      clock.offsetMs = 0;
    });
    return test.db.reconciliation.findFirstOrThrow({ where: { provider } });
  }
  const refundOf = async (course: { actions: Record<string, unknown> }) => {
    await (course.actions.refund as (random: () => number) => Promise<unknown>)(() => 0.2);
    await drainJobs(test, system());
    return test.db.refund.findFirstOrThrow({ orderBy: { id: 'desc' } });
  };

  it('match when everything went its way, also twice', async () => {
    const { course } = await aPaidPayment();
    await refundOf(course);
    const first = await compare();
    expect(first).toMatchObject({ status: 'DONE', listed: first.matched });
    expect(first.listed).toBeGreaterThanOrEqual(2);
    await compare();
    expect(await findings()).toEqual([]);
  });

  it('heal a payment whose events were lost, and say so', async () => {
    const { row } = await aPayment();
    await compare();
    expect((await row()).status).toBe('PAID');
    expect(await findings()).toMatchObject([{ kind: 'not_fulfilled', note: 'healed' }]);
    expect((await findings())[0]?.resolvedAt).not.toBeNull();
  });

  it('find money for nothing that we know, once, and again after it had matched', async () => {
    const stray: ProviderEntry = {
      kind: 'payment',
      externalId: 'stray-1',
      paymentId: null,
      refundId: null,
      amount: { amountMinor: 500, currency: 'UAH' },
      at: new Date(),
    };
    books = (entries) => [...entries, stray];
    await compare();
    await compare();
    expect(await findings()).toMatchObject([
      { kind: 'unknown_payment', externalId: 'stray-1', resolvedAt: null },
    ]);
    books = null;
    await compare();
    expect(await findings()).toMatchObject([{ note: 'matched' }]);
    books = (entries) => [...entries, stray];
    await compare();
    expect(await findings()).toMatchObject([{ resolvedAt: null, note: null }]);
    const staff = await test.person('STAFF');
    await test.db.reconciliationFinding.updateMany({
      data: { resolvedAt: new Date(), resolvedById: staff.userId, note: 'a gift' },
    });
    await compare();
    expect(await findings()).toMatchObject([{ note: 'a gift' }]);
  });

  it('find a payment that only we have', async () => {
    const { id, row } = await aPayment('none');
    await test.db.payment.update({
      where: { id },
      data: { status: 'PAID', settledAt: new Date(), externalPaymentId: `planted-${id}` },
    });
    await compare();
    expect(await findings()).toMatchObject([
      { kind: 'missing_payment', paymentId: id, externalId: (await row()).externalId },
    ]);
    await test.db.payment.update({
      where: { id },
      data: { settledAt: new Date(Date.now() - 40 * 86_400_000) },
    });
  });

  it('find other amounts and other currencies', async () => {
    const { row } = await aPaidPayment();
    const { externalId } = await row();
    const bent = (amount: { amountMinor?: number; currency?: string }) => {
      books = (entries) =>
        entries.map((entry) =>
          entry.externalId === externalId
            ? { ...entry, amount: { ...entry.amount, ...amount } }
            : entry,
        );
    };
    bent({ amountMinor: 1 });
    await compare();
    expect(await findings()).toMatchObject([{ kind: 'amount_differs', externalId }]);
    bent({ currency: 'EUR' });
    await compare();
    expect((await findings()).filter(({ resolvedAt }) => resolvedAt === null)).toMatchObject([
      { kind: 'currency_differs', externalId },
    ]);
  });

  it('find money that was asked for and came to nothing here', async () => {
    const { id, row } = await aPayment();
    await test.db.payment.update({ where: { id }, data: { quarantineReason: 'charge_missing' } });
    await compare();
    const { externalId } = await row();
    expect(await findings()).toMatchObject([{ kind: 'not_fulfilled', externalId }]);
    await test.db.payment.update({ where: { id }, data: { quarantineReason: null } });
    await compare();
    expect((await row()).status).toBe('PAID');
  });

  it('find refunds that only one side has, or that differ', async () => {
    const { course } = await aPaidPayment();
    const refund = await refundOf(course);
    const { externalId } = refund;
    books = (entries) => [
      ...entries.map((entry) =>
        entry.externalId === externalId
          ? { ...entry, amount: { ...entry.amount, amountMinor: entry.amount.amountMinor + 1 } }
          : entry,
      ),
      {
        kind: 'refund',
        externalId: 'stray-refund',
        paymentId: null,
        refundId: newId('refund'),
        amount: { amountMinor: 700, currency: 'UAH' },
        at: new Date(),
      },
    ];
    await compare();
    const open = (await findings()).filter(({ resolvedAt }) => resolvedAt === null);
    expect(open.map(({ kind, externalId: theirs }) => [kind, theirs]).sort()).toEqual([
      ['refund_differs', externalId],
      ['unknown_refund', 'stray-refund'],
    ]);
    books = null;
    await test.db.refund.update({
      where: { id: refund.id },
      data: { externalId: `planted-${nextKey()}` },
    });
    await compare();
    const missing = (await findings()).filter(({ kind }) => kind === 'missing_refund');
    // The till lists it under the name that it carries our id by, and does not know the planted one.
    expect(missing).toMatchObject([{ paymentId: refund.paymentId, resolvedAt: null }]);
    await test.db.refund.update({ where: { id: refund.id }, data: { externalId } });
    await compare();
    expect((await findings()).every(({ resolvedAt }) => resolvedAt !== null)).toBe(true);
  });

  describe.runIf(provider === 'STRIPE')('tell of disputes', () => {
    async function aDispute() {
      const { course, id } = await aPaidPayment();
      await till.accidents.dispute?.(course.pages[0] ?? '');
      const order = () =>
        test.db.order.findFirstOrThrow({
          where: { payments: { some: { id } } },
          include: { payments: { include: { disputes: true } }, events: true },
        });
      return { course, id, order };
    }

    it('whose news was lost: they are recorded, once, and the order is held back', async () => {
      const { id, order } = await aDispute();
      await compare();
      const [dispute] = (await order()).payments[0]?.disputes ?? [];
      expect(dispute).toMatchObject({ status: 'OPEN', paymentId: id });
      expect(await order()).toMatchObject({ heldReason: 'dispute' });
      expect(await findings()).toMatchObject([
        { kind: 'unknown_dispute', externalId: dispute?.externalId, paymentId: id, note: 'healed' },
      ]);
      const told = async () =>
        (await order()).events.filter(({ kind }) => kind === 'dispute_opened').length;
      expect(await told()).toBe(1);
      await compare();
      expect(await told()).toBe(1);
      expect(await findings()).toHaveLength(1);
    });

    it('that were decided while the news was lost, also long after they began', async () => {
      const { course, order } = await aDispute();
      await compare();
      await test.db.reconciliationFinding.deleteMany();
      await till.accidents.disputeWon?.(course.pages[0] ?? '');
      // The day that is compared is not the day on which it began.
      const nobody = test.ctx(undefined, {
        clock,
        providers: {
          tills: {
            [provider]: new Proxy(gateway(), {
              get: (target, key) =>
                key === 'listDisputes' ? async function* () {} : Reflect.get(target, key),
            }),
          },
        },
      });
      clock.offsetMs = 15 * 60_000;
      await compareTill(nobody, { provider, day: today() }, PURPOSES).finally(() => {
        clock.offsetMs = 0;
      });
      const [dispute] = (await order()).payments[0]?.disputes ?? [];
      expect(dispute).toMatchObject({ status: 'WON' });
      expect(await order()).toMatchObject({ heldReason: null });
      expect(await findings()).toMatchObject([
        { kind: 'dispute_differs', externalId: dispute?.externalId, note: 'healed' },
      ]);
    });

    it('of payments that are none of ours: staff find them', async () => {
      const { id, order } = await aDispute();
      const { externalPaymentId } = await test.db.payment.findUniqueOrThrow({ where: { id } });
      await test.db.payment.update({ where: { id }, data: { externalPaymentId: 'pi_another' } });
      await compare();
      expect((await order()).payments[0]?.disputes).toEqual([]);
      expect(await findings()).toMatchObject([
        { kind: 'unknown_dispute', paymentId: null, resolvedAt: null },
      ]);
      await test.db.payment.update({ where: { id }, data: { externalPaymentId } });
      await compare();
      expect((await order()).payments[0]?.disputes).toHaveLength(1);
      expect((await findings()).every(({ resolvedAt }) => resolvedAt !== null)).toBe(true);
    });
  });

  it('mark the day as failed when the till cannot be asked', async () => {
    const broken = test.ctx(undefined, {
      clock,
      providers: {
        tills: {
          [provider]: new Proxy(till.gateway, {
            get: (target, key) =>
              key === 'listEntries'
                ? async function* () {
                    yield* [];
                    throw new TypeError('no such host');
                  }
                : Reflect.get(target, key),
          }),
        },
      },
    });
    await expect(compareTills(broken, { provider, day: today() }, PURPOSES)).rejects.toThrow(
      'days',
    );
    const row = await test.db.reconciliation.findFirstOrThrow({ where: { provider } });
    expect(row).toMatchObject({ status: 'FAILED', error: 'server.unexpected' });
  });

  it('are compared for the last three days, and for older ones with something open', async () => {
    const old = await test.db.reconciliation.create({
      data: {
        id: newId('reconciliation'),
        provider,
        day: new Date(Date.now() - 10 * 86_400_000),
        status: 'DONE',
      },
    });
    await test.db.reconciliationFinding.create({
      data: {
        id: newId('finding'),
        reconciliationId: old.id,
        provider,
        kind: 'unknown_payment',
        externalId: 'old',
      },
    });
    await compareTills(system(), {}, PURPOSES);
    const days = await test.db.reconciliation.findMany({ where: { status: 'DONE' } });
    expect(days.length).toBeGreaterThanOrEqual(4);
    expect(await findings()).toMatchObject([{ externalId: 'old', note: 'matched' }]);
  });
});
