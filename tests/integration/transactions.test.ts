import { expect, it } from 'vitest';
import { inTransaction } from '@/lib/db/context';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase();

it('two transactions that deadlock in raw queries both end with their rows', async () => {
  const [a, b] = [await database.person(), await database.person()];
  let waiting = 0;
  let open: () => void = () => undefined;
  const bothInside = new Promise<void>((resolve) => {
    open = resolve;
  });
  const crossing = (first: string, second: string, name: string) =>
    inTransaction(database.ctx(), async (tx) => {
      await tx.db.$executeRaw`update "User" set "name" = ${name} where "id" = ${first}`;
      waiting += 1;
      if (waiting === 2) open();
      await bothInside;
      await tx.db.$executeRaw`update "User" set "name" = ${name} where "id" = ${second}`;
      return name;
    });
  const ended = await Promise.all([
    crossing(a.userId, b.userId, 'first'),
    crossing(b.userId, a.userId, 'second'),
  ]);
  expect(ended).toEqual(['first', 'second']);
  const names = await database.db.user.findMany({ select: { name: true }, distinct: ['name'] });
  expect(names).toHaveLength(1);
});

it('what was thrown inside leaves nothing behind', async () => {
  const { userId } = await database.person();
  await expect(
    inTransaction(database.ctx(), async (tx) => {
      await tx.db.user.update({ where: { id: userId }, data: { name: 'half' } });
      throw new Error('cut off');
    }),
  ).rejects.toThrow('cut off');
  expect((await database.db.user.findUniqueOrThrow({ where: { id: userId } })).name).not.toBe(
    'half',
  );
});
