import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { decideClaim } from '@/lib/admin/claims/decide-claim';
import { getClaim } from '@/lib/admin/claims/get-claim';
import { listClaims } from '@/lib/admin/claims/list-claims';
import { openClaimPicture } from '@/lib/admin/claims/open-claim-picture';
import { ClaimFilterSchema, type DecideClaimInput } from '@/lib/admin/claims/schema';
import { moveOrder } from '@/lib/admin/move-order';
import { changePrintJob } from '@/lib/admin/print/change-print-job';
import { resendJob } from '@/lib/admin/print/resend-job';
import { type Desk, mintActor } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import type { PersonCtx } from '@/lib/db/context';
import { getOrderClaims } from '@/lib/orders/claims/get-order-claims';
import { openClaim } from '@/lib/orders/claims/open-claim';
import type { OpenClaimInput } from '@/lib/orders/claims/schema';
import { withdrawClaim } from '@/lib/orders/claims/withdraw-claim';
import { submitPrintJob } from '@/lib/orders/print-houses/submit-print-job';
import { deletePicture } from '@/lib/pictures/delete-picture';
import { openPrintWorld } from './print-world';
import { drainJobs, nextKey } from './shop';

const world = openPrintWorld();
const { test, system, staff, houseOf, orderOf } = world;
const DAY_MS = 24 * 60 * 60 * 1000;

const codeOf = (error: unknown) => (error instanceof DomainError ? error.code : String(error));

/** Printed, sent and delivered, all by hand. */
async function aDeliveredOrder() {
  const { ctx, orderId, printJobId } = await world.aPrintJob('MANUAL');
  await submitPrintJob(system(), printJobId);
  const desk = await staff();
  await changePrintJob(desk, { printJobId, change: { to: 'DONE', cost: null } });
  const sent = { to: 'SHIPPED', carrier: 'other', trackingNumber: 'TRACK-12345' } as const;
  await moveOrder(desk, { orderId, move: sent });
  await moveOrder(desk, { orderId, move: { to: 'DELIVERED' } });
  const item = await test.db.orderItem.findFirstOrThrow({ where: { orderId } });
  return { ctx, orderId, itemId: item.id as Id<'orderItem'> };
}

async function aPhoto(ctx: PersonCtx): Promise<Id<'picture'>> {
  const id = newId('picture');
  const thumb = `pictures/${id}/thumb.jpg`;
  await ctx.providers.files.put(thumb, Buffer.from(`photo ${id}`), 'image/jpeg');
  await test.db.picture.create({
    data: {
      id,
      ownerId: ctx.actor.userId,
      origin: 'UPLOAD',
      status: 'READY',
      fileName: 'fault.jpg',
      contentHash: id,
      receivedBytes: 100,
      widthPx: 400,
      heightPx: 300,
      masterKey: `pictures/${id}/master.jpg`,
      masterBytes: 100,
      renditions: { thumb, screen: thumb },
    },
  });
  return id;
}

const wish = (itemId: Id<'orderItem'>, parts: Partial<OpenClaimInput> = {}): OpenClaimInput => ({
  requestKey: nextKey(),
  kind: 'MISPRINTED',
  text: 'The pages of May and June are swapped.',
  items: [{ orderItemId: itemId, quantity: 1 }],
  pictureIds: [],
  ...parts,
});

async function anOpenClaim() {
  const order = await aDeliveredOrder();
  const { claimId } = await openClaim(order.ctx, { ...wish(order.itemId), orderId: order.orderId });
  return { ...order, claimId };
}

const mailsAbout = async (claimId: string) =>
  (
    await test.db.outboxMessage.findMany({
      where: { dedupeKey: { startsWith: `claim:${claimId}:` } },
      orderBy: { id: 'asc' },
    })
  ).map(({ template }) => template);

describe('reporting a fault', () => {
  it('is one claim with its photos and one mail, however often the button is pressed', async () => {
    const { ctx, orderId, itemId } = await aDeliveredOrder();
    const input = { ...wish(itemId, { pictureIds: [await aPhoto(ctx)] }), orderId };
    const opened = await Promise.all([0, 1, 2].map(() => openClaim(ctx, input)));
    expect(new Set(opened.map(({ claimId }) => claimId)).size).toBe(1);
    const { claims, canClaim } = await getOrderClaims(ctx, { orderId });
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ status: 'OPEN', pictureIds: input.pictureIds });
    expect(canClaim).toBe(false);
    expect(await mailsAbout(String(opened[0]?.claimId))).toEqual(['claim-received']);
  });

  it('is refused while another one of the order is open, also by the database', async () => {
    const { ctx, orderId, itemId, claimId } = await anOpenClaim();
    const second = openClaim(ctx, { ...wish(itemId), orderId }).catch(codeOf);
    expect(await second).toBe('claim.too_many');
    const row = await test.db.claim.findUniqueOrThrow({ where: { id: claimId } });
    const copy = { ...row, id: newId('claim'), number: 'C-0', requestKey: nextKey() };
    await expect(
      test.db.claim.create({ data: { ...copy, items: row.items as object } }),
    ).rejects.toThrow();
  });

  it('ends 30 days after the calendars arrived, and does not begin before', async () => {
    const early = await world.aPaidOrder();
    const item = await test.db.orderItem.findFirstOrThrow({ where: { orderId: early.orderId } });
    const tooSoon = { ...wish(item.id as Id<'orderItem'>), orderId: early.orderId };
    expect(await openClaim(early.ctx, tooSoon).catch(codeOf)).toBe('claim.too_late');
    const { ctx, orderId, itemId } = await aDeliveredOrder();
    world.shop.offsetMs = 32 * DAY_MS;
    expect(await openClaim(ctx, { ...wish(itemId), orderId }).catch(codeOf)).toBe('claim.too_late');
  });

  it('takes only what was ordered and only one’s own photos', async () => {
    const { ctx, orderId, itemId } = await aDeliveredOrder();
    const other = await aDeliveredOrder();
    const tries: [Partial<OpenClaimInput>, string][] = [
      [{ items: [{ orderItemId: itemId, quantity: 3 }] }, 'claim.invalid'],
      [{ items: [{ orderItemId: other.itemId, quantity: 1 }] }, 'claim.invalid'],
      [{ pictureIds: [await aPhoto(other.ctx)] }, 'picture.not_found'],
    ];
    for (const [parts, code] of tries) {
      const input = { ...wish(itemId, parts), orderId };
      expect(await openClaim(ctx, input).catch(codeOf)).toBe(code);
    }
    expect(await test.db.claim.count({ where: { orderId } })).toBe(0);
  });

  it('of somebody else’s order is not found, nor is their claim', async () => {
    const { orderId, itemId, claimId } = await anOpenClaim();
    const stranger = await world.person();
    const input = { ...wish(itemId), orderId };
    expect(await openClaim(stranger, input).catch(codeOf)).toBe('order.not_found');
    expect(await getOrderClaims(stranger, { orderId }).catch(codeOf)).toBe('order.not_found');
    expect(await withdrawClaim(stranger, { orderId, claimId }).catch(codeOf)).toBe(
      'claim.not_found',
    );
    expect(await getClaim(stranger, { claimId }).catch(codeOf)).toBe('account.not_allowed');
  });

  it('can be taken back, and then reported anew', async () => {
    const { ctx, orderId, itemId, claimId } = await anOpenClaim();
    await withdrawClaim(ctx, { orderId, claimId });
    expect(await withdrawClaim(ctx, { orderId, claimId }).catch(codeOf)).toBe('claim.decided');
    await openClaim(ctx, { ...wish(itemId), orderId });
  });

  it('keeps its photos from being deleted while it is open', async () => {
    const { ctx, orderId, itemId } = await aDeliveredOrder();
    const photo = await aPhoto(ctx);
    const input = { ...wish(itemId, { pictureIds: [photo] }), orderId };
    const { claimId } = await openClaim(ctx, input);
    const remove = () => deletePicture(ctx, photo, { removeFromCalendars: false });
    expect(await remove().catch(codeOf)).toBe('picture.in_claim');
    await expect(
      test.db.picture.update({ where: { id: photo }, data: { deletedAt: new Date() } }),
    ).rejects.toThrow();
    await withdrawClaim(ctx, { orderId, claimId });
    await remove();
  });
});

describe('staff', () => {
  it('of support give no money back by a decision, those of finance do', async () => {
    const { orderId, claimId } = await anOpenClaim();
    const member = async (desk: Desk) => {
      const { ctx } = await test.person('STAFF');
      return {
        ...ctx,
        actor: mintActor({ userId: ctx.actor.userId, role: 'STAFF', desks: [desk] }),
      };
    };
    const refund = { decision: 'REFUND', amountMinor: 100, answer: '' } as const;
    const support = await member('SUPPORT');
    expect((await getClaim(support, { claimId })).mayRefund).toBe(false);
    expect(await decideClaim(support, { claimId, decision: refund }).catch(codeOf)).toBe(
      'account.finance_only',
    );
    const { payments } = await orderOf(orderId);
    expect(payments[0]?.refundedMinor).toBe(0);
    const production = await member('PRODUCTION');
    expect(await decideClaim(production, { claimId, decision: refund }).catch(codeOf)).toBe(
      'account.not_allowed',
    );
    await decideClaim(await member('FINANCE'), { claimId, decision: refund });
    expect((await orderOf(orderId)).payments[0]?.refundedMinor).toBe(100);
  });

  it('see a claim’s photos, each look on record, and no other picture of the customer', async () => {
    const { ctx, orderId, itemId } = await aDeliveredOrder();
    const [shown, hidden] = [await aPhoto(ctx), await aPhoto(ctx)];
    const input = { ...wish(itemId, { pictureIds: [shown] }), orderId };
    const { claimId } = await openClaim(ctx, input);
    const desk = await staff();
    const stream = await openClaimPicture(desk, { claimId, pictureId: shown, rendition: 'thumb' });
    expect((await buffer(stream)).toString()).toBe(`photo ${shown}`);
    const other = openClaimPicture(desk, { claimId, pictureId: hidden, rendition: 'thumb' });
    expect(await other.catch(codeOf)).toBe('picture.not_found');
    const looks = { subject: claimId, action: 'claim.picture_viewed' };
    expect(await test.db.auditEvent.count({ where: looks })).toBe(1);
    const board = await listClaims(desk, ClaimFilterSchema.parse({ status: 'OPEN' }));
    expect(board.rows.map(({ id }) => id)).toContain(claimId);
  });

  it('print again for nothing: a print job of the claim, and after a refusal another one', async () => {
    const { orderId, itemId, claimId } = await anOpenClaim();
    const desk = await staff();
    const decision = { decision: 'REPRINT', printHouseId: null, answer: 'Sorry!' } as const;
    await decideClaim(desk, { claimId, decision });
    const [job] = await test.db.printJob.findMany({ where: { claimId } });
    expect(job).toMatchObject({ orderId, items: [{ orderItemId: itemId, quantity: 1 }] });
    expect((await orderOf(orderId)).payments[0]?.refundedMinor).toBe(0);
    expect((await orderOf(orderId)).status).toBe('DELIVERED');
    expect(await mailsAbout(claimId)).toEqual(['claim-received', 'claim-reprint']);
    const printJobId = job?.id as Id<'printJob'>;
    await submitPrintJob(system(), printJobId);
    const change = { to: 'REJECTED', reason: 'no paper' } as const;
    await changePrintJob(desk, { printJobId, change });
    await resendJob(desk, { printJobId, printHouseId: await houseOf('PRODIGI') });
    expect(await test.db.printJob.count({ where: { claimId } })).toBe(2);
  });

  it('give money back by the order’s own refund, once', async () => {
    const { ctx, orderId, claimId } = await anOpenClaim();
    const decision = { decision: 'REFUND', amountMinor: 10_000, answer: '' } as const;
    await decideClaim(await staff(), { claimId, decision });
    await drainJobs(test, system());
    const order = await orderOf(orderId);
    expect(order.payments[0]?.refundedMinor).toBe(10_000);
    expect(order.payments[0]?.refunds).toMatchObject([{ status: 'SUCCEEDED' }]);
    const { claims } = await getOrderClaims(ctx, { orderId });
    expect(claims[0]).toMatchObject({ status: 'REFUNDED', refund: { amountMinor: 10_000 } });
    expect(await mailsAbout(claimId)).toEqual(['claim-received', 'claim-refund']);
  });

  it('cannot give back more than was paid, and the claim stays open', async () => {
    const { claimId } = await anOpenClaim();
    const decision = { decision: 'REFUND', amountMinor: 99_999_999, answer: '' } as const;
    expect(await decideClaim(await staff(), { claimId, decision }).catch(codeOf)).toBe(
      'refund.too_much',
    );
    const claim = await test.db.claim.findUniqueOrThrow({ where: { id: claimId } });
    expect(claim.status).toBe('OPEN');
  });

  it('who decide at the same moment: one wins, and only its doing is done', async () => {
    const { ctx, orderId, claimId } = await anOpenClaim();
    const decisions: DecideClaimInput[] = [
      { decision: 'REPRINT', printHouseId: null, answer: '' },
      { decision: 'REFUND', amountMinor: 5000, answer: '' },
      { decision: 'DECLINE', answer: 'No fault can be seen.' },
    ];
    const desks = await Promise.all(decisions.map(() => staff()));
    const ends = await Promise.all([
      ...decisions.map((decision, index) =>
        decideClaim(desks[index] as PersonCtx, { claimId, decision }).then(() => 'won', codeOf),
      ),
      withdrawClaim(ctx, { orderId, claimId }).then(() => 'won', codeOf),
    ]);
    expect(ends.filter((end) => end === 'won')).toHaveLength(1);
    expect(ends.filter((end) => end === 'claim.decided')).toHaveLength(3);
    const claim = await test.db.claim.findUniqueOrThrow({ where: { id: claimId } });
    const { payments } = await orderOf(orderId);
    expect(await test.db.printJob.count({ where: { claimId } })).toBe(
      claim.status === 'REPRINT' ? 1 : 0,
    );
    expect(payments[0]?.refundedMinor).toBe(claim.status === 'REFUNDED' ? 5000 : 0);
    expect(await mailsAbout(claimId)).toHaveLength(claim.status === 'WITHDRAWN' ? 1 : 2);
  });
});
