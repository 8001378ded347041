import { expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/db/context';
import { earnShare } from '@/lib/stars/earn-share';
import { creditStars, holdStars, releaseHold, settleHold } from '@/lib/stars/ledger';
import { lockAccounts } from '@/lib/stars/lock-accounts';
import { useDatabase } from '../../support/database';

const database = useDatabase({ isLedgerBent: true });

test('a hold takes stars at once, and exactly one of settle and release closes it', async () => {
  const { userId, ctx } = await database.person();
  const key = `grant:${newId('auditEvent')}`;
  await inTransaction(ctx, (tx) =>
    creditStars(tx, { userId, type: 'ADMIN_GRANT', stars: 10, key }),
  );
  const hold = await inTransaction(ctx, (tx) =>
    holdStars(tx, { userId, type: 'GENERATION', stars: 4, subjectId: newId('generation') }),
  );
  const closed = await Promise.all([
    inTransaction(ctx, (tx) => settleHold(tx, hold)),
    inTransaction(ctx, (tx) => releaseHold(tx, hold, 'cancelled')),
    inTransaction(ctx, (tx) => settleHold(tx, hold)),
  ]);
  expect(closed.filter(Boolean)).toHaveLength(1);
  const account = await database.db.starAccount.findUniqueOrThrow({ where: { userId } });
  expect(account.held).toBe(0);
  expect([6, 10]).toContain(account.balance);
  expect(account.rowCount).toBe(3);
});

test('two that spend the last stars at once: one gets them, the other is told what is missing', async () => {
  const { userId, ctx } = await database.person();
  await inTransaction(ctx, (tx) =>
    creditStars(tx, { userId, type: 'BONUS', stars: 5, key: `bonus:${userId}` }),
  );
  const spend = () =>
    inTransaction(ctx, (tx) =>
      holdStars(tx, { userId, type: 'GENERATION', stars: 4, subjectId: newId('generation') }),
    );
  const results = await Promise.allSettled([spend(), spend()]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = results.find((result) => result.status === 'rejected');
  expect(refused?.reason).toMatchObject({
    code: 'stars.not_enough',
    params: { needed: 4, balance: 1 },
  });
});

test('the database itself refuses an overdraft, a second closing, a changed row and a changed balance', async () => {
  const { userId, ctx } = await database.person();
  await inTransaction(ctx, (tx) =>
    creditStars(tx, { userId, type: 'BONUS', stars: 3, key: `bonus:${userId}` }),
  );
  const row = (data: object) =>
    database.db.starTransaction.create({
      data: {
        id: newId('starTransaction'),
        userId,
        type: 'GENERATION',
        idempotencyKey: newId('auditEvent'),
        ...data,
      } as never,
    });
  await expect(row({ entry: 'HOLD', amount: -4, expiresAt: new Date() })).rejects.toThrow(
    /not enough stars|balance/,
  );
  const hold = await row({ entry: 'HOLD', amount: -2, expiresAt: new Date() });
  await row({ entry: 'SETTLE', amount: 0, holdId: hold.id });
  await expect(row({ entry: 'RELEASE', amount: 2, holdId: hold.id })).rejects.toThrow();
  await expect(
    database.db.$executeRaw`update "StarTransaction" set "amount" = -1 where "id" = ${hold.id}`,
  ).rejects.toThrow(/only added/);
  await expect(
    database.db.$executeRaw`update "StarAccount" set "balance" = 100 where "userId" = ${userId}`,
  ).rejects.toThrow(/rows alone/);
  expect(await database.db.starAccount.findUnique({ where: { userId } })).toMatchObject({
    balance: 1,
    held: 0,
  });
});

test('two people who use each other’s style at the same moment both get their part, without waiting for each other', async () => {
  const people = [await database.person(), await database.person()] as const;
  for (const { userId, ctx } of people) {
    await inTransaction(ctx, (tx) =>
      creditStars(tx, { userId, type: 'BONUS', stars: 100, key: `bonus:${userId}` }),
    );
  }
  for (let round = 0; round < 5; round += 1) {
    const settled = people.map(async (me, index) => {
      const generationId = newId('generation');
      const owner = people[1 - index] ?? me;
      const hold = await inTransaction(me.ctx, (tx) =>
        holdStars(tx, {
          userId: me.userId,
          type: 'GENERATION',
          stars: 10,
          subjectId: generationId,
        }),
      );
      return () =>
        inTransaction(me.ctx, async (tx) => {
          await lockAccounts(tx, [me.userId, owner.userId]);
          await settleHold(tx, hold);
          await earnShare(tx, {
            ownerId: owner.userId,
            stars: 10,
            generationId,
            loraModelId: newId('loraModel'),
          });
        });
    });
    const settle = await Promise.all(settled);
    await Promise.all(settle.map((run) => run()));
  }
  for (const { userId } of people) {
    expect(await database.db.starAccount.findUnique({ where: { userId } })).toMatchObject({
      balance: 85,
      held: 0,
    });
  }
});
