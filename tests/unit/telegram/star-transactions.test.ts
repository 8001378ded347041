import { expect, it } from 'vitest';
import { starTransactions } from '@/lib/providers/telegram/star-transactions';

function bot(count: number) {
  const rows = Array.from({ length: count }, (_none, index) => ({
    id: `charge-${index}`,
    amount: 1,
    date: index,
    source: { type: 'user', user: { id: 7 }, invoice_payload: `p${index}` },
  }));
  const asked: number[] = [];
  const fetchPage = (offset: number, limit: number) => {
    asked.push(offset);
    return Promise.resolve({ transactions: rows.slice(offset, offset + limit) });
  };
  return { asked, fetchPage };
}

async function listed(count: number, fromSeconds: number) {
  const { asked, fetchPage } = bot(count);
  const ids: string[] = [];
  for await (const { id } of starTransactions(fetchPage, new Date(fromSeconds * 1000)))
    ids.push(id);
  return { ids, calls: asked.length };
}

it('lists exactly what is not before the moment, whatever the length of the books', async () => {
  for (const count of [0, 1, 99, 100, 101, 250, 1000]) {
    for (const from of [0, 1, 99, 100, 150, 249, 999, 1000, 5000]) {
      const { ids } = await listed(count, from);
      const expected = Array.from({ length: Math.max(0, count - from) }, (_none, index) => {
        return `charge-${from + index}`;
      });
      expect([count, from, ids]).toEqual([count, from, expected]);
    }
  }
});

it('asks a bot with 100,000 payments a few dozen times for its newest', async () => {
  const { ids, calls } = await listed(100_000, 99_990);
  expect(ids).toHaveLength(10);
  expect(calls).toBeLessThan(50);
});
