import { beforeAll, describe, expect, it } from 'vitest';
import { listOrders } from '@/lib/admin/board/list-orders';
import { readBoardQuery } from '@/lib/admin/board/schema';
import { getOrder } from '@/lib/admin/get-order';
import { getMessage } from '@/lib/admin/messages/get-message';
import { listMessages } from '@/lib/admin/messages/list-messages';
import { MessageFilterSchema } from '@/lib/admin/messages/schema';
import { seedMany } from '@/lib/cli/seed/seed-many';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { findViolations } from '@/lib/stars/check-stars';
import { seed } from '@/prisma/seed';
import { useDatabase } from '../../support/database';

const test = useDatabase();
const ORDERS = 120;
const LEDGER = 403;
let admin: Ctx;

const fill = (orders: number, ledger: number) =>
  seedMany(test.db, { orders, ledger }, { appUrl: 'http://localhost:3000', say: () => undefined });

async function counts() {
  return {
    people: await test.db.user.count({ where: { id: { startsWith: 'usr_seed' } } }),
    orders: await test.db.order.count(),
    payments: await test.db.payment.count(),
    printJobs: await test.db.printJob.count(),
    letters: await test.db.outboxMessage.count(),
    events: await test.db.orderEvent.count(),
    ledger: await test.db.starTransaction.count({ where: { userId: { startsWith: 'usr_seed' } } }),
  };
}

beforeAll(async () => {
  await seed(test.db);
  await fill(ORDERS, LEDGER);
  admin = (await test.person('ADMIN')).ctx;
}, 120_000);

describe('many made orders', () => {
  it('are as many as were wished, and the same wish again adds nothing', async () => {
    const before = await counts();
    expect(before).toMatchObject({ people: 24, orders: ORDERS, ledger: LEDGER });
    await fill(ORDERS, LEDGER);
    expect(await counts()).toEqual(before);
  });

  it('keep the law of the stars', async () => {
    expect(await findViolations(admin)).toEqual([]);
  });

  it('stand on the board in every state that orders come to, each with a price that its rows explain', async () => {
    const board = await listOrders(admin, readBoardQuery(''));
    expect(board.total).toBe(ORDERS);
    const states = await test.db.order.groupBy({ by: ['status'] });
    expect(states.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['DELIVERED', 'CANCELLED', 'EXPIRED']),
    );
    for (const { id } of board.rows) {
      const order = await getOrder(admin, { orderId: id, locale: 'en' });
      expect(order.number).toMatch(/^T-\d\d-\d{6}$/);
    }
    const orders = await test.db.order.findMany({ include: { items: true, parcels: true } });
    for (const order of orders) {
      expect(order.items.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(
        order.itemsMinor,
      );
      expect(order.totalMinor).toBe(order.itemsMinor + order.deliveryMinor);
    }
  });

  it('were made after their customers joined', async () => {
    const orders = await test.db.order.findMany({ include: { owner: true } });
    for (const { placedAt, owner } of orders) {
      expect(placedAt.getTime()).toBeGreaterThan(owner.createdAt.getTime());
    }
  });

  it('left letters that staff can read', async () => {
    const { rows } = await listMessages(admin, MessageFilterSchema.parse({}));
    expect(rows.length).toBeGreaterThan(0);
    for (const { id } of rows.slice(0, 10)) {
      const message = await getMessage(admin, { outboxMessageId: id as Id<'outboxMessage'> });
      expect(message.content?.html).toContain('T-');
    }
  });
});
