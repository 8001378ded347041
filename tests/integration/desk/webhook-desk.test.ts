import { beforeAll, describe, expect, it } from 'vitest';
import { listEvents } from '@/lib/admin/webhooks/list-events';
import { EventFilterSchema } from '@/lib/admin/webhooks/schema';
import { newId } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { useDatabase } from '@/tests/support/database';

const test = useDatabase();
let admin: Ctx;

const arrive = (externalId: string, provider: string, receivedAt: string) =>
  test.db.webhookEvent.create({
    data: {
      id: newId('webhookEvent'),
      provider,
      externalId,
      type: 'charge.updated',
      body: '{}',
      receivedAt: new Date(receivedAt),
    },
  });

beforeAll(async () => {
  admin = (await test.person('ADMIN')).ctx;
  // Around midnight in the workshop, whose clock is two hours ahead in winter.
  await arrive('last-of-the-4th', 'stripe', '2026-03-04T21:59:59Z');
  await arrive('first-of-the-5th', 'monobank', '2026-03-04T22:00:00Z');
  await arrive('last-of-the-5th', 'stripe', '2026-03-05T21:59:59Z');
});

const find = async (parts: object) => {
  const { rows } = await listEvents(admin, EventFilterSchema.parse(parts));
  return rows.map(({ externalId }) => externalId);
};

describe('the events of the tills', () => {
  it('are read newest first, or oldest first when asked', async () => {
    const newestFirst = ['last-of-the-5th', 'first-of-the-5th', 'last-of-the-4th'];
    expect(await find({})).toEqual(newestFirst);
    expect(await find({ sort: '-received' })).toEqual(newestFirst);
    expect(await find({ sort: 'body' })).toEqual(newestFirst);
    expect(await find({ sort: 'received' })).toEqual(newestFirst.toReversed());
  });

  it('are found by the day on the workshop’s wall, on which their times are shown', async () => {
    const day = '2026-03-05';
    expect(await find({ from: day, to: day })).toEqual(['last-of-the-5th', 'first-of-the-5th']);
    expect(await find({ to: '2026-03-04' })).toEqual(['last-of-the-4th']);
    expect(await find({ from: '2026-03-06' })).toEqual([]);
  });

  it('name each sender once', async () => {
    const { providers } = await listEvents(admin, EventFilterSchema.parse({}));
    expect(providers).toEqual(['monobank', 'stripe']);
  });
});
