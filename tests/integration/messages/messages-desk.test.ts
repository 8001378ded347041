import { expect, test } from 'vitest';
import { getMessage } from '@/lib/admin/messages/get-message';
import type { Id } from '@/lib/core/ids';
import { inTransaction } from '@/lib/db/context';
import { queueMail } from '@/lib/messages/queue-mail';
import type { TemplateData, TemplateName } from '@/lib/messages/templates';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase();
let letters = 0;

async function contentOf<N extends TemplateName>(template: N, data: TemplateData<N>) {
  letters += 1;
  const dedupeKey = `letter:${letters}`;
  const to = 'marko@example.com';
  await inTransaction(database.ctx(), (tx) =>
    queueMail(tx, { dedupeKey, to, template, locale: 'en', data }),
  );
  const { id } = await database.db.outboxMessage.findUniqueOrThrow({ where: { dedupeKey } });
  const { ctx } = await database.person('STAFF');
  return (await getMessage(ctx, { outboxMessageId: id as Id<'outboxMessage'> })).content;
}

const url = 'https://twelvefold.example/x';

test('staff read no letter that opens an account, money or files', async () => {
  const worth = { amountMinor: 40_00, currency: 'EUR' as const };
  const gift = { certificateId: 'gft_1', worth, message: '', validTo: '2029-01-01' as never, url };
  const people = { buyerName: 'Olena', recipientName: 'Marko' };
  expect(await contentOf('gift-certificate', { ...gift, ...people })).toBeNull();
  const job = { number: 'P-26-000001', orderNumber: 'T-26-000001', copies: 1 };
  const handOff = { ...job, url, lastDay: '2029-01-01' as never };
  expect(await contentOf('print-hand-off', handOff)).toBeNull();
  expect(await contentOf('reset-password', { url })).toBeNull();
  expect(await contentOf('verify-email', { code: '123456' })).toBeNull();
});

test('staff read every other letter as it went out', async () => {
  expect((await contentOf('export-ready', { url }))?.text).toContain(url);
});
