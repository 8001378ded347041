import { giftCodeOf } from '@/lib/core/gift-code-secret';
import { type Id, newId } from '@/lib/core/ids';
import type { Currency } from '@/lib/core/money';
import { inTransaction, type PersonCtx, type TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { checkGift } from '@/lib/orders/certificates/check-gift';
import { insertGift } from '@/lib/orders/certificates/insert-gift';
import { issueCertificate } from '@/lib/orders/certificates/issue-certificate';
import { lockCertificate } from '@/lib/orders/certificates/store';
import type { TestDatabase } from '@/tests/support/database';
import { anApprovedCalendar, nextKey, productOf } from './shop';

/** A certificate that staff issue, worth its sum at once. */
export async function anIssuedCertificate(
  ctx: PersonCtx,
  parts: { amountMinor?: number; currency?: Currency } = {},
): Promise<{ id: Id<'certificate'>; code: string }> {
  const gift = {
    currency: parts.currency ?? ('EUR' as const),
    amountMinor: parts.amountMinor ?? 50_00,
    buyerName: 'Twelvefold',
    recipientName: 'Марко',
    message: '',
    locale: 'uk',
    requestKey: nextKey(),
    handOver: { how: 'print' as const },
  };
  const id = await inTransaction(ctx, async (tx) => {
    const delivery = checkGift(gift, tx.clock.now());
    const made = await insertGift(tx, gift, {
      ...delivery,
      issuedById: ctx.actor.userId,
      reason: 'test',
    });
    const row = await lockCertificate(tx, { id: made });
    if (row) await issueCertificate(tx, row);
    return made;
  });
  return { id, code: giftCodeOf(id) };
}

/** Orders with nothing but what the database demands of one, for what is about money alone. */
export async function bareOrders(test: TestDatabase, ctx: PersonCtx) {
  const { calendarId, proofId, document } = await anApprovedCalendar(test, ctx);
  const productId = await productOf(test);
  const ownerId = ctx.actor.userId;
  return async function place<T>(
    more: (tx: TxCtx, orderId: Id<'order'>) => Promise<T>,
    parts: { currency?: Currency; certificateMinor?: number } = {},
  ): Promise<Id<'order'>> {
    const orderId = newId('order');
    await inTransaction(ctx, async (tx) => {
      await tx.db.order.create({
        data: {
          id: orderId,
          number: orderId.slice(-14),
          ownerId,
          status: 'AWAITING_PAYMENT',
          currency: parts.currency ?? 'EUR',
          itemsMinor: 100_00,
          deliveryMinor: 0,
          taxMinor: 0,
          totalMinor: 100_00,
          certificateMinor: parts.certificateMinor ?? 0,
          country: 'DE',
          contactEmail: 'olena@example.com',
          locale: 'en',
          requestKey: nextKey(),
          requestHash: 'x',
          items: {
            create: {
              id: newId('orderItem'),
              calendarId,
              productId,
              proofId,
              quantity: 1,
              unitMinor: 100_00,
              totalMinor: 100_00,
              title: '',
              formatId: document.formatId,
              fromMonth: document.from,
              monthCount: 12,
              document: document as unknown as Prisma.InputJsonObject,
              fileSha256: 'x',
              preflight: {},
            },
          },
        },
      });
      await more(tx, orderId);
    });
    return orderId;
  };
}

/** What does not hold of the certificates: each is what its rows add up to, between nothing and its worth. */
export async function certificateProblems(test: TestDatabase): Promise<string[]> {
  const rows = await test.db.giftCertificate.findMany({ include: { entries: true } });
  return rows.flatMap((row) => {
    const sum = row.entries.reduce((total, { amountMinor }) => total + amountMinor, 0);
    const problems: string[] = [];
    if (sum !== row.balanceMinor)
      problems.push(`${row.id}: rows ${sum}, balance ${row.balanceMinor}`);
    if (sum < 0 || sum > row.amountMinor) problems.push(`${row.id}: ${sum} of ${row.amountMinor}`);
    if (row.status !== 'ACTIVE' && sum !== 0) problems.push(`${row.id}: ${row.status} with ${sum}`);
    const byOrder = new Map<string, number>();
    for (const { orderId, amountMinor } of row.entries) {
      if (orderId) byOrder.set(orderId, (byOrder.get(orderId) ?? 0) + amountMinor);
    }
    for (const [orderId, left] of byOrder) {
      if (left > 0) problems.push(`${row.id}: order ${orderId} gave back ${left} too much`);
    }
    return problems;
  });
}
