import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Id, newId } from '@/lib/core/ids';
import { inTransaction, type PersonCtx } from '@/lib/db/context';
import { handleStarsCheck } from '@/lib/jobs/handlers/stars-check';
import { findViolations } from '@/lib/stars/check-stars';
import { freezeMoment } from '@/lib/stars/check-store';
import { creditStars, debitStars, holdStars, releaseHold, settleHold } from '@/lib/stars/ledger';
import { seedStudio } from '@/lib/studio/seed-studio';
import { useDatabase } from '../../support/database';

const test = useDatabase({ isLedgerBent: true });
let baseModelId = '';
let ctx: PersonCtx;
let userId: Id<'user'>;

beforeAll(async () => {
  await seedStudio(test.db);
  const model = await test.db.baseModel.findFirstOrThrow({ where: { type: 'FLUX' } });
  baseModelId = model.id;
});

/** A person with 20 stars, 5 spent, 3 returned and 4 set aside for a picture that is being made. */
async function aLedger() {
  ({ ctx, userId } = await test.person());
  await inTransaction(ctx, (tx) =>
    creditStars(tx, { userId, type: 'BONUS', stars: 20, key: `bonus:${userId}` }),
  );
  const spent = await aPicture(5);
  await inTransaction(ctx, async (tx) => {
    await tx.db.generation.update({
      where: { id: spent.id },
      data: { status: 'COMPLETED', deletedAt: new Date() },
    });
    await settleHold(tx, spent.holdId);
  });
  const returned = await aPicture(3);
  await inTransaction(ctx, async (tx) => {
    await tx.db.generation.update({ where: { id: returned.id }, data: { status: 'CANCELLED' } });
    await releaseHold(tx, returned.holdId, 'cancelled');
  });
  return { spent, returned, open: await aPicture(4) };
}

async function aPicture(stars: number): Promise<{ id: string; holdId: string }> {
  const id = newId('generation');
  return inTransaction(ctx, async (tx) => {
    const wish = { userId, type: 'GENERATION' as const, stars, subjectId: id };
    const holdId = await holdStars(tx, wish);
    await tx.db.generation.create({
      data: {
        id,
        ownerId: userId,
        purpose: 'CUSTOMER',
        status: 'RUNNING',
        prompt: 'a lake',
        baseModelId,
        widthPx: 1024,
        heightPx: 768,
        steps: 28,
        guidance: 3.5,
        seed: 7n,
        stars,
        holdId,
      },
    });
    return { id, holdId };
  });
}

/** Does what the database refuses, as a hand at its console could. */
async function byHand(sql: string): Promise<void> {
  await test.db.$transaction(async (db) => {
    for (const table of ['StarTransaction', 'StarAccount', 'Generation', 'Payment']) {
      await db.$executeRawUnsafe(`alter table "${table}" disable trigger user`);
    }
    await db.$executeRawUnsafe(sql);
    for (const table of ['StarTransaction', 'StarAccount', 'Generation', 'Payment']) {
      await db.$executeRawUnsafe(`alter table "${table}" enable trigger user`);
    }
  });
}

async function brokenRules(): Promise<string[]> {
  const found = await findViolations(test.ctx(), { userId });
  return [...new Set(found.map(({ rule }) => rule))].sort();
}

describe('the check of the ledger', () => {
  it('finds nothing where everything was done by its own means, and writes a clean report', async () => {
    await aLedger();
    expect(await brokenRules()).toEqual([]);
    await handleStarsCheck(test.ctx());
    const report = await test.db.starCheck.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    expect(report).toMatchObject({ accounts: 1, rows: 6, violations: [] });
  });

  it('finds stars that were given and came back as those of a pack', async () => {
    await aLedger();
    await inTransaction(ctx, async (tx) => {
      const row = { userId, stars: 10, subjectId: 'spu_none' };
      await debitStars(tx, { ...row, type: 'REFUND', key: `refund:${newId('refund')}` });
    });
    expect(await brokenRules()).toEqual(['refunds_only_unspent']);
  });

  it('finds a balance that its rows do not say', async () => {
    await aLedger();
    await byHand(`update "StarAccount" set "balance" = "balance" + 1 where "userId" = '${userId}'`);
    expect(await brokenRules()).toEqual(['balance_is_sum_of_rows']);
  });

  it('finds held stars without a hold', async () => {
    await aLedger();
    await byHand(`update "StarAccount" set "held" = "held" + 1 where "userId" = '${userId}'`);
    expect(await brokenRules()).toEqual(['held_is_open_holds']);
  });

  it('finds a row that was changed', async () => {
    await aLedger();
    await byHand(
      `update "StarTransaction" set "amount" = 21 where "userId" = '${userId}' and "position" = 1`,
    );
    expect(await brokenRules()).toEqual(['balance_is_sum_of_rows', 'running_balance']);
  });

  it('finds a row that was taken out', async () => {
    const { open } = await aLedger();
    await byHand(`update "Generation" set "holdId" = null, "stars" = 0 where "id" = '${open.id}';`);
    await byHand(`delete from "StarTransaction" where "id" = '${open.holdId}'`);
    expect(await brokenRules()).toEqual([
      'balance_is_sum_of_rows',
      'held_is_open_holds',
      'positions_have_no_gap',
    ]);
  });

  it('finds a hold that was given back in part', async () => {
    await aLedger();
    await byHand(
      `update "StarTransaction" set "amount" = 2 where "userId" = '${userId}' and "entry" = 'RELEASE'`,
    );
    expect(await brokenRules()).toContain('closing_fits_hold');
  });

  it('finds work that ended while its stars stayed set aside', async () => {
    const { open } = await aLedger();
    await byHand(`update "Generation" set "status" = 'CANCELLED' where "id" = '${open.id}'`);
    expect(await brokenRules()).toEqual(['ended_work_has_closed_hold']);
  });

  it('finds a picture that was made and given back', async () => {
    const { returned } = await aLedger();
    await byHand(
      `update "Generation" set "status" = 'COMPLETED', "deletedAt" = now() where "id" = '${returned.id}'`,
    );
    expect(await brokenRules()).toEqual(['ended_work_has_closed_hold']);
  });

  it('finds work whose price is not what was set aside', async () => {
    const { open } = await aLedger();
    await byHand(`update "Generation" set "stars" = 3 where "id" = '${open.id}'`);
    expect(await brokenRules()).toEqual(['hold_fits_work']);
  });

  it('finds stars that are set aside for nothing', async () => {
    await aLedger();
    await inTransaction(ctx, (tx) =>
      holdStars(tx, { userId, type: 'TRAINING', stars: 2, subjectId: newId('training') }),
    );
    expect(await brokenRules()).toEqual(['hold_has_work']);
  });

  it('finds a paid pack without its stars, and stars given back without their money', async () => {
    await aLedger();
    const payment = await test.db.payment.create({
      data: {
        id: newId('payment'),
        purpose: 'STARS',
        ownerId: userId,
        provider: 'STRIPE',
        status: 'PAID',
        currency: 'EUR',
        amountMinor: 350,
        requestKey: 'k',
        expiresAt: new Date(),
      },
    });
    const pack = await test.db.starPack.create({
      data: { id: newId('starPack'), slug: `p-${userId}`, stars: 50 },
    });
    const purchase = await test.db.starPurchase.create({
      data: {
        id: newId('starPurchase'),
        ownerId: userId,
        packId: pack.id,
        stars: 50,
        currency: 'EUR',
        amountMinor: 350,
        paymentId: payment.id,
        requestKey: 'k',
      },
    });
    expect(await brokenRules()).toEqual(['paid_purchase_is_credited_once']);
    await test.db.starPurchase.update({
      where: { id: purchase.id },
      data: { refundedStars: 10 },
    });
    expect(await brokenRules()).toEqual(['paid_purchase_is_credited_once', 'refunds_of_purchase']);
  });
});

describe('the job', () => {
  afterEach(() => test.log.errors.splice(0));

  it('keeps the violations for staff and raises an alarm', async () => {
    await aLedger();
    await byHand(`update "StarAccount" set "held" = "held" + 1 where "userId" = '${userId}'`);
    await handleStarsCheck(test.ctx());
    const report = await test.db.starCheck.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    expect(report.violations).toContainEqual({
      userId,
      rule: 'held_is_open_holds',
      detail: 'held 5, open holds 4',
    });
    expect(test.log.errors.map(({ message }) => message)).toEqual([
      'the ledger of stars does not hold',
    ]);
  });
});

it('looks at one moment and may take longer than a page: a ledger of a million rows is one statement', async () => {
  const { ctx: person } = await test.person();
  const settings = await inTransaction(person, async (tx) => {
    await freezeMoment(tx, 120_000);
    return tx.db.$queryRaw`select current_setting('statement_timeout') as "limit",
      current_setting('transaction_isolation') as "isolation"`;
  });
  expect(settings).toEqual([{ limit: '2min', isolation: 'repeatable read' }]);
  const [after] = await test.db.$queryRaw<{ limit: string }[]>`
    select current_setting('statement_timeout') as "limit"`;
  expect(after?.limit).not.toBe('2min');
});
