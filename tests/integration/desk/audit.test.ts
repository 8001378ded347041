import { beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '@/lib/admin/audit/list-audit';
import { AuditFilterSchema } from '@/lib/admin/audit/schema';
import { newId } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { useDatabase } from '@/tests/support/database';

const test = useDatabase();
const orderId = newId('order');
let admin: Ctx;
let clerk: Awaited<ReturnType<typeof test.person>>;

const write = (action: string, subject: string, actorId: string | null, createdAt: string) =>
  test.db.auditEvent.create({
    data: {
      id: newId('auditEvent'),
      actorId,
      action,
      subject,
      data: { reason: 'torn', count: 2 },
      createdAt: new Date(createdAt),
    },
  });

beforeAll(async () => {
  admin = (await test.person('ADMIN')).ctx;
  clerk = await test.person('STAFF');
  await write('order.moved', orderId, clerk.userId, '2026-03-01T12:00:00Z');
  await write('order.noted', orderId, clerk.userId, '2026-03-02T12:00:00Z');
  await write('orders.listed', 'orders', clerk.userId, '2026-03-03T21:59:59Z');
  // Midnight in the workshop.
  await write('look.made', clerk.userId, null, '2026-03-03T22:00:00Z');
});

const find = async (parts: object) => {
  const wish = { from: '2026-03-01', to: '2026-03-31', ...parts };
  const { rows } = await listAudit(admin, AuditFilterSchema.parse(wish));
  return rows.map(({ action }) => action);
};

describe('the audit log', () => {
  it('is read newest first', async () => {
    expect(await find({})).toEqual(['look.made', 'orders.listed', 'order.noted', 'order.moved']);
  });

  it('is searched by actor, action, subject and day, alone and together', async () => {
    expect(await find({ actor: clerk.userId })).toHaveLength(3);
    expect(await find({ actor: clerk.email?.toUpperCase() })).toHaveLength(3);
    expect(await find({ actor: 'nobody@example.com' })).toEqual([]);
    expect(await find({ actor: 'system' })).toEqual(['look.made']);
    expect(await find({ action: 'order.' })).toEqual(['order.noted', 'order.moved']);
    expect(await find({ action: 'order_' })).toEqual([]);
    expect(await find({ subject: orderId })).toEqual(['order.noted', 'order.moved']);
    expect(await find({ subject: 'ord' })).toHaveLength(3);
    expect(await find({ subject: '%' })).toEqual([]);
    expect(await find({ from: '2026-03-03', to: '2026-03-03' })).toEqual(['orders.listed']);
    expect(await find({ subject: orderId, action: 'order.moved', actor: clerk.userId })).toEqual([
      'order.moved',
    ]);
  });

  it('names who did it, what was noted and the page about it', async () => {
    const wish = AuditFilterSchema.parse({ subject: orderId, action: 'order.moved' });
    const { rows } = await listAudit(admin, wish);
    expect(rows).toEqual([
      expect.objectContaining({
        href: `/admin/orders/${orderId}`,
        actor: expect.objectContaining({ id: clerk.userId }),
        details: expect.arrayContaining(['reason: torn', 'count: 2']),
      }),
    ]);
    const system = await listAudit(admin, AuditFilterSchema.parse({ action: 'look.made' }));
    expect(system.rows[0]).toMatchObject({
      actor: null,
      href: `/admin/customers/${clerk.userId}`,
    });
  });

  it('goes on page by page without a gap', async () => {
    for (let i = 0; i < 60; i += 1) {
      await write('bulk.row', `row:${String(i).padStart(2, '0')}`, null, '2025-01-01T00:00:00Z');
    }
    const page = (number: number) =>
      listAudit(admin, AuditFilterSchema.parse({ action: 'bulk.row', page: number }));
    const [first, second] = [await page(1), await page(2)];
    expect([first.hasNext, second.hasNext]).toEqual([true, false]);
    const subjects = [...first.rows, ...second.rows].map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(60);
  });

  it('is an admin’s alone, and reading it is on record', async () => {
    const wish = AuditFilterSchema.parse({});
    await expect(listAudit(clerk.ctx, wish)).rejects.toThrow('account.not_allowed');
    await listAudit(admin, wish);
    const [newest] = await test.db.auditEvent.findMany({
      where: { action: 'audit.viewed' },
      orderBy: { id: 'desc' },
      take: 1,
    });
    expect(newest?.actorId).toBe(admin.actor.userId);
  });
});
