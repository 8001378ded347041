import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCorrection } from '@/lib/admin/add-correction';
import { addNote } from '@/lib/admin/add-note';
import { listOrders } from '@/lib/admin/board/list-orders';
import { BoardFilterSchema } from '@/lib/admin/board/schema';
import { changeProduct } from '@/lib/admin/change-product';
import { getDashboard } from '@/lib/admin/dashboard/get-dashboard';
import { getOrder } from '@/lib/admin/get-order';
import { getOrderPayments } from '@/lib/admin/get-order-payments';
import { getPreflight } from '@/lib/admin/get-preflight';
import { holdOrder } from '@/lib/admin/hold-order';
import { listHolidays } from '@/lib/admin/list-holidays';
import { listProducts } from '@/lib/admin/list-products';
import { moveOrder } from '@/lib/admin/move-order';
import { openPrintFile } from '@/lib/admin/open-print-file';
import { refundOrder } from '@/lib/admin/refund-order';
import { removeCorrection } from '@/lib/admin/remove-correction';
import { retryRefund } from '@/lib/admin/retry-refund';
import type { MoveOrderInput } from '@/lib/admin/schema';
import { type Id, newId } from '@/lib/core/ids';
import type { PlainDate } from '@/lib/core/plain-date';
import { dayAt } from '@/lib/core/plain-date';
import type { Ctx, PersonCtx } from '@/lib/db/context';
import { addToCart } from '@/lib/orders/add-to-cart';
import { WORKSHOP_TIME_ZONE } from '@/lib/orders/arrival-window';
import { getOrder as getOwnOrder } from '@/lib/orders/get-order';
import { placeOrder } from '@/lib/orders/place-order';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { useDatabase } from '@/tests/support/database';
import {
  anApprovedCalendar,
  aPlacedOrder,
  aWish,
  drainJobs,
  nextKey,
  openTill,
  press,
  productOf,
  type Till,
} from './shop';

const test = useDatabase();
let till: Till;
const system = (): Ctx => test.ctx(undefined, { providers: { tills: { STRIPE: till.gateway } } });

beforeAll(async () => {
  await seedCatalogue(test.db);
  till = await openTill(test.filesDir, system);
});
afterAll(() => till.close());

async function person(role: 'CUSTOMER' | 'STAFF' = 'CUSTOMER'): Promise<PersonCtx> {
  const { actor } = await test.person(role);
  return test.ctx(actor, { providers: { tills: { STRIPE: till.gateway } } }) as PersonCtx;
}

async function aPaidOrder() {
  const ctx = await person();
  const { orderId, redirectUrl } = await aPlacedOrder(test, ctx);
  await press(redirectUrl);
  await till.sandbox.settled();
  await drainJobs(test, system());
  return { ctx, orderId };
}

const filter = (parts: object = {}) => BoardFilterSchema.parse(parts);
const auditOf = (subject: string) =>
  test.db.auditEvent.findMany({ where: { subject }, orderBy: { createdAt: 'asc' } });

describe('the staff section', () => {
  it('is closed to customers and guests, in every one of its use cases', async () => {
    const { ctx, orderId } = await aPaidOrder();
    const refundId = newId('refund');
    const orderItemId = newId('orderItem');
    const move: MoveOrderInput = { to: 'IN_PRODUCTION' };
    const correction = {
      country: 'UA',
      region: null,
      action: 'ADD' as const,
      when: { every: 'once' as const, date: '2027-05-05' as PlainDate },
      names: { en: 'x' },
      kind: 'PUBLIC' as const,
      reason: 'x',
    };
    const calls: (() => Promise<unknown>)[] = [
      () => getDashboard(ctx),
      () => listOrders(ctx, filter()),
      () => getOrder(ctx, { orderId, locale: 'en' }),
      () => moveOrder(ctx, { orderId, move }),
      () => refundOrder(ctx, { orderId, amountMinor: 1, reason: 'x', requestKey: nextKey() }),
      () => retryRefund(ctx, { orderId, refundId }),
      () => addNote(ctx, { orderId, text: 'x' }),
      () => holdOrder(ctx, { orderId, isHeld: true, reason: 'x' }),
      () => openPrintFile(ctx, { orderId, orderItemId }),
      () => getPreflight(ctx, { orderId, orderItemId }),
      () => listHolidays(ctx, { country: 'UA', region: null, year: 2027, language: 'uk' }),
      () => addCorrection(ctx, correction),
      () => removeCorrection(ctx, { holidayId: newId('holiday') }),
      () => listProducts(ctx, 'en'),
      () => changeProduct(ctx, { productId: newId('product'), prices: [], isActive: true }),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow('account.not_allowed');
    expect(await auditOf(orderId)).toEqual([]);
  });

  it('moves an order along the table only, tells the customer each time and records who did it', async () => {
    const staff = await person('STAFF');
    const { ctx, orderId } = await aPaidOrder();
    const move = (wish: MoveOrderInput) => moveOrder(staff, { orderId, move: wish });
    const ship = { to: 'SHIPPED' as const, carrier: 'nova-poshta' as const };
    await expect(move({ to: 'DELIVERED' })).rejects.toThrow('order.illegal_transition');
    await expect(move({ ...ship, trackingNumber: '20450000' })).rejects.toThrow(
      'order.illegal_transition',
    );
    await move({ to: 'IN_PRODUCTION' });
    for (const trackingNumber of ['', 'x', '<b>12345</b>']) {
      await expect(move({ ...ship, trackingNumber })).rejects.toThrow('order.tracking_required');
    }
    const shipped = await Promise.allSettled([
      move({ ...ship, trackingNumber: '20450000' }),
      move({ ...ship, trackingNumber: '20450000' }),
    ]);
    expect(shipped.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await move({ to: 'DELIVERED' });
    await expect(move({ to: 'DELIVERED' })).rejects.toThrow('order.illegal_transition');
    const mails = await test.db.outboxMessage.findMany({
      where: { dedupeKey: { startsWith: `order:${orderId}:` } },
      orderBy: { id: 'asc' },
    });
    expect(mails.map(({ template }) => template)).toEqual([
      'order-confirmed',
      'order-in-production',
      'order-shipped',
      'order-delivered',
    ]);
    expect(mails[2]?.data).toMatchObject({
      parcels: [{ carrier: 'Нова пошта', trackingNumber: '20450000' }],
    });
    expect((await auditOf(orderId)).map(({ actorId }) => actorId)).toEqual(
      Array.from({ length: 3 }, () => staff.actor.userId),
    );
    const own = await getOwnOrder(ctx, { orderId, locale: 'uk' });
    expect(own.parcels[0]?.shipments[0]?.trackingUrl).toContain('20450000');
    expect(own.canCancel).toBe(false);
    expect(await test.db.shipment.count({ where: { orderId } })).toBe(1);
  });

  it('holds an order back from print with a reason that only staff read, and lets it go on', async () => {
    const staff = await person('STAFF');
    const { ctx, orderId } = await aPaidOrder();
    const hold = (isHeld: boolean) =>
      holdOrder(staff, { orderId, isHeld, reason: 'Ask about year' });
    await Promise.all([hold(true), hold(true)]);
    expect((await getOrder(staff, { orderId, locale: 'en' })).hold?.reason).toBe('Ask about year');
    await expect(moveOrder(staff, { orderId, move: { to: 'IN_PRODUCTION' } })).rejects.toThrow(
      'order.held',
    );
    await expect(
      test.db.order.update({ where: { id: orderId }, data: { status: 'IN_PRODUCTION' } }),
    ).rejects.toThrow();
    const seen = JSON.stringify(await getOwnOrder(ctx, { orderId, locale: 'uk' }));
    expect(seen).not.toContain('Ask about year');
    await hold(false);
    await hold(false);
    await moveOrder(staff, { orderId, move: { to: 'IN_PRODUCTION' } });
    const actions = (await auditOf(orderId)).map(({ action }) => action);
    expect(actions.filter((action) => /held|released/.test(action))).toEqual([
      'order.held',
      'order.released',
    ]);
  });

  it('cancels with a reason that the customer does not see, and gives the money back', async () => {
    const staff = await person('STAFF');
    const { ctx, orderId } = await aPaidOrder();
    await addNote(staff, { orderId, text: 'out of silk paper' });
    await moveOrder(staff, { orderId, move: { to: 'CANCELLED', reason: 'out of paper' } });
    await drainJobs(test, system());
    const view = await getOrder(staff, { orderId, locale: 'en' });
    expect(view.refundable.amountMinor).toBe(0);
    const [payment] = await getOrderPayments(staff, { orderId });
    expect(payment?.refunds).toMatchObject([{ status: 'SUCCEEDED' }]);
    expect(view.events.map(({ text }) => text)).toContain('out of silk paper');
    const own = JSON.stringify(await getOwnOrder(ctx, { orderId, locale: 'en' }));
    expect(own).not.toContain('silk paper');
    expect(own).not.toContain('out of paper');
  });

  it('hands out the print file only while it is byte for byte the approved one, and records it', async () => {
    const staff = await person('STAFF');
    const ctx = await person();
    const { calendarId, proofId, file } = await anApprovedCalendar(test, ctx);
    await addToCart(ctx, { calendarId, proofId, productId: await productOf(test), quantity: 1 });
    const { orderId } = await placeOrder(ctx, await aWish(ctx));
    const item = await test.db.orderItem.findFirstOrThrow({ where: { orderId } });
    const orderItemId = item.id as Id<'orderItem'>;
    const { stream, bytes, fileName } = await openPrintFile(staff, { orderId, orderItemId });
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(file)).toBe(true);
    expect(bytes).toBe(file.length);
    expect(fileName).toMatch(/^T-\d\d-\d{6}-[\w-]+\.pdf$/);
    expect((await auditOf(orderId)).map(({ action }) => action)).toEqual([
      'order.print_file_downloaded',
    ]);
    const proof = await test.db.proof.findUniqueOrThrow({ where: { id: proofId } });
    await staff.providers.files.put(proof.fileKey ?? '', Buffer.from('altered'), 'application/pdf');
    await expect(openPrintFile(staff, { orderId, orderItemId })).rejects.toThrow('storage.missing');
    const { orderId: otherId } = await aPlacedOrder(test, await person());
    await expect(openPrintFile(staff, { orderId: otherId, orderItemId })).rejects.toThrow(
      'order.not_found',
    );
  });

  it('hands out the preflight report that was frozen with the order, with the file it is about', async () => {
    const staff = await person('STAFF');
    const ctx = await person();
    const { calendarId, proofId } = await anApprovedCalendar(test, ctx);
    const report = {
      verdict: 'warn',
      pageCount: 14,
      findings: [],
      pictures: [{ pageIndex: 1, slotIndex: 0, pictureId: 'pic_x', dpi: 240, rating: 'fine' }],
      ink: { limitPercent: 300, shapesPercent: 180, picturesPercent: 280 },
    };
    await test.db.proof.update({ where: { id: proofId }, data: { preflight: report } });
    await addToCart(ctx, { calendarId, proofId, productId: await productOf(test), quantity: 1 });
    const { orderId } = await placeOrder(ctx, await aWish(ctx));
    await test.db.proof.update({ where: { id: proofId }, data: { preflight: {} } });
    const item = await test.db.orderItem.findFirstOrThrow({ where: { orderId } });
    const orderItemId = item.id as Id<'orderItem'>;
    const { fileName, report: handed } = await getPreflight(staff, { orderId, orderItemId });
    expect(fileName).toMatch(/-preflight\.json$/);
    expect(handed).toMatchObject({ fileSha256: item.fileSha256, preflight: report });
    const { items } = await getOrder(staff, { orderId, locale: 'en' });
    expect(items[0]).toMatchObject({
      verdict: 'warn',
      facts: { pictures: report.pictures, ink: report.ink },
    });
    expect((await auditOf(orderId)).map(({ action }) => action)).toContain(
      'order.preflight_downloaded',
    );
    const { orderId: otherId } = await aPlacedOrder(test, await person());
    await expect(getPreflight(staff, { orderId: otherId, orderItemId })).rejects.toThrow(
      'order.not_found',
    );
  });

  it('finds orders by state, country, number, recipient, e-mail and day', async () => {
    const staff = await person('STAFF');
    const { orderId } = await aPaidOrder();
    const { number } = await test.db.order.findUniqueOrThrow({ where: { id: orderId } });
    const found = async (parts: object) =>
      (await listOrders(staff, filter(parts))).rows.some(({ id }) => id === orderId);
    const today = dayAt(new Date(), WORKSHOP_TIME_ZONE);
    for (const parts of [
      {},
      { status: 'PAID' },
      { country: 'UA' },
      { search: number.toLowerCase() },
      { search: 'олена' },
      { search: 'OLENA@EXAMPLE' },
      { from: today, to: today },
      { status: 'nonsense', country: 'ukraine', from: 'yesterday', page: 'last' },
    ]) {
      expect([parts, await found(parts)]).toEqual([parts, true]);
    }
    for (const parts of [
      { status: 'SHIPPED' },
      { country: 'PL' },
      { search: 'Nobody' },
      { search: '%' },
      { search: 'olen_@example' },
      { search: 'О_ена' },
      { to: '2020-01-01' },
      { page: '9999' },
    ]) {
      expect([parts, await found(parts)]).toEqual([parts, false]);
    }
  });

  it('lists what waits for a person', async () => {
    const staff = await person('STAFF');
    till.sandbox.faults.change({ amountOffsetMinor: 500 });
    const { orderId } = await aPaidOrder();
    till.sandbox.faults.reset();
    const { waiting, counts } = await getDashboard(staff);
    expect(waiting).toContainEqual(
      expect.objectContaining({ kind: 'payment', code: 'amount_mismatch' }),
    );
    expect(waiting.find(({ kind }) => kind === 'payment')?.order?.id).toBe(orderId);
    expect(counts?.AWAITING_PAYMENT).toBeGreaterThan(0);
  });

  it('corrects holidays for everybody, and takes corrections back, with its reason on record', async () => {
    const staff = await person('STAFF');
    const wish = { country: 'UA', region: null, year: 2027, language: 'uk' as const };
    const names = async () =>
      (await listHolidays(staff, wish)).effective.map(({ date, name }) => `${date} ${name}`);
    const before = await names();
    const { holidayId } = await addCorrection(staff, {
      country: 'UA',
      region: null,
      action: 'ADD',
      when: { every: 'once', date: '2027-05-05' as PlainDate },
      names: { en: 'Workshop day', uk: 'День майстерні' },
      kind: 'PUBLIC',
      reason: 'a test',
    });
    expect(await names()).toEqual([...before, '2027-05-05 День майстерні'].sort());
    const { corrections } = await listHolidays(staff, wish);
    expect(corrections).toMatchObject([{ id: holidayId, reason: 'a test', action: 'add' }]);
    await removeCorrection(staff, { holidayId });
    expect(await names()).toEqual(before);
    await expect(removeCorrection(staff, { holidayId })).rejects.toThrow('request.not_found');
    expect((await auditOf(holidayId)).map(({ action }) => action)).toEqual([
      'holiday.corrected',
      'holiday.correction_removed',
    ]);
    await expect(
      addCorrection(staff, {
        country: 'ZZ',
        region: null,
        action: 'RENAME',
        when: { every: 'once', date: '2027-05-05' as PlainDate },
        names: {},
        kind: 'PUBLIC',
        reason: 'x',
      }),
    ).rejects.toMatchObject({
      code: 'holiday.invalid',
      fields: { country: 'unknown_place', 'names.en': 'required' },
    });
  });

  it('changes prices for carts, but not for orders that were placed', async () => {
    const staff = await person('STAFF');
    const productId = await productOf(test, 'wall-a3-portrait-matt');
    const { orderId } = await aPlacedOrder(test, await person());
    const placed = await test.db.order.findUniqueOrThrow({ where: { id: orderId } });
    const waiting = await person();
    const { calendarId, proofId } = await anApprovedCalendar(test, waiting);
    await addToCart(waiting, { calendarId, proofId, productId, quantity: 1 });
    const wish = await aWish(waiting);
    const prices = [{ currency: 'UAH' as const, amountMinor: 81_900 }];
    await changeProduct(staff, { productId, prices, isActive: true });
    await expect(placeOrder(waiting, wish)).rejects.toThrow('cart.total_changed');
    const again = await placeOrder(waiting, await aWish(waiting));
    expect(again.redirectUrl).toContain('/pay/');
    const after = await test.db.order.findUniqueOrThrow({ where: { id: orderId } });
    expect(after.totalMinor).toBe(placed.totalMinor);
    const third = await person();
    const approved = await anApprovedCalendar(test, third);
    const add = { calendarId: approved.calendarId, proofId: approved.proofId, quantity: 1 };
    await addToCart(third, { ...add, productId });
    const late = await aWish(third);
    await changeProduct(staff, { productId, prices: [], isActive: false });
    await expect(placeOrder(third, late)).rejects.toThrow('product.not_found');
    await changeProduct(staff, { productId, prices: [], isActive: true });
  });
});
