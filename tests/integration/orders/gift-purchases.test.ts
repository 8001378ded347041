import { afterEach, describe, expect, it } from 'vitest';
import { getStaffCertificate } from '@/lib/admin/certificates/get-certificate';
import { issueByHand } from '@/lib/admin/certificates/issue-by-hand';
import { listStaffCertificates } from '@/lib/admin/certificates/list-certificates';
import { mailAgain } from '@/lib/admin/certificates/mail-again';
import { refundAgain } from '@/lib/admin/certificates/refund-again';
import { voidCertificate } from '@/lib/admin/certificates/void-certificate';
import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import { addDays, dayAt } from '@/lib/core/plain-date';
import type { PersonCtx } from '@/lib/db/context';
import { renderMail } from '@/lib/messages/render-mail';
import { checkBalance } from '@/lib/orders/certificates/check-balance';
import { getCertificate, listCertificates } from '@/lib/orders/certificates/get-certificate';
import { redeemCertificate } from '@/lib/orders/certificates/redeem-certificate';
import { refreshCertificate } from '@/lib/orders/certificates/refresh-certificate';
import { refundCertificate } from '@/lib/orders/certificates/refund-certificate';
import type { BuyCertificateInput } from '@/lib/orders/certificates/schema';
import { startCertificatePurchase } from '@/lib/orders/certificates/start-certificate-purchase';
import { sweepCertificates } from '@/lib/orders/certificates/sweep-certificates';
import { bareOrders, certificateProblems } from './gifts-world';
import { openShop } from './open-shop';
import { drainJobs, nextKey, press } from './shop';

const DAY_MS = 86_400_000;
const world = openShop();
const { test, shop, system, clock } = world;

afterEach(async () => expect(await certificateProblems(test)).toEqual([]));

const aBuyer = () => world.person();

async function anAdmin(): Promise<PersonCtx> {
  const { actor } = await test.person('ADMIN');
  return test.ctx(actor, { clock }) as PersonCtx;
}

async function arrive(): Promise<void> {
  // What a job asks of the till may be answered later, by another event.
  do await shop.till.sandbox.settled();
  while ((await drainJobs(test, system())) > 0);
}

function aWish(parts: Partial<BuyCertificateInput> = {}): BuyCertificateInput {
  return {
    currency: 'EUR',
    amountMinor: 40_00,
    buyerName: 'Олена',
    recipientName: 'Марко',
    message: 'З днем народження',
    handOver: { how: 'now', email: 'marko@example.com' },
    locale: 'uk',
    till: 'STRIPE',
    requestKey: nextKey(),
    ...parts,
  };
}

async function bought(ctx: PersonCtx, parts: Partial<BuyCertificateInput> = {}) {
  const { certificateId, redirectUrl } = await startCertificatePurchase(ctx, aWish(parts));
  assert(redirectUrl, 'the pay page opens');
  return { certificateId, redirectUrl };
}

async function paid(ctx: PersonCtx, parts: Partial<BuyCertificateInput> = {}) {
  const { certificateId, redirectUrl } = await bought(ctx, parts);
  await press(redirectUrl);
  await arrive();
  return certificateId;
}

const mailsTo = (certificateId: string, template: string) =>
  test.db.outboxMessage.findMany({ where: { subject: certificateId, template } });
const look = (ctx: PersonCtx, certificateId: Id<'certificate'>) =>
  getCertificate(ctx, { certificateId });

describe('buying a certificate', () => {
  it('makes it money once it is paid, and mails the code that stands in no table', async () => {
    const ctx = await aBuyer();
    const certificateId = await paid(ctx);
    await refreshCertificate(ctx, { certificateId });
    const gift = await look(ctx, certificateId);
    expect(gift).toMatchObject({ state: 'active', isMailed: true });
    expect(gift.balance).toEqual({ amountMinor: 40_00, currency: 'EUR' });
    const code = gift.code ?? '';
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const [mail, ...more] = await mailsTo(certificateId, 'gift-certificate');
    assert(mail, 'the letter is written');
    expect(more).toEqual([]);
    expect(mail.recipient).toBe('marko@example.com');
    expect(renderMail('gift-certificate', 'uk', mail.data).text).toContain(code);
    expect(await mailsTo(certificateId, 'certificate-bought')).toHaveLength(1);
    const stored = JSON.stringify([
      await test.db.giftCertificate.findMany({ include: { entries: true, payment: true } }),
      await test.db.outboxMessage.findMany(),
      await test.db.auditEvent.findMany(),
      test.log.errors,
    ]);
    for (const text of [code, code.replaceAll('-', '')]) expect(stored).not.toContain(text);
    const balance = await checkBalance(ctx, { code: code.toLowerCase() });
    expect(balance).toMatchObject({ balance: { amountMinor: 40_00 }, isOver: false });
  });

  it('pressing twice is one certificate and one pay page; another wish with the key is refused', async () => {
    const ctx = await aBuyer();
    const wish = aWish();
    const [first, second] = await Promise.all([
      startCertificatePurchase(ctx, wish),
      startCertificatePurchase(ctx, wish),
    ]);
    expect(first).toEqual(second);
    await expect(startCertificatePurchase(ctx, { ...wish, amountMinor: 50_00 })).rejects.toThrow(
      'request.conflict',
    );
    expect(await test.db.giftCertificate.count({ where: { buyerId: ctx.actor.userId } })).toBe(1);
  });

  it('refuses sums, addresses and days that are not sold, and keeps nothing of it', async () => {
    const ctx = await aBuyer();
    const day = (days: number) => addDays(dayAt(new Date(), 'UTC'), days);
    const wrong: Partial<BuyCertificateInput>[] = [
      { amountMinor: 9_99 },
      { amountMinor: 500_01 },
      { handOver: { how: 'now', email: 'marko' } },
      { handOver: { how: 'on', email: 'marko@example.com', day: day(-1) } },
      { handOver: { how: 'on', email: 'marko@example.com', day: day(400) } },
    ];
    for (const parts of wrong) {
      await expect(startCertificatePurchase(ctx, aWish(parts))).rejects.toThrow(
        'certificate.invalid',
      );
    }
    await expect(startCertificatePurchase(ctx, aWish({ till: 'MONOBANK' }))).rejects.toThrow(
      'payment.till_unavailable',
    );
    expect(await listCertificates(ctx)).toEqual([]);
  });

  it('mails it in the morning of its day, once, and never before', async () => {
    const ctx = await aBuyer();
    const day = addDays(dayAt(new Date(), 'UTC'), 10);
    const certificateId = await paid(ctx, {
      handOver: { how: 'on', email: 'marko@example.com', day },
    });
    const at = async (time: string) => {
      shop.offsetMs = Date.parse(`${day}T${time}Z`) - Date.now();
      await Promise.all([sweepCertificates(system()), sweepCertificates(system())]);
      return (await mailsTo(certificateId, 'gift-certificate')).length;
    };
    expect(await at('05:59:00')).toBe(0);
    expect(await at('06:01:00')).toBe(1);
    expect(await at('12:00:00')).toBe(1);
  });

  it('mails nothing where the buyer prints it', async () => {
    const ctx = await aBuyer();
    const certificateId = await paid(ctx, { handOver: { how: 'print' } });
    await sweepCertificates(system());
    expect(await mailsTo(certificateId, 'gift-certificate')).toEqual([]);
    expect((await look(ctx, certificateId)).code).not.toBeNull();
  });

  it('that is never paid is given up after a day, and late money goes back', async () => {
    const ctx = await aBuyer();
    const { certificateId, redirectUrl } = await bought(ctx);
    expect((await look(ctx, certificateId)).code).toBeNull();
    const { paymentId } = await test.db.giftCertificate.findUniqueOrThrow({
      where: { id: certificateId },
    });
    await test.db.payment.update({
      where: { id: paymentId ?? '' },
      data: { status: 'EXPIRED' },
    });
    await sweepCertificates(system());
    expect((await look(ctx, certificateId)).state).toBe('ended');
    shop.offsetMs = 1.1 * DAY_MS;
    await sweepCertificates(system());
    const { status } = await test.db.giftCertificate.findUniqueOrThrow({
      where: { id: certificateId },
    });
    expect(status).toBe('VOID');
    expect(await listCertificates(ctx)).toEqual([]);
    await press(redirectUrl);
    await arrive();
    const late = await test.db.payment.findUniqueOrThrow({ where: { id: paymentId ?? '' } });
    expect([late.status, late.refundedMinor]).toEqual(['PAID', 40_00]);
    expect((await look(ctx, certificateId)).balance.amountMinor).toBe(0);
  });

  it('is the buyer’s alone', async () => {
    const certificateId = await paid(await aBuyer());
    const stranger = await aBuyer();
    await expect(look(stranger, certificateId)).rejects.toThrow('certificate.not_found');
    await expect(refreshCertificate(stranger, { certificateId })).rejects.toThrow(
      'certificate.not_found',
    );
    await expect(
      refundCertificate(stranger, { certificateId, requestKey: nextKey() }),
    ).rejects.toThrow('certificate.not_found');
  });
});

describe('giving a certificate back', () => {
  it('within two weeks returns all of its money once, and its code opens nothing', async () => {
    const ctx = await aBuyer();
    const certificateId = await paid(ctx);
    const { code } = await look(ctx, certificateId);
    const back = () => refundCertificate(ctx, { certificateId, requestKey: nextKey() });
    await Promise.all([back(), back(), back()]);
    await arrive();
    const gift = await look(ctx, certificateId);
    expect(gift).toMatchObject({ state: 'given_back', code: null, refund: 'SUCCEEDED' });
    await expect(checkBalance(ctx, { code: code ?? '' })).rejects.toThrow('certificate.not_found');
    const { payment } = await test.db.giftCertificate.findUniqueOrThrow({
      where: { id: certificateId },
      include: { payment: { include: { refunds: true } } },
    });
    expect(payment?.refundedMinor).toBe(40_00);
    expect(payment?.refunds).toHaveLength(1);
    expect(await mailsTo(certificateId, 'certificate-refunded')).toHaveLength(1);
  });

  it('is refused after two weeks and once a part was used, and never races with an order', async () => {
    const ctx = await aBuyer();
    const late = await paid(ctx);
    shop.offsetMs = 14.1 * DAY_MS;
    await expect(
      refundCertificate(ctx, { certificateId: late, requestKey: nextKey() }),
    ).rejects.toThrow('certificate.not_refundable');
    shop.offsetMs = 0;
    const place = await bareOrders(test, ctx);
    for (let round = 0; round < 5; round += 1) {
      const certificateId = await paid(ctx);
      const results = await Promise.allSettled([
        place(
          (tx, orderId) => redeemCertificate(tx, { certificateId, orderId, amountMinor: 10_00 }),
          { certificateMinor: 10_00 },
        ),
        refundCertificate(ctx, { certificateId, requestKey: nextKey() }),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('keeps the certificate void when the bank refuses, and staff try again', async () => {
    const ctx = await aBuyer();
    const admin = await anAdmin();
    const certificateId = await paid(ctx);
    const { paymentId } = await test.db.giftCertificate.findUniqueOrThrow({
      where: { id: certificateId },
    });
    await refundCertificate(ctx, { certificateId, requestKey: nextKey() });
    await test.db.refund.updateMany({
      where: { paymentId: paymentId ?? '' },
      data: { status: 'FAILED', failureCode: 'declined' },
    });
    await test.db.payment.update({ where: { id: paymentId ?? '' }, data: { refundedMinor: 0 } });
    expect((await getStaffCertificate(admin, { certificateId })).canRefundAgain).toBe(true);
    await refundAgain(admin, { certificateId, requestKey: nextKey() });
    await expect(refundAgain(admin, { certificateId, requestKey: nextKey() })).rejects.toThrow(
      'refund.too_much',
    );
    await arrive();
    expect((await look(ctx, certificateId)).refund).toBe('SUCCEEDED');
  });
});

describe('the desk', () => {
  it('gives away, finds, mails again and takes back, each with its audit row', async () => {
    const admin = await anAdmin();
    const { till: _, ...gift } = aWish();
    const wish = { ...gift, reason: 'A lost parcel' };
    const [made, twin] = await Promise.all([issueByHand(admin, wish), issueByHand(admin, wish)]);
    expect(made).toEqual(twin);
    const { certificateId } = made;
    const seen = await getStaffCertificate(admin, { certificateId });
    expect(seen).toMatchObject({ status: 'ACTIVE', reason: 'A lost parcel', payment: null });
    const search = async (text: string) =>
      (
        await listStaffCertificates(admin, { search: text, status: null, sort: null, page: 1 })
      ).rows.map(({ id }) => id);
    expect(await search(seen.codeEnd)).toContain(certificateId);
    expect(await search('марко')).toContain(certificateId);
    await mailAgain(admin, { certificateId, requestKey: nextKey() });
    expect(await mailsTo(certificateId, 'gift-certificate')).toHaveLength(2);
    await voidCertificate(admin, { certificateId, reason: 'Found it' });
    await voidCertificate(admin, { certificateId, reason: 'Found it' });
    const { status, balance, notes } = await getStaffCertificate(admin, { certificateId });
    expect([status, balance.amountMinor]).toEqual(['VOID', 0]);
    expect(notes.map(({ action, reason }) => [action, reason])).toEqual([
      ['certificate.issued', 'A lost parcel'],
      ['certificate.mailed', null],
      ['certificate.voided', 'Found it'],
    ]);
  });

  it('lets staff look and mail, and only an admin make or take money', async () => {
    const staff = await world.person('STAFF');
    const certificateId = await paid(await aBuyer());
    await mailAgain(staff, { certificateId, requestKey: nextKey() });
    const { till: _, ...gift } = aWish();
    const refused = 'account.not_allowed';
    await expect(issueByHand(staff, { ...gift, reason: 'x' })).rejects.toThrow(refused);
    await expect(voidCertificate(staff, { certificateId, reason: 'x' })).rejects.toThrow(refused);
    const buyer = await aBuyer();
    await expect(getStaffCertificate(buyer, { certificateId })).rejects.toThrow(refused);
  });
});
