import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAYMENT_MOVES, paymentStatesBefore, REFUND_MOVES } from '@/lib/payments/payment-states';

/** Moves that the newest definition of a trigger allows, as "FROM TO". */
function movesInDatabase(trigger: string): string[] {
  const sql = readdirSync('prisma/migrations')
    .filter((name) => /^\d{4}_/.test(name))
    .sort()
    .map((name) => readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8'))
    .join('\n');
  const found = [
    ...sql.matchAll(
      new RegExp(`CREATE (?:OR REPLACE )?FUNCTION ${trigger}[\\s\\S]*?END \\$\\$`, 'g'),
    ),
  ];
  const pairs = (found.at(-1)?.[0] ?? '').matchAll(/\('(\w+)', '(\w+)'\)/g);
  return [...pairs].map(([, from, to]) => `${from} ${to}`).sort();
}

const movesInCode = (moves: Record<string, readonly string[]>) =>
  Object.entries(moves)
    .flatMap(([from, targets]) => targets.map((to) => `${from} ${to}`))
    .sort();

describe('states of payments and refunds', () => {
  it('have the same moves as the database triggers', () => {
    expect(movesInDatabase('payment_moves_by_table').length).toBeGreaterThan(0);
    expect(movesInCode(PAYMENT_MOVES)).toEqual(movesInDatabase('payment_moves_by_table'));
    expect(movesInCode(REFUND_MOVES)).toEqual(movesInDatabase('refund_moves_by_table'));
  });

  it('let a payment become paid from everywhere and leave paid for nowhere', () => {
    expect(paymentStatesBefore('PAID').sort()).toEqual(
      Object.keys(PAYMENT_MOVES)
        .filter((status) => status !== 'PAID')
        .sort(),
    );
    expect(PAYMENT_MOVES.PAID).toEqual([]);
  });
});
