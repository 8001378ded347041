import { beforeAll, describe, expect, it } from 'vitest';
import { changePack } from '@/lib/admin/stars/change-pack';
import { changeWelcome } from '@/lib/admin/stars/change-welcome';
import { findStarAccount } from '@/lib/admin/stars/find-star-account';
import { getStarDesk } from '@/lib/admin/stars/get-star-desk';
import { grantStars } from '@/lib/admin/stars/grant-stars';
import { type Id, newId } from '@/lib/core/ids';
import { inTransaction, type PersonCtx } from '@/lib/db/context';
import { earnShare } from '@/lib/stars/earn-share';
import { creditStars, holdStars, releaseHold, settleHold } from '@/lib/stars/ledger';
import { readHistory } from '@/lib/stars/read-history';
import { readBalance } from '@/lib/stars/read-wallet';
import { seedStars } from '@/lib/stars/seed-stars';
import { welcomePerson } from '@/lib/stars/welcome-person';
import { seedStudio } from '@/lib/studio/seed-studio';
import { useDatabase } from '../../support/database';
import { signUp } from '../accounts/helpers';

const test = useDatabase();
beforeAll(async () => {
  await seedStars(test.db);
  await seedStudio(test.db);
});

const give = (ctx: PersonCtx, stars: number) =>
  inTransaction(ctx, (tx) =>
    creditStars(tx, {
      userId: ctx.actor.userId,
      type: 'BONUS',
      stars,
      key: crypto.randomUUID(),
    }),
  );
const hold = (ctx: PersonCtx, stars: number) =>
  inTransaction(ctx, (tx) =>
    holdStars(tx, {
      userId: ctx.actor.userId,
      type: 'STAGING',
      stars,
      subjectId: newId('generation'),
    }),
  );

describe('the history', () => {
  it('tells each work on one line and its balances run on without a jump', async () => {
    const { ctx } = await test.person();
    await give(ctx, 20);
    const spent = await hold(ctx, 2);
    const undone = await hold(ctx, 3);
    await inTransaction(ctx, (tx) => releaseHold(tx, undone, 'model.blocked'));
    const late = await hold(ctx, 4);
    await inTransaction(ctx, (tx) => settleHold(tx, spent));
    await inTransaction(ctx, (tx) => releaseHold(tx, late, 'cancelled'));
    await hold(ctx, 5);
    const { lines, older } = await readHistory(ctx, { before: null });
    expect(older).toBeNull();
    expect(lines.map(({ move, amount, balanceAfter }) => [move, amount, balanceAfter])).toEqual([
      ['under_way', -5, 13],
      ['returned', 4, 18],
      ['set_aside', -4, 14],
      ['undone', 0, 18],
      ['spent', -2, 18],
      ['added', 20, 20],
    ]);
    for (const [index, line] of lines.slice(0, -1).entries()) {
      expect(line.balanceAfter - line.amount).toBe(lines[index + 1]?.balanceAfter);
    }
    expect(await readBalance(ctx)).toEqual({ balance: 13, held: 5 });
  });

  it('comes in pages that miss and repeat nothing', async () => {
    const { ctx } = await test.person();
    for (let index = 0; index < 60; index += 1) await give(ctx, 1);
    const positions: number[] = [];
    let before: number | null = null;
    do {
      const page = await readHistory(ctx, { before });
      positions.push(...page.lines.map(({ position }) => position));
      before = page.older;
    } while (before !== null);
    expect(positions).toEqual(Array.from({ length: 60 }, (_, index) => 60 - index));
  });

  it('leads to the picture of a set and to the training, not to what was deleted or is somebody else’s', async () => {
    const { ctx, userId } = await test.person();
    const other = await test.person();
    const model = await test.db.baseModel.findFirstOrThrow({ where: { type: 'FLUX' } });
    await test.db.category.upsert({
      where: { id: 'woman' },
      create: { id: 'woman', type: 'PORTRAIT', names: {}, words: {} },
      update: {},
    });
    const lora = (deletedAt: Date | null) =>
      test.db.loraModel.create({
        data: {
          id: newId('loraModel'),
          ownerId: userId,
          type: 'PORTRAIT',
          categoryId: 'woman',
          name: 'Olena',
          triggerWord: newId('loraModel'),
          deletedAt,
        },
      });
    const train = async (loraModelId: string, ownerId: string) =>
      test.db.training.create({
        data: {
          id: newId('training'),
          loraModelId,
          ownerId,
          baseModelId: model.id,
          instancePrompt: 'a photo',
          steps: 1000,
          starsSpent: 0,
          requestKey: crypto.randomUUID(),
          status: 'CANCELLED',
        },
      });
    const alive = await lora(null);
    const training = await train(alive.id, userId);
    const forgotten = await train((await lora(new Date())).id, userId);
    const foreign = await train(alive.id, other.userId);
    const job = await test.db.job.create({
      data: {
        id: newId('job'),
        ownerId: userId,
        kind: 'MONTH_SET',
        baseModelId: model.id,
        candidates: 1,
        starsTotal: 0,
        requestKey: crypto.randomUUID(),
        tasks: { create: { id: newId('jobTask'), position: 0, month: 3 } },
      },
      include: { tasks: true },
    });
    const generation = await test.db.generation.create({
      data: {
        id: newId('generation'),
        ownerId: userId,
        purpose: 'CUSTOMER',
        jobId: job.id,
        jobTaskId: job.tasks[0]?.id ?? '',
        prompt: 'a lake',
        baseModelId: model.id,
        widthPx: 1024,
        heightPx: 768,
        steps: 28,
        guidance: 3.5,
        seed: 7n,
        stars: 0,
      },
    });
    for (const subjectId of [foreign.id, forgotten.id, training.id, generation.id]) {
      await inTransaction(ctx, (tx) =>
        creditStars(tx, { userId, type: 'REFUND', stars: 1, key: newId('starCheck'), subjectId }),
      );
    }
    const { lines } = await readHistory(ctx, { before: null });
    expect(lines.map(({ subject }) => subject)).toEqual([
      { kind: 'picture', month: 3, name: null, href: `/studio/sets/${job.id}` },
      { kind: 'training', month: null, name: 'Olena', href: `/studio/models/${alive.id}` },
      { kind: 'training', month: null, name: null, href: null },
      null,
    ]);
  });

  it('tells the owner of a style of the earning, not of whose picture it was', async () => {
    const { ctx, userId } = await test.person();
    const generationId = newId('generation');
    const share = { ownerId: userId, stars: 3, generationId, loraModelId: newId('loraModel') };
    await inTransaction(ctx, (tx) => earnShare(tx, share));
    const row = await test.db.starTransaction.findFirstOrThrow({ where: { userId } });
    expect(row).toMatchObject({ type: 'EARNING', amount: 2, subjectId: share.loraModelId });
    const { lines } = await readHistory(ctx, { before: null });
    expect(JSON.stringify(lines)).not.toContain(generationId);
  });
});

describe('the welcome', () => {
  it('comes with a finished sign-up, as large as staff set it, and once', async () => {
    const staff = await test.person('STAFF');
    await changeWelcome(staff.ctx, { stars: 17, isActive: true });
    const { signedIn, actor } = await signUp(test);
    expect(await readBalance(test.ctx(actor))).toEqual({ balance: 17, held: 0 });
    await inTransaction(test.ctx(), (tx) => welcomePerson(tx, signedIn.userId));
    expect(await readBalance(test.ctx(actor))).toEqual({ balance: 17, held: 0 });
    await changeWelcome(staff.ctx, { stars: 17, isActive: false });
    const later = await signUp(test);
    expect((await readBalance(test.ctx(later.actor))).balance).toBe(0);
  });
});

describe('the staff desk', () => {
  const grant = (ctx: PersonCtx, userId: Id<'user'>, parts: object = {}) =>
    grantStars(ctx, {
      userId,
      direction: 'give',
      stars: 5,
      reason: 'a torn page',
      requestKey: crypto.randomUUID(),
      ...parts,
    });

  it('gives and takes back with a reason that the person reads, and an audit row', async () => {
    const staff = await test.person('STAFF');
    const { ctx, userId, email } = await test.person();
    const requestKey = crypto.randomUUID();
    const twice = await Promise.all([
      grant(staff.ctx, userId, { requestKey }),
      grant(staff.ctx, userId, { requestKey }),
    ]);
    expect(twice).toEqual([{ balance: 5 }, { balance: 5 }]);
    await expect(grant(staff.ctx, userId, { requestKey, stars: 6 })).rejects.toThrow(
      'request.conflict',
    );
    await grant(staff.ctx, userId, { direction: 'take', stars: 2, reason: 'given twice' });
    await expect(grant(staff.ctx, userId, { direction: 'take', stars: 4 })).rejects.toMatchObject({
      code: 'stars.grant_invalid',
      params: { balance: 3 },
    });
    const { lines } = await readHistory(ctx, { before: null });
    expect(lines.map(({ amount, reason }) => [amount, reason])).toEqual([
      [-2, 'given twice'],
      [5, 'a torn page'],
    ]);
    const found = await findStarAccount(staff.ctx, {
      email: ` ${email?.toUpperCase()}`,
      before: null,
    });
    expect(found).toMatchObject({ userId, balance: 3, held: 0 });
    const audit = await test.db.auditEvent.findMany({ where: { subject: userId } });
    expect(audit.map(({ action }) => action).sort()).toEqual([
      'stars.account_viewed',
      'stars.granted',
      'stars.taken_back',
    ]);
  });

  it('finds nobody for an unknown address and for what is no address', async () => {
    const staff = await test.person('STAFF');
    for (const email of ['nobody@example.com', 'no address', '%', '']) {
      expect(await findStarAccount(staff.ctx, { email, before: null })).toBeNull();
    }
    await expect(grant(staff.ctx, newId('user'))).rejects.toThrow('request.not_found');
    const guest = await test.person('GUEST');
    await expect(grant(staff.ctx, guest.userId)).rejects.toThrow('request.not_found');
  });

  it('is closed to customers', async () => {
    const { ctx, userId } = await test.person();
    await expect(grant(ctx, userId)).rejects.toThrow('account.not_allowed');
    expect(() => getStarDesk(ctx)).toThrow('account.not_allowed');
    expect(() => findStarAccount(ctx, { email: 'a@b.com', before: null })).toThrow(
      'account.not_allowed',
    );
    await expect(changeWelcome(ctx, { stars: 1000, isActive: true })).rejects.toThrow(
      'account.not_allowed',
    );
  });

  it('changes prices and what is sold, and seeding again leaves that as it is', async () => {
    const staff = await test.person('STAFF');
    const [pack] = (await getStarDesk(staff.ctx)).packs;
    await changePack(staff.ctx, {
      packId: pack?.id as Id<'starPack'>,
      isActive: false,
      prices: [{ currency: 'EUR', amountMinor: 400 }],
    });
    await seedStars(test.db);
    const after = (await getStarDesk(staff.ctx)).packs.find(({ id }) => id === pack?.id);
    expect(after).toMatchObject({ isActive: false, prices: { EUR: 400, UAH: 16900 } });
  });
});
