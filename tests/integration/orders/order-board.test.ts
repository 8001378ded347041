import { beforeAll, describe, expect, it } from 'vitest';
import { changeOrders } from '@/lib/admin/board/change-orders';
import { exportOrders } from '@/lib/admin/board/export-orders';
import { listFilters } from '@/lib/admin/board/list-filters';
import { listOrders } from '@/lib/admin/board/list-orders';
import { removeFilter } from '@/lib/admin/board/remove-filter';
import { SAVED_FILTERS_MAX, saveFilter } from '@/lib/admin/board/save-filter';
import { BoardFilterSchema, ExportQuerySchema } from '@/lib/admin/board/schema';
import { type Desk, mintActor } from '@/lib/core/actor';
import { type Id, newId } from '@/lib/core/ids';
import type { PersonCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { useDatabase } from '@/tests/support/database';
import { anApprovedCalendar, KYIV_ADDRESS, nextKey, productOf } from './shop';

const test = useDatabase();

let customer: PersonCtx;
let frozen: Pick<
  Prisma.OrderItemUncheckedCreateInput,
  'calendarId' | 'proofId' | 'productId' | 'document'
>;
let count = 0;

beforeAll(async () => {
  await seedCatalogue(test.db);
  customer = (await test.person('CUSTOMER')).ctx;
  const { calendarId, proofId, document } = await anApprovedCalendar(test, customer);
  frozen = {
    calendarId,
    proofId,
    productId: await productOf(test),
    document: document as unknown as Prisma.InputJsonObject,
  };
});

type Parts = {
  order?: Partial<Prisma.OrderUncheckedCreateInput>;
  /** One parcel for each; none makes an order of files. */
  parcels?: { recipient?: string; method?: string; arrivesTo?: string; tracking?: string }[];
  payment?: Partial<Prisma.PaymentUncheckedCreateInput>;
  totalMinor?: number;
  title?: string;
};

/** An order as the database demands one, by hand: the board reads rows and does not care how they came. */
async function anOrder(parts: Parts = {}): Promise<Id<'order'>> {
  count += 1;
  const orderId = newId('order');
  const totalMinor = parts.totalMinor ?? 100_00;
  const parcels = (parts.parcels ?? [{}]).map((parcel) => ({ id: newId('parcel'), ...parcel }));
  await test.db.$transaction(async (db) => {
    await db.order.create({
      data: {
        id: orderId,
        number: `T-26-${String(500_000 + count)}`,
        ownerId: customer.actor.userId,
        status: 'PAID',
        currency: 'EUR',
        itemsMinor: totalMinor,
        deliveryMinor: 0,
        taxMinor: 0,
        totalMinor,
        country: 'DE',
        contactEmail: `person${count}@example.com`,
        locale: 'en',
        requestKey: nextKey(),
        requestHash: 'x',
        ...parts.order,
      },
    });
    for (const [index, { id, recipient, method, arrivesTo }] of parcels.entries()) {
      await db.parcel.create({
        data: {
          id,
          orderId,
          position: index + 1,
          address: { ...KYIV_ADDRESS, recipient: recipient ?? 'Anna Schmidt', country: 'DE' },
          country: 'DE',
          method: method ?? 'post',
          deliveryMinor: 0,
          taxMinor: 0,
          taxBasisPoints: 0,
          arrivesFrom: new Date('2026-01-01'),
          arrivesTo: new Date(arrivesTo ?? '2026-12-20'),
        },
      });
    }
    await db.orderItem.create({
      data: {
        id: newId('orderItem'),
        orderId,
        parcelId: parcels[0]?.id ?? null,
        ...frozen,
        quantity: 1,
        unitMinor: totalMinor,
        totalMinor,
        title: parts.title ?? 'Our year',
        formatId: 'wall-a3-portrait',
        fromMonth: '2027-01',
        monthCount: 12,
        fileSha256: 'x',
        preflight: {},
      },
    });
  });
  for (const { id: parcelId, tracking } of parcels) {
    if (!tracking) continue;
    await test.db.shipment.create({
      data: { id: newId('shipment'), orderId, parcelId, carrier: 'DHL', trackingNumber: tracking },
    });
  }
  if (parts.payment) {
    await test.db.payment.create({
      data: {
        id: newId('payment'),
        purpose: 'ORDER',
        orderId,
        ownerId: customer.actor.userId,
        provider: 'STRIPE',
        status: 'EXPIRED',
        currency: 'EUR',
        amountMinor: totalMinor,
        requestKey: nextKey(),
        expiresAt: new Date(),
        ...parts.payment,
      },
    });
  }
  return orderId;
}

const orderOf = (id: string) => test.db.order.findUniqueOrThrow({ where: { id } });

async function staffOf(...desks: Desk[]): Promise<PersonCtx> {
  const { userId } = await test.person('STAFF');
  return test.ctx(mintActor({ userId, role: 'STAFF', desks })) as PersonCtx;
}

const filter = (parts: object = {}) => BoardFilterSchema.parse(parts);

/** Which of these the board shows under a filter, in its order. */
async function shown(parts: object, among: readonly string[]): Promise<number[]> {
  const { rows } = await listOrders(await staffOf('SUPPORT'), filter(parts));
  return rows.map(({ id }) => among.indexOf(id)).filter((index) => index >= 0);
}

async function csvOf(ctx: PersonCtx, query: object): Promise<string> {
  const { pieces } = await exportOrders(ctx, ExportQuerySchema.parse(query));
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('the order board', () => {
  it('filters by state, country, currency, till, method, hold and day, each alone and together', async () => {
    const plain = await anOrder({ payment: { provider: 'STRIPE', status: 'PAID' } });
    const odd = await anOrder({
      order: {
        status: 'SHIPPED',
        country: 'UA',
        currency: 'UAH',
        heldAt: new Date(),
        heldReason: 'x',
        // One second before midnight in the workshop, whose clock is two hours ahead.
        placedAt: new Date('2026-03-05T21:59:59Z'),
      },
      parcels: [{ method: 'post' }, { method: 'np-locker' }],
      payment: { provider: 'MONOBANK', status: 'PAID', currency: 'UAH' },
    });
    const both = [plain, odd];
    for (const only of [
      { status: 'SHIPPED' },
      { country: 'UA' },
      { currency: 'UAH' },
      { till: 'MONOBANK' },
      { method: 'np-locker' },
      { held: 'yes' },
      { from: '2026-03-05', to: '2026-03-05' },
      { status: 'SHIPPED', country: 'UA', till: 'MONOBANK', method: 'post', held: 'yes' },
    ]) {
      expect([only, await shown(only, both)]).toEqual([only, [1]]);
    }
    for (const others of [
      { held: 'no' },
      { currency: 'EUR' },
      { till: 'STRIPE' },
      { from: '2026-03-06' },
    ]) {
      expect([others, await shown(others, both)]).toEqual([others, [0]]);
    }
    expect(await shown({ status: 'SHIPPED', currency: 'EUR' }, both)).toEqual([]);
    expect(await shown({ held: 'maybe', till: 'CASH', sort: 'x', page: '-1' }, both)).toHaveLength(
      2,
    );
  });

  it('counts a till that failed for an order that is still unpaid, and for no other', async () => {
    const tried = { provider: 'MONOBANK', status: 'FAILED' } as const;
    const open = await anOrder({ order: { status: 'AWAITING_PAYMENT' }, payment: tried });
    const paidElsewhere = await anOrder({ payment: tried });
    expect(await shown({ till: 'MONOBANK' }, [open, paidElsewhere])).toEqual([0]);
  });

  it('searches the beginnings of number, e-mail, tracking number and the words of a name', async () => {
    const order = await anOrder({
      order: { contactEmail: 'Taras.Melnyk@example.com', number: 'T-26-004711' },
      parcels: [
        { recipient: 'Anna Schmidt' },
        { recipient: 'Мар’яна Нечуй-Левицька', tracking: 'RR123456785DE' },
      ],
    });
    for (const search of [
      't-26-0047',
      '4711',
      'taras.mel',
      'TARAS',
      'rr1234567',
      'левиц',
      'НЕЧУЙ',
      "мар'яна",
      'Мар’яна Левицька',
      'schmidt anna',
    ]) {
      expect([search, await shown({ search }, [order])]).toEqual([search, [0]]);
    }
    for (const search of [
      '%',
      '_aras',
      '711',
      'elnyk@',
      'вицька',
      "';",
      'anna левицька x',
      '|',
      '\\',
    ]) {
      expect([search, await shown({ search }, [order])]).toEqual([search, []]);
    }
  });

  it('shows what waits for a person, for each of its reasons, and marks the row', async () => {
    const fine = await anOrder({ payment: { status: 'PAID' } });
    const aside = await anOrder({ payment: { quarantineReason: 'amount_mismatch' } });
    const given = await anOrder({
      payment: {
        quarantineReason: 'late',
        takenMinor: 100,
        takenCurrency: 'EUR',
        refundedMinor: 100,
      },
    });
    const refused = await anOrder({ payment: { id: newId('payment'), status: 'PAID' } });
    const { id: paymentId } = await test.db.payment.findFirstOrThrow({
      where: { orderId: refused },
    });
    const refundId = newId('refund');
    const refund = { paymentId, amountMinor: 5, reason: 'x' };
    await test.db.refund.create({
      data: {
        ...refund,
        id: refundId,
        status: 'FAILED',
        failureCode: 'declined',
        idempotencyKey: refundId,
      },
    });
    const lost = await anOrder({ order: { status: 'SHIPPED' }, parcels: [{ tracking: 'LOST1' }] });
    await test.db.shipment.updateMany({ where: { orderId: lost }, data: { status: 'PROBLEM' } });
    const all = [fine, aside, given, refused, lost];
    const staff = await staffOf('SUPPORT');
    const { rows } = await listOrders(staff, filter({ person: 'yes' }));
    expect(rows.every(({ needsPerson }) => needsPerson)).toBe(true);
    expect(new Set(await shown({ person: 'yes' }, all))).toEqual(new Set([1, 3, 4]));
    const marked = (await listOrders(staff, filter())).rows.filter((row) => row.needsPerson);
    expect(new Set(marked.map(({ id }) => all.indexOf(id)))).toEqual(new Set([1, 3, 4]));
    await test.db.refund.create({
      data: {
        ...refund,
        id: newId('refund'),
        status: 'SUCCEEDED',
        idempotencyKey: `refund:${paymentId}:retry:${refundId}`,
      },
    });
    expect(new Set(await shown({ person: 'yes' }, all))).toEqual(new Set([1, 4]));
  });

  it('sorts by placing, total and first arrival, files without one always last', async () => {
    const order = { country: 'FR' };
    const at = (day: string) => ({ ...order, placedAt: new Date(day) });
    const all = [
      await anOrder({ order: at('2026-05-03'), totalMinor: 200, parcels: [] }),
      await anOrder({
        order: at('2026-05-01'),
        totalMinor: 300,
        parcels: [{ arrivesTo: '2026-06-09' }, { arrivesTo: '2026-06-01' }],
      }),
      await anOrder({
        order: at('2026-05-02'),
        totalMinor: 100,
        parcels: [{ arrivesTo: '2026-06-05' }],
      }),
    ];
    const sorted = (sort: string) => shown({ country: 'FR', sort }, all);
    expect(await sorted('-placed')).toEqual([0, 2, 1]);
    expect(await sorted('placed')).toEqual([1, 2, 0]);
    expect(await sorted('-total')).toEqual([1, 0, 2]);
    expect(await sorted('total')).toEqual([2, 0, 1]);
    expect(await sorted('arrives')).toEqual([1, 2, 0]);
    expect(await sorted('-arrives')).toEqual([2, 1, 0]);
  });

  it('pages without losing or repeating an order, also where the sort value is the same', async () => {
    const placedAt = new Date('2026-02-02');
    const all: string[] = [];
    for (let index = 0; index < 27; index += 1) {
      all.push(await anOrder({ order: { country: 'IT', placedAt } }));
    }
    const staff = await staffOf('SUPPORT');
    const pages = [
      await listOrders(staff, filter({ country: 'IT', sort: 'total' })),
      await listOrders(staff, filter({ country: 'IT', sort: 'total', page: '2' })),
    ];
    expect(
      pages.map(({ rows, total, isMore, pageCount }) => [rows.length, total, isMore, pageCount]),
    ).toEqual([
      [25, 27, false, 2],
      [2, 27, false, 2],
    ]);
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id)).sort()).toEqual(all.sort());
    expect(pages[0]?.countries).toEqual([...new Set(pages[0]?.countries)].sort());
    expect(pages[0]?.countries).toContain('IT');
    const csv = await csvOf(staff, { country: 'IT' });
    expect(csv.split('\r\n')).toHaveLength(1 + 27 + 1);
  });
});

describe('saved filters', () => {
  const QUERY = 'status=PAID&held=no';

  it('belong to the one who saved them, and are replaced by name', async () => {
    const [mine, other] = [await staffOf('SUPPORT'), await staffOf('SUPPORT')];
    const first = await saveFilter(mine, { name: 'To print', query: 'status=SHIPPED' });
    const second = await saveFilter(mine, { name: 'To print', query: QUERY });
    expect(second).toEqual(first);
    expect(await listFilters(mine)).toEqual([
      { id: first.savedFilterId, name: 'To print', query: QUERY },
    ]);
    expect(await listFilters(other)).toEqual([]);
    await expect(removeFilter(other, first)).rejects.toThrow('saved_filter.not_found');
    await removeFilter(mine, first);
    await expect(removeFilter(mine, first)).rejects.toThrow('saved_filter.not_found');
    expect(await listFilters(mine)).toEqual([]);
  });

  it('keep what the board understands and no search, which names people', async () => {
    const staff = await staffOf('SUPPORT');
    const query = `search=olena%40example.com&page=7&evil=%3Cscript%3E&status=NONE&${QUERY}`;
    await saveFilter(staff, { name: 'x', query });
    expect((await test.db.savedFilter.findFirstOrThrow({ where: { name: 'x' } })).query).toBe(
      QUERY,
    );
  });

  it('are limited, also when many are saved at once', async () => {
    const staff = await staffOf('SUPPORT');
    const results = await Promise.allSettled(
      Array.from({ length: SAVED_FILTERS_MAX + 3 }, (_, index) =>
        saveFilter(staff, { name: `filter ${index}`, query: QUERY }),
      ),
    );
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused.map((result) => (result as PromiseRejectedResult).reason.code)).toEqual(
      Array.from({ length: 3 }, () => 'saved_filter.too_many'),
    );
    expect(await listFilters(staff)).toHaveLength(SAVED_FILTERS_MAX);
  });
});

describe('changing several orders', () => {
  it('hands to print what can go and names the rest with their reasons', async () => {
    const staff = await staffOf('PRODUCTION');
    const good = await anOrder();
    const held = await anOrder({ order: { heldAt: new Date(), heldReason: 'x' } });
    const unpaid = await anOrder({ order: { status: 'AWAITING_PAYMENT' } });
    const absent = newId('order');
    const orderIds = [good, held, unpaid, absent, good];
    const result = await changeOrders(staff, { action: 'produce', orderIds });
    expect([result.done, result.refused.map(({ orderId, code }) => [orderId, code])]).toEqual([
      [good],
      [
        [held, 'order.held'],
        [unpaid, 'order.illegal_transition'],
        [absent, 'order.not_found'],
      ],
    ]);
    expect((await orderOf(good)).status).toBe('IN_PRODUCTION');
    expect(await test.db.printJob.count({ where: { orderId: good } })).toBe(1);
    const again = await changeOrders(staff, { action: 'produce', orderIds: [good] });
    expect(again.refused.map(({ code }) => code)).toEqual(['order.illegal_transition']);
    expect(await test.db.printJob.count({ where: { orderId: good } })).toBe(1);
  });

  it('holds and releases with a reason, on the record of each order', async () => {
    const staff = await staffOf('PRODUCTION');
    const paid = await anOrder();
    const over = await anOrder({ order: { status: 'DELIVERED' } });
    const orderIds = [paid, over];
    const held = await changeOrders(staff, { action: 'hold', orderIds, reason: 'Paper is out' });
    expect([held.done, held.refused.map(({ orderId }) => orderId)]).toEqual([[paid], [over]]);
    expect((await orderOf(paid)).heldReason).toBe('Paper is out');
    await changeOrders(staff, { action: 'release', orderIds: [paid], reason: 'Paper is back' });
    expect((await orderOf(paid)).heldAt).toBeNull();
    const audit = await test.db.auditEvent.findMany({
      where: { subject: paid },
      orderBy: { createdAt: 'asc' },
    });
    expect(audit.map(({ action, data, actorId }) => [action, data, actorId])).toEqual([
      ['order.held', { reason: 'Paper is out' }, staff.actor.userId],
      ['order.released', { reason: 'Paper is back' }, staff.actor.userId],
    ]);
  });
});

describe('the spreadsheet', () => {
  it('holds every order of the filter, newest first, with money as numbers', async () => {
    const staff = await staffOf('FINANCE');
    const order = { country: 'PT' };
    await anOrder({ order: { ...order, number: 'T-26-700001', placedAt: new Date('2026-04-01') } });
    await anOrder({
      order: { ...order, number: 'T-26-700002', placedAt: new Date('2026-04-02') },
      totalMinor: 1234_05,
      parcels: [{ recipient: 'Ann "Bo" Lee, Jr.', tracking: 'TR1' }, { method: 'np-branch' }],
      payment: { provider: 'MONOBANK', status: 'PAID' },
    });
    const text = await csvOf(staff, { country: 'PT', sort: 'total', page: '9' });
    expect(text.startsWith('\uFEFFnumber,state,placed_at,')).toBe(true);
    const lines = text.slice(1).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('T-26-700002,PAID,2026-04-02T00:00:00.000Z');
    expect(lines[1]).toContain('"Ann ""Bo"" Lee, Jr. | Anna Schmidt"');
    expect(lines[1]).toContain(',post | np-branch,TR1,EUR,1234.05,0,0,0,1234.05,');
    expect(lines[1]).toContain(',MONOBANK,no,');
    expect(lines[2]).toContain('T-26-700001');
    const audit = await test.db.auditEvent.findFirstOrThrow({
      where: { action: 'orders.exported', actorId: staff.actor.userId },
    });
    expect(audit.data).toMatchObject({ country: 'PT', isSearch: false });
  });

  it('never starts a cell with what a spreadsheet runs', async () => {
    for (const [index, start] of ['=', '+', '-', '@', '\t', '\r'].entries()) {
      const order = { country: 'ES', contactEmail: `${start}cmd${index}@example.com` };
      await anOrder({
        order,
        title: `${start}HYPERLINK("x")`,
        parcels: [{ recipient: `${start}1+1` }],
      });
    }
    const text = await csvOf(await staffOf('SUPPORT'), { country: 'ES' });
    const cells = text.slice(1).match(/"(?:[^"]|"")*"|[^,\r\n]+/g) ?? [];
    const bare = cells.map((cell) => cell.replace(/^"/, ''));
    expect(bare.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(bare.filter((cell) => cell.startsWith("'"))).toHaveLength(18);
  });

  it('of chosen orders holds these alone', async () => {
    const [one, two] = [await anOrder(), await anOrder()];
    await anOrder();
    const text = await csvOf(await staffOf('SUPPORT'), { ids: `${one},${two},${one}` });
    expect(text.split('\r\n')).toHaveLength(4);
    expect(() => ExportQuerySchema.parse({ ids: 'ord_x,DROP' })).toThrow();
  });
});

describe('desks', () => {
  it('look, save and export with any desk of orders; change with production alone', async () => {
    const orderId = await anOrder();
    const hold = { action: 'hold' as const, orderIds: [orderId], reason: 'x' };
    const looks = [
      (ctx: PersonCtx) => listOrders(ctx, filter()),
      (ctx: PersonCtx) => listFilters(ctx),
      (ctx: PersonCtx) => saveFilter(ctx, { name: 'x', query: '' }),
      (ctx: PersonCtx) => exportOrders(ctx, ExportQuerySchema.parse({})),
    ];
    for (const desk of ['SUPPORT', 'PRODUCTION', 'FINANCE'] as const) {
      const ctx = await staffOf(desk);
      for (const look of looks) await expect(look(ctx)).resolves.toBeDefined();
      if (desk !== 'PRODUCTION') {
        await expect(changeOrders(ctx, hold)).rejects.toThrow('account.not_allowed');
      }
    }
    for (const ctx of [await staffOf('CONTENT'), await staffOf(), customer]) {
      for (const look of looks) await expect(look(ctx)).rejects.toThrow('account.not_allowed');
      await expect(changeOrders(ctx, hold)).rejects.toThrow('account.not_allowed');
    }
    expect((await orderOf(orderId)).heldAt).toBeNull();
  });
});
