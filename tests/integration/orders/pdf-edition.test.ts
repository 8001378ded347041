import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { placePicture } from '@/lib/calendars/change-document';
import { createCalendar } from '@/lib/calendars/create-calendar';
import { openProofFile } from '@/lib/calendars/open-proof-file';
import { requestProof } from '@/lib/calendars/request-proof';
import type { Id } from '@/lib/core/ids';
import { inTransaction, type PersonCtx } from '@/lib/db/context';
import { handleProofRender } from '@/lib/jobs/handlers/proof-render';
import { addToCart } from '@/lib/orders/add-to-cart';
import { cancelOrder } from '@/lib/orders/cancel-order';
import { changeQuantity } from '@/lib/orders/change-quantity';
import { openOrderFile } from '@/lib/orders/files/open-order-file';
import { listOrderFiles, remakeOrderFiles } from '@/lib/orders/files/order-files';
import { getOrder } from '@/lib/orders/get-order';
import { holdLockedOrder, releaseLockedOrder } from '@/lib/orders/hold-order';
import { placeOrder } from '@/lib/orders/place-order';
import { lockOrder } from '@/lib/orders/store';
import { sampleDocument } from '@/tests/unit/calendars-editor/sample-document';
import { storedPicture } from '../calendars/stored-pictures';
import { openShop } from './open-shop';
import { aWish, drainJobs, press, productOf } from './shop';

const { test, shop, system, person, orderOf, mailsAbout } = openShop();

/** A calendar of one month with a real print file, approved as the file and, if wanted, as a print too. */
async function withFileInCart(printed = 0) {
  const ctx = await person();
  const pictureId = await storedPicture(ctx, ctx.actor.userId, { widthPx: 2000, heightPx: 1500 });
  const short = sampleDocument({
    monthCount: 1,
    pages: sampleDocument().pages.slice(0, 1),
    formatId: 'wall-a4-landscape',
  });
  const document = placePicture(short, { pageIndex: 0, slotIndex: 0 }, pictureId);
  const { calendarId } = await createCalendar(ctx, { document });
  const { id: proofId } = await requestProof(ctx, { calendarId, kind: 'PRINT' });
  await handleProofRender(system(), { proofId });
  const add = async (slug: string, quantity: number) =>
    addToCart(ctx, { calendarId, proofId, productId: await productOf(test, slug), quantity });
  const { cartItemId } = await add('pdf-edition', 7);
  if (printed > 0) await add('wall-a4-landscape-matt', printed);
  return { ctx, calendarId, cartItemId };
}

async function paid(ctx: PersonCtx) {
  const { orderId, redirectUrl } = await placeOrder(ctx, await aWish(ctx));
  await press(redirectUrl ?? '');
  await shop.till.sandbox.settled();
  await drainJobs(test, system());
  const order = await test.db.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { items: { include: { product: true } }, parcels: true },
  });
  const file = order.items.find(({ product }) => product.kind === 'PDF');
  return { orderId, order, orderItemId: file?.id as Id<'orderItem'> };
}

const editionOf = (calendarId: string) =>
  test.db.proof.findFirstOrThrow({ where: { calendarId, kind: 'DIGITAL' } });

async function renderEdition(calendarId: string) {
  const { id } = await editionOf(calendarId);
  await handleProofRender(system(), { proofId: id as Id<'proof'> });
  return id as Id<'proof'>;
}

describe('the PDF edition', () => {
  it('is ordered once, goes into no parcel and is made only after the payment; then the order is delivered', async () => {
    const { ctx, calendarId, cartItemId } = await withFileInCart();
    await changeQuantity(ctx, { cartItemId, quantity: 5 });
    const item = await test.db.cartItem.findUniqueOrThrow({ where: { id: cartItemId } });
    expect(item.quantity).toBe(1);
    expect(await test.db.proof.count({ where: { calendarId, kind: 'DIGITAL' } })).toBe(0);
    const { orderId, order, orderItemId } = await paid(ctx);
    expect(order).toMatchObject({ status: 'PAID', parcels: [], totalMinor: 14_900, country: 'UA' });
    // The tax of the buyer's country is in it.
    expect(order.taxMinor).toBe(14_900 - Math.round(14_900 / 1.2));
    await expect(openOrderFile(ctx, { orderId, orderItemId })).rejects.toThrow('proof.not_ready');
    const proofId = await renderEdition(calendarId);
    await handleProofRender(system(), { proofId });
    expect((await orderOf(orderId)).status).toBe('DELIVERED');
    expect(await mailsAbout(orderId)).toEqual(['order-confirmed', 'order-files-ready']);
    const file = await openOrderFile(ctx, { orderId, orderItemId });
    const bytes = await buffer(file.stream);
    expect(bytes.length).toBe(file.bytes);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is given to nobody but who paid for it: not as a proof, not to others, not unpaid, not while held back', async () => {
    const { ctx, calendarId } = await withFileInCart();
    const unpaid = await placeOrder(ctx, await aWish(ctx));
    const { items } = await getOrder(ctx, { orderId: unpaid.orderId, locale: 'en' });
    const orderItemId = items[0]?.id as Id<'orderItem'>;
    const input = { orderId: unpaid.orderId, orderItemId };
    await expect(openOrderFile(ctx, input)).rejects.toThrow('order.not_found');
    expect((await remakeOrderFiles(ctx, input)).files).toEqual([]);
    expect(await test.db.proof.count({ where: { calendarId, kind: 'DIGITAL' } })).toBe(0);
    await press(unpaid.redirectUrl ?? '');
    await shop.till.sandbox.settled();
    await drainJobs(test, system());
    const hold = async (isHeld: boolean) =>
      inTransaction(system(), async (tx) => {
        const order = await lockOrder(tx, unpaid.orderId);
        if (!order) throw new Error('the order is there');
        await (isHeld ? holdLockedOrder : releaseLockedOrder)(tx, order, { reason: 'a look' });
      });
    await hold(true);
    const proofId = await renderEdition(calendarId);
    expect((await orderOf(unpaid.orderId)).status).toBe('PAID');
    await expect(openOrderFile(ctx, input)).rejects.toThrow('order.not_found');
    await hold(false);
    expect((await orderOf(unpaid.orderId)).status).toBe('DELIVERED');
    await expect(openProofFile(ctx, proofId, null)).rejects.toThrow('proof.not_found');
    const stranger = await person();
    await expect(openOrderFile(stranger, input)).rejects.toThrow('order.not_found');
    await expect(listOrderFiles(stranger, input)).rejects.toThrow('order.not_found');
    (await openOrderFile(ctx, input)).stream.destroy();
  });

  it('comes with a printed calendar too; once it is downloaded its customer cannot cancel any more', async () => {
    const { ctx, calendarId } = await withFileInCart(1);
    const { orderId, order, orderItemId } = await paid(ctx);
    expect(order.parcels).toHaveLength(1);
    const printed = order.items.find(({ product }) => product.kind === 'PRINTED');
    await renderEdition(calendarId);
    expect((await orderOf(orderId)).status).toBe('PAID');
    await expect(
      openOrderFile(ctx, { orderId, orderItemId: printed?.id as Id<'orderItem'> }),
    ).rejects.toThrow('order.not_found');
    expect((await getOrder(ctx, { orderId, locale: 'uk' })).canCancel).toBe(true);
    for (let time = 0; time < 2; time += 1) {
      (await openOrderFile(ctx, { orderId, orderItemId })).stream.destroy();
    }
    const { events } = await orderOf(orderId);
    expect(events.filter(({ kind }) => kind === 'file_downloaded')).toHaveLength(1);
    expect((await getOrder(ctx, { orderId, locale: 'uk' })).canCancel).toBe(false);
    await expect(cancelOrder(ctx, { orderId })).rejects.toThrow('order.too_late_to_cancel');
  });

  it('can be started anew by its customer when making it failed', async () => {
    const { ctx, calendarId } = await withFileInCart();
    const { orderId } = await paid(ctx);
    const edition = await editionOf(calendarId);
    await test.db.proof.update({
      where: { id: edition.id },
      data: { status: 'FAILED', failureCode: 'proof.failed' },
    });
    const failed = await listOrderFiles(ctx, { orderId });
    expect(failed.files[0]?.edition?.status).toBe('FAILED');
    const again = await remakeOrderFiles(ctx, { orderId });
    expect(again.files[0]?.edition?.status).toBe('QUEUED');
    await renderEdition(calendarId);
    expect((await orderOf(orderId)).status).toBe('DELIVERED');
  });
});
