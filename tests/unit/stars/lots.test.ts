import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type LotRow, lotsOf } from '@/lib/stars/lots';

type Act =
  | { kind: 'buy' | 'gift' | 'start'; stars: number }
  | { kind: 'finish' | 'fail'; which: number }
  | { kind: 'return' | 'dispute'; which: number; stars: number };

const stars = fc.integer({ min: 1, max: 60 });
const which = fc.nat({ max: 20 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('buy', 'gift', 'start'), stars }),
  fc.record({ kind: fc.constantFrom('finish', 'fail'), which }),
  fc.record({ kind: fc.constantFrom('return', 'dispute'), which, stars }),
);

/** The rows of an account to which these things happened, as far as the ledger would let them. */
function rowsOf(acts: readonly Act[]) {
  const rows: LotRow[] = [];
  const purchases: string[] = [];
  const open: LotRow[] = [];
  let spent = 0;
  const purchaseOf = () => new Map(purchases.map((id) => [`pay_${id}`, id]));
  const add = (entry: LotRow['entry'], type: string, amount: number, key: string, more = {}) => {
    const id = `row_${rows.length}`;
    rows.push({
      id,
      entry,
      type,
      amount,
      idempotencyKey: key,
      holdId: null,
      subjectId: null,
      ...more,
    });
    return rows.at(-1) as LotRow;
  };
  const balance = () => rows.reduce((sum, { amount }) => sum + amount, 0);
  for (const step of acts) {
    const n = rows.length;
    switch (step.kind) {
      case 'buy': {
        const id = `spu_${n}`;
        purchases.push(id);
        add('CREDIT', 'PURCHASE', step.stars, `purchase:${id}`, { subjectId: id });
        break;
      }
      case 'gift':
        add('CREDIT', n % 2 ? 'BONUS' : 'EARNING', step.stars, `bonus:${n}`);
        break;
      case 'start':
        if (step.stars > balance()) break;
        open.push(add('HOLD', 'GENERATION', -step.stars, `hold:gen_${n}`));
        break;
      case 'finish':
      case 'fail': {
        const [hold] = open.splice(step.which % Math.max(1, open.length), 1);
        if (!hold) break;
        const isDone = step.kind === 'finish';
        if (isDone) spent -= hold.amount;
        add(
          isDone ? 'SETTLE' : 'RELEASE',
          hold.type,
          isDone ? 0 : -hold.amount,
          `close:${hold.id}`,
          { holdId: hold.id },
        );
        break;
      }
      case 'return':
      case 'dispute': {
        const id = purchases[step.which % Math.max(1, purchases.length)];
        if (!id) break;
        const left = lotsOf(rows, purchaseOf()).packs.get(id) ?? 0;
        if (left === 0) break;
        if (step.kind === 'return') {
          add('DEBIT', 'REFUND', -Math.min(left, step.stars), `refund:rfd_${n}`, { subjectId: id });
          break;
        }
        add('DEBIT', 'REFUND', -left, `disputed:pay_${id}`, { subjectId: `dsp_${n}` });
        if (step.stars % 2) {
          add('CREDIT', 'REFUND', left, `dispute_won:pay_${id}`, { subjectId: `dsp_${n}` });
        }
      }
    }
  }
  return { rows, purchaseOf: purchaseOf(), balance: balance(), spent };
}

const sum = (rows: readonly LotRow[]) => rows.reduce((all, { amount }) => all + amount, 0);

it('whatever happens, gifts and packs are the balance, and no pack holds more than was bought of it', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const { rows, purchaseOf, balance } = rowsOf(acts);
      const lots = lotsOf(rows, purchaseOf);
      expect(lots.gifts + [...lots.packs.values()].reduce((a, b) => a + b, 0)).toBe(balance);
      expect(lots.gifts).toBeGreaterThanOrEqual(0);
      expect(lots.overdrawn).toEqual([]);
      for (const [id, left] of lots.packs) {
        const bought = rows.find(({ idempotencyKey }) => idempotencyKey === `purchase:${id}`);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(bought?.amount ?? 0);
      }
    }),
    { numRuns: 500 },
  );
});

it('all that can be turned into money, with all that was, is never more than was bought and not spent', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const { rows, purchaseOf, spent } = rowsOf(acts);
      const of = (test: (row: LotRow) => boolean) => sum(rows.filter(test));
      const bought = of(({ type }) => type === 'PURCHASE');
      const given = of(({ type }) => type === 'BONUS' || type === 'EARNING');
      const returned = -of(({ type }) => type === 'REFUND');
      const packs = [...lotsOf(rows, purchaseOf).packs.values()].reduce((a, b) => a + b, 0);
      // Gifts can pay for at most all of the work; the rest of it was paid with bought stars.
      expect(packs + returned).toBeLessThanOrEqual(bought - Math.max(0, spent - given));
    }),
    { numRuns: 500 },
  );
});

it('spends what was given first, then the oldest pack, and puts back what work did not need', () => {
  const row = (entry: LotRow['entry'], amount: number, key: string, more = {}): LotRow => ({
    id: key,
    entry,
    type: entry === 'CREDIT' ? 'PURCHASE' : 'GENERATION',
    amount,
    idempotencyKey: key,
    holdId: null,
    subjectId: null,
    ...more,
  });
  const rows = [
    row('CREDIT', 50, 'purchase:a', { subjectId: 'a' }),
    row('CREDIT', 10, 'bonus:sign_up:x', { type: 'BONUS' }),
    row('CREDIT', 50, 'purchase:b', { subjectId: 'b' }),
    row('HOLD', -70, 'hold:gen'),
  ];
  const now = (more: LotRow[] = []) => lotsOf([...rows, ...more], new Map());
  expect([...now().packs]).toEqual([
    ['a', 0],
    ['b', 40],
  ]);
  const released = now([row('RELEASE', 70, 'close:gen', { holdId: 'hold:gen' })]);
  expect([released.gifts, ...released.packs.values()]).toEqual([10, 50, 50]);
});

it('names a row that takes more out of a pack than was left of it', () => {
  const base = { holdId: null, subjectId: 'a' };
  const rows: LotRow[] = [
    {
      ...base,
      id: '1',
      entry: 'CREDIT',
      type: 'PURCHASE',
      amount: 50,
      idempotencyKey: 'purchase:a',
    },
    {
      ...base,
      id: '2',
      entry: 'CREDIT',
      type: 'BONUS',
      amount: 50,
      idempotencyKey: 'bonus:x',
      subjectId: null,
    },
    { ...base, id: '3', entry: 'DEBIT', type: 'REFUND', amount: -60, idempotencyKey: 'refund:r' },
  ];
  expect(lotsOf(rows, new Map())).toMatchObject({ gifts: 40, overdrawn: ['3'] });
});
