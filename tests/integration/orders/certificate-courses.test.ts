import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { randomFrom } from '@/lib/core/random-from';
import { inTransaction, type PersonCtx } from '@/lib/db/context';
import { findCertificates } from '@/lib/orders/certificates/find-certificates';
import { redeemCertificate } from '@/lib/orders/certificates/redeem-certificate';
import { returnableMinor, returnCertificates } from '@/lib/orders/certificates/return-certificates';
import {
  insertEntry,
  lockCertificate,
  setCertificateStatus,
} from '@/lib/orders/certificates/store';
import { seedCatalogue } from '@/lib/orders/seed-catalogue';
import { useDatabase } from '@/tests/support/database';
import { anIssuedCertificate, bareOrders, certificateProblems } from './gifts-world';

/** Random courses over certificates that many orders use at once. */
const COURSES = Number(process.env.GIFT_COURSES || 60);
const FIRST_SEED = Number(process.env.GIFT_COURSES_FROM || 1);
const STEPS = 8;

const test = useDatabase();
let ctx: PersonCtx;
let place: Awaited<ReturnType<typeof bareOrders>>;

beforeAll(async () => {
  await seedCatalogue(test.db);
  ctx = (await test.person()).ctx;
  place = await bareOrders(test, ctx);
});
afterEach(async () => expect(await certificateProblems(test)).toEqual([]));

const balanceOf = async (id: string) =>
  (await test.db.giftCertificate.findUniqueOrThrow({ where: { id } })).balanceMinor;

describe('a certificate', () => {
  it('pays orders in parts and is empty then', async () => {
    const { id, code } = await anIssuedCertificate(ctx);
    const typed = code.toLowerCase().replace(/(.{4})/g, '$1 ');
    const [found] = await findCertificates(ctx, { codes: [typed, code], currency: 'EUR' });
    expect(found).toEqual({ id, codeEnd: code.slice(-4), balanceMinor: 50_00 });
    const pay = (amountMinor: number) =>
      place((tx, orderId) => redeemCertificate(tx, { certificateId: id, orderId, amountMinor }));
    await pay(20_00);
    await pay(30_00);
    expect(await balanceOf(id)).toBe(0);
    await expect(findCertificates(ctx, { codes: [code], currency: 'EUR' })).rejects.toThrow(
      'certificate.empty',
    );
  });

  it('gives the last money to one of many orders that ask at once', async () => {
    const { id } = await anIssuedCertificate(ctx);
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        place((tx, orderId) =>
          redeemCertificate(tx, { certificateId: id, orderId, amountMinor: 30_00 }),
        ),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason.code).toBe('certificate.empty');
    }
    expect(await balanceOf(id)).toBe(20_00);
  });

  it('is refused in another currency, after its end, and when its code is wrong', async () => {
    const { id, code } = await anIssuedCertificate(ctx);
    const ask = (codes: string[], currency: 'EUR' | 'UAH' = 'EUR') =>
      findCertificates(ctx, { codes, currency });
    await expect(ask([code], 'UAH')).rejects.toThrow('certificate.other_currency');
    await expect(ask(['0000-0000-0000-0000'])).rejects.toThrow('certificate.not_found');
    await expect(ask(['; drop table'])).rejects.toThrow('certificate.not_found');
    await expect(
      place(
        (tx, orderId) => redeemCertificate(tx, { certificateId: id, orderId, amountMinor: 1 }),
        { currency: 'UAH' },
      ),
    ).rejects.toThrow('certificate.other_currency');
    await test.db.giftCertificate.update({
      where: { id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    await expect(ask([code])).rejects.toThrow('certificate.over');
  });

  it('gets back what an order took: the last one used first, each key once, never more', async () => {
    const first = await anIssuedCertificate(ctx);
    const second = await anIssuedCertificate(ctx);
    const orderId = await place(async (tx, order) => {
      await redeemCertificate(tx, { certificateId: first.id, orderId: order, amountMinor: 50_00 });
      await redeemCertificate(tx, { certificateId: second.id, orderId: order, amountMinor: 10_00 });
    });
    const giveBack = (amountMinor: number | 'all', key: string) =>
      inTransaction(ctx, (tx) => returnCertificates(tx, { orderId, amountMinor, key }));
    expect(await giveBack(15_00, 'refund:1')).toBe(15_00);
    expect(await giveBack(15_00, 'refund:1')).toBe(15_00);
    expect([await balanceOf(first.id), await balanceOf(second.id)]).toEqual([5_00, 50_00]);
    await expect(giveBack(45_01, 'refund:2')).rejects.toThrow('refund.too_much');
    expect(await returnableMinor(ctx, orderId)).toBe(45_00);
    expect(await giveBack('all', 'cancelled')).toBe(45_00);
    expect(await giveBack('all', 'expired')).toBe(0);
    expect([await balanceOf(first.id), await balanceOf(second.id)]).toEqual([50_00, 50_00]);
  });

  it('can be spent for three months after money came back to it', async () => {
    const { id } = await anIssuedCertificate(ctx);
    const orderId = await place((tx, order) =>
      redeemCertificate(tx, { certificateId: id, orderId: order, amountMinor: 10_00 }),
    );
    await test.db.giftCertificate.update({
      where: { id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    await inTransaction(ctx, (tx) =>
      returnCertificates(tx, { orderId, amountMinor: 'all', key: 'cancelled' }),
    );
    const { expiresAt } = await test.db.giftCertificate.findUniqueOrThrow({ where: { id } });
    expect((expiresAt.getTime() - Date.now()) / 86_400_000).toBeGreaterThan(89);
  });

  it('is held by the database itself: no balance by hand, no row changed, nothing below zero', async () => {
    const { id } = await anIssuedCertificate(ctx);
    const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow();
    await refused(test.db.giftCertificate.update({ where: { id }, data: { balanceMinor: 1_00 } }));
    await refused(test.db.giftCertificate.update({ where: { id }, data: { amountMinor: 1 } }));
    await refused(test.db.giftCertificateEntry.updateMany({ data: { amountMinor: 1 } }));
    await refused(test.db.giftCertificateEntry.deleteMany({ where: { certificateId: id } }));
    await refused(
      test.db.giftCertificateEntry.create({
        data: {
          id: newId('certificateEntry'),
          certificateId: id,
          kind: 'WITHDRAW',
          amountMinor: -50_01,
          idempotencyKey: 'too much',
        },
      }),
    );
    expect(await balanceOf(id)).toBe(50_00);
  });
});

it(`keeps ${COURSES} random courses of concurrent orders exact, whatever they do`, async () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + COURSES; seed += 1) {
    const random = randomFrom(seed);
    const upTo = (max: number) => 1 + Math.floor(random() * max);
    const certificates = [await anIssuedCertificate(ctx), await anIssuedCertificate(ctx)];
    const orders: Id<'order'>[] = [];
    const steps = Array.from({ length: STEPS }, (_, step) => {
      const what = random();
      const amountMinor = upTo(30_00);
      const swap = random() < 0.5;
      const pick = random();
      return async () => {
        const pair = swap ? [...certificates].reverse() : certificates;
        const orderId = orders[Math.floor(pick * orders.length)];
        if (what < 0.55 || !orderId) {
          orders.push(
            await place(async (tx, order) => {
              for (const { id } of what < 0.2 ? pair : pair.slice(0, 1)) {
                await redeemCertificate(tx, { certificateId: id, orderId: order, amountMinor });
              }
            }),
          );
          return;
        }
        if (what < 0.95) {
          const part = what < 0.75 ? ('all' as const) : amountMinor;
          const key = what < 0.65 ? 'cancelled' : `refund:${step}`;
          await inTransaction(ctx, (tx) =>
            returnCertificates(tx, { orderId, amountMinor: part, key }),
          );
          return;
        }
        const id = pair[0]?.id ?? '';
        await inTransaction(ctx, async (tx) => {
          const row = await lockCertificate(tx, { id });
          if (row?.status !== 'ACTIVE') return;
          if (row.balanceMinor > 0) {
            await insertEntry(tx, {
              id: newId('certificateEntry'),
              certificateId: id,
              kind: 'WITHDRAW',
              amountMinor: -row.balanceMinor,
              idempotencyKey: `void:${id}`,
              actorId: null,
            });
          }
          await setCertificateStatus(tx, id, 'ACTIVE', 'VOID');
        });
      };
    });
    for (let from = 0; from < STEPS; from += 4) {
      const ends = await Promise.allSettled(steps.slice(from, from + 4).map((step) => step()));
      for (const end of ends) {
        // A refusal in our own words is an answer; anything else is a hole.
        if (end.status === 'rejected' && !(end.reason instanceof DomainError)) throw end.reason;
      }
    }
  }
  expect(await certificateProblems(test)).toEqual([]);
}, 120_000);
