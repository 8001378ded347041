import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DomainError } from '@/lib/core/errors';
import {
  type Mover,
  movesOf,
  ORDER_MOVES,
  ORDER_STATUSES,
  requireMove,
} from '@/lib/orders/order-states';

const MOVERS: Mover[] = ['customer', 'staff', 'system'];

describe('order states', () => {
  it('has the same moves as the database trigger', () => {
    // The newest definition counts.
    const sql = readFileSync('prisma/migrations/0005_shop/migration.sql', 'utf8');
    const trigger = /FUNCTION order_moves_by_table[\s\S]*?END \$\$/.exec(sql)?.[0] ?? '';
    const inDatabase = [...trigger.matchAll(/\('(\w+)', '(\w+)'\)/g)]
      .map(([, from, to]) => `${from} ${to}`)
      .sort();
    const inCode = ORDER_STATUSES.flatMap((from) =>
      ORDER_MOVES[from].map(({ to }) => `${from} ${to}`),
    ).sort();
    expect(inDatabase.length).toBeGreaterThan(0);
    expect(inCode).toEqual(inDatabase);
  });

  it('lets nobody but the system make an order paid or expired', () => {
    for (const from of ORDER_STATUSES) {
      for (const mover of ['customer', 'staff'] as const) {
        expect(movesOf(from, mover)).not.toContain('PAID');
        expect(movesOf(from, mover)).not.toContain('EXPIRED');
      }
    }
  });

  it('refuses every pair that is not in the table, for every mover', () => {
    for (const from of ORDER_STATUSES) {
      for (const to of ORDER_STATUSES) {
        for (const mover of MOVERS) {
          if (movesOf(from, mover).includes(to)) {
            expect(() => requireMove(from, to, mover)).not.toThrow();
          } else expect(() => requireMove(from, to, mover)).toThrow(DomainError);
        }
      }
    }
  });

  it('tells a customer who cancels during production that it is too late', () => {
    expect(() => requireMove('IN_PRODUCTION', 'CANCELLED', 'customer')).toThrow(
      'order.too_late_to_cancel',
    );
  });

  it('ends in states without exits', () => {
    for (const status of ['DELIVERED', 'CANCELLED', 'EXPIRED'] as const) {
      expect(ORDER_MOVES[status]).toEqual([]);
    }
  });
});
