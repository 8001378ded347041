import { expect, test } from 'vitest';
import { sweepChats } from '@/lib/bot/sweep-chats';
import { newId } from '@/lib/core/ids';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase();

test('what was written to the bot is forgotten after a month; other events and fresh ones stay', async () => {
  const now = Date.now();
  const day = 24 * 3_600_000;
  const events = [
    { provider: 'telegram-bot', ageDays: 31, isProcessed: true },
    { provider: 'telegram-bot', ageDays: 29, isProcessed: true },
    { provider: 'telegram-bot', ageDays: 31, isProcessed: false },
    { provider: 'stripe', ageDays: 31, isProcessed: true },
  ];
  const ids: string[] = [];
  for (const { provider, ageDays, isProcessed } of events) {
    const id = newId('webhookEvent');
    ids.push(id);
    await database.db.webhookEvent.create({
      data: {
        id,
        provider,
        externalId: id,
        type: 'message',
        body: 'my address is',
        subject: { text: 'my address is' },
        receivedAt: new Date(now - ageDays * day),
        processedAt: isProcessed ? new Date() : null,
      },
    });
  }
  await sweepChats(database.ctx());
  const rows = await database.db.webhookEvent.findMany();
  const keptOf = (id?: string) => rows.find((row) => row.id === id)?.body !== '';
  expect(ids.map(keptOf)).toEqual([false, true, true, true]);
  expect(rows.find(({ id }) => id === ids[0])?.subject).toEqual({});
});
