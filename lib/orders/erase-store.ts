import type { CalendarDocument } from '@/lib/calendars/document';
import type { Ctx, ReadCtx, TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';

/** Stands where a row must have a text. */
const ERASED = '-';

export function findOrdersOf(ctx: ReadCtx, ownerId: string) {
  return ctx.db.order.findMany({
    where: { ownerId },
    select: { id: true, items: { select: { id: true, document: true } } },
  });
}

export async function emptyOrder(
  tx: TxCtx,
  orderId: string,
  items: readonly { id: string; document: CalendarDocument }[],
): Promise<void> {
  for (const { id, document } of items) {
    await tx.db.orderItemPicture.deleteMany({ where: { orderItemId: id } });
    await tx.db.orderItem.update({
      where: { id },
      data: {
        title: '',
        document: document as unknown as Prisma.InputJsonValue,
        preflight: {},
      },
    });
  }
  await tx.db.parcel.updateMany({
    where: { orderId, NOT: { giftNote: '' } },
    data: { giftNote: '' },
  });
  await tx.db.order.update({ where: { id: orderId }, data: { note: null } });
  const claims = { claim: { orderId } };
  await tx.db.claimPicture.deleteMany({ where: claims });
  await tx.db.claim.updateMany({ where: { orderId }, data: { text: ERASED } });
}

/** Pay pages and what the tills told about the person's payments: bodies have names and addresses in them. */
export async function forgetProviderTraces(ctx: Ctx, ownerId: string): Promise<void> {
  const payments = await ctx.db.payment.findMany({
    where: { ownerId },
    select: { externalId: true, externalPaymentId: true },
  });
  await ctx.db.payment.updateMany({
    where: { ownerId },
    data: { redirectUrl: null, receiptUrl: null },
  });
  for (const { externalId, externalPaymentId } of payments) {
    for (const [key, id] of [
      ['checkoutId', externalId],
      ['externalPaymentId', externalPaymentId],
    ] as const) {
      if (id === null) continue;
      await ctx.db.webhookEvent.updateMany({
        where: { subject: { path: [key], equals: id } },
        data: { body: '' },
      });
    }
  }
}

export async function forgetShopOf(tx: TxCtx, ownerId: string): Promise<number> {
  const cart = await tx.db.cartItem.deleteMany({ where: { ownerId } });
  const drafts = await tx.db.checkoutDraft.deleteMany({ where: { ownerId } });
  const addresses = await tx.db.savedAddress.deleteMany({ where: { ownerId } });
  await tx.db.giftCertificate.updateMany({
    where: { buyerId: ownerId },
    data: { buyerName: ERASED, recipientName: ERASED, recipientEmail: null, message: '' },
  });
  const uses = await tx.db.promoUse.findMany({ where: { ownerId }, select: { id: true } });
  for (const { id } of uses) {
    await tx.db.promoUse.update({ where: { id }, data: { emailHash: id } });
  }
  return cart.count + drafts.count + addresses.count;
}
