import type { CalendarDocument } from '@/lib/calendars/document';
import type { Ctx, ReadCtx, TxCtx } from '@/lib/db/context';
import { Prisma } from '@/lib/db/generated/client';
import type { Address } from './address';

/** Stands where a row must have a text. */
const ERASED = '-';

export function findOrdersOf(ctx: ReadCtx, ownerId: string) {
  return ctx.db.order.findMany({
    where: { ownerId },
    select: {
      id: true,
      paidAt: true,
      items: { select: { id: true, document: true } },
      parcels: { select: { id: true, address: true } },
    },
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
  // The price rows name the calendars by their titles; sums and products stay.
  await tx.db.$executeRaw`
    update "Order" set "note" = null, "priceRows" = coalesce((
      select jsonb_agg(case when "row"->'params' ? 'title' then jsonb_set("row", '{params,title}', '""') else "row" end order by "at")
      from jsonb_array_elements("priceRows") with ordinality as "rows"("row", "at")), '[]')
    where "id" = ${orderId}`;
  await tx.db.$executeRaw`
    update "OrderEvent" set "data" = "data" - 'text' - 'reason'
    where "orderId" = ${orderId} and "data" ?| array['text', 'reason']`;
  // A code of our own, or the number of a claim, is nobody's words.
  const isWritten = Prisma.sql`"reason" !~ '^([a-z_]+|claim C-[0-9-]+)$'
    and "paymentId" in (select "id" from "Payment" where "orderId" = ${orderId})`;
  await tx.db.$executeRaw`update "Refund" set "reason" = ${ERASED} where ${isWritten}`;
  await tx.db.$executeRaw`update "PaymentEvent" set "reason" = null where ${isWritten}`;
  const claims = { claim: { orderId } };
  await tx.db.claimPicture.deleteMany({ where: claims });
  await tx.db.claim.updateMany({ where: { orderId }, data: { text: ERASED } });
  await tx.db.claim.updateMany({
    where: { orderId, answer: { not: null } },
    data: { answer: ERASED },
  });
}

/** An invoice needs name and address and no phone; what was never paid has no invoice. */
export async function emptyParcel(
  tx: TxCtx,
  parcel: { id: string; address: Address },
  isPaid: boolean,
): Promise<void> {
  const { id, address } = parcel;
  const nowhere = {
    recipient: ERASED,
    phone: '',
    line1: ERASED,
    line2: '',
    city: ERASED,
    postalCode: '',
    region: '',
    country: address.country,
  };
  await tx.db.parcel.update({
    where: { id },
    data: isPaid
      ? { address: { ...address, phone: '' } }
      : { address: nowhere, pickupPoint: Prisma.DbNull },
  });
}

/** Print jobs that may have left a zip in a press's folder. */
export function findHandOffs(ctx: ReadCtx, ownerId: string) {
  return ctx.db.printJob.findMany({
    where: { order: { ownerId }, printHouse: { kind: 'MANUAL' } },
    select: { number: true, order: { select: { number: true } } },
  });
}

/**
 * Pay pages, and what tills, print houses and the chat with our bot told about the person: bodies have names, addresses
 * and words in them.
 */
export async function forgetProviderTraces(ctx: Ctx, ownerId: string): Promise<void> {
  await ctx.db.payment.updateMany({
    where: { ownerId },
    data: { redirectUrl: null, receiptUrl: null },
  });
  await ctx.db.$executeRaw`
    with "mine" as (select * from "Payment" where "ownerId" = ${ownerId})
    update "WebhookEvent" set "body" = ''
    where "body" <> '' and (
      "subject" ->> 'checkoutId' in (select "externalId" from "mine")
      or "subject" ->> 'externalPaymentId' in (select "externalPaymentId" from "mine")
      or "subject" ->> 'refundId' in (
        select r."externalId" from "Refund" r join "mine" m on m."id" = r."paymentId")
      or "subject" ->> 'disputeId' in (
        select d."externalId" from "Dispute" d join "mine" m on m."id" = d."paymentId")
      or "subject" ->> 'printJobId' in (
        select j."id" from "PrintJob" j join "Order" o on o."id" = j."orderId" where o."ownerId" = ${ownerId}))`;
  await ctx.db.$executeRaw`
    update "WebhookEvent" set "body" = '', "subject" = '{}'
    where "subject" -> 'from' ->> 'id' in (
      select "externalId" from "LinkedAccount" where "userId" = ${ownerId} and "provider" = 'TELEGRAM')`;
}

export async function forgetShopOf(tx: TxCtx, ownerId: string): Promise<number> {
  const cart = await tx.db.cartItem.deleteMany({ where: { ownerId } });
  const drafts = await tx.db.checkoutDraft.deleteMany({ where: { ownerId } });
  const addresses = await tx.db.savedAddress.deleteMany({ where: { ownerId } });
  const uses = await tx.db.promoUse.findMany({ where: { ownerId }, select: { id: true } });
  for (const { id } of uses) {
    await tx.db.promoUse.update({ where: { id }, data: { emailHash: id } });
  }
  return cart.count + drafts.count + addresses.count;
}
