import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '@/lib/core/actor';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { handleOutboxSend } from '@/lib/jobs/handlers/outbox-send';
import { JOBS } from '@/lib/jobs/jobs';
import { queueMail } from '@/lib/messages/queue-mail';
import { resendMessage } from '@/lib/messages/resend-message';
import { beginAttempt } from '@/lib/messages/store';
import { SmtpMailer } from '@/lib/providers/mail/smtp-mailer';
import type { Mailer } from '@/lib/providers/ports/mailer';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase();
let sandbox: Sandbox;
let ctx: Ctx;
let counter = 0;

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: 'http://127.0.0.1:9',
    dataDir: path.join(database.filesDir, 'sandbox'),
    webhookUrl: null,
  });
  const mailer = new SmtpMailer({ url: sandbox.smtpUrl, from: 'a@twelvefold.example' });
  ctx = database.ctx(systemActor, { providers: { mailer } });
});

afterEach(() => sandbox.faults.reset());
afterAll(() => sandbox.close());

const mailFor = (to: string, dedupeKey = `test:${to}`) => ({
  dedupeKey,
  to,
  template: 'reset-password' as const,
  locale: 'uk',
  data: { url: 'https://twelvefold.example/reset-password?token=secret' },
});

async function queued(): Promise<{ id: Id<'outboxMessage'>; to: string }> {
  counter += 1;
  const to = `person${counter}@example.com`;
  await inTransaction(ctx, (tx) => queueMail(tx, mailFor(to)));
  const row = await database.db.outboxMessage.findFirstOrThrow({ where: { recipient: to } });
  return { id: row.id as Id<'outboxMessage'>, to };
}

const rowOf = (id: string) => database.db.outboxMessage.findUniqueOrThrow({ where: { id } });
const send = (id: Id<'outboxMessage'>, by: Ctx = ctx) =>
  handleOutboxSend(by, { outboxMessageId: id });

async function inbox(to: string) {
  const answer = await fetch(`${sandbox.url}/mail.json?to=${to}`);
  return (await answer.json()) as { subject: string; messageId: string }[];
}

async function jobsFor(id: string): Promise<number> {
  const rows = await database.db.$queryRaw<{ count: bigint }[]>`
    select count(*) from pgboss.job where name = 'outbox.send' and data->>'outboxMessageId' = ${id}`;
  return Number(rows[0]?.count);
}

describe('a queued mail', () => {
  test('is one row and one job, in the language of the person', async () => {
    const { id } = await queued();
    expect(await rowOf(id)).toMatchObject({ status: 'QUEUED', attempts: 0, locale: 'uk' });
    expect(await jobsFor(id)).toBe(1);
  });

  test('with a known dedupe key is not written again, nor sent again', async () => {
    const { id, to } = await queued();
    await inTransaction(ctx, (tx) => queueMail(tx, mailFor(to)));
    await Promise.all([1, 2, 3].map(() => inTransaction(ctx, (tx) => queueMail(tx, mailFor(to)))));
    expect(await database.db.outboxMessage.count({ where: { recipient: to } })).toBe(1);
    expect(await jobsFor(id)).toBe(1);
  });

  test('does not exist when its transaction is rolled back', async () => {
    const work = inTransaction(ctx, async (tx) => {
      await queueMail(tx, mailFor('rolled@example.com'));
      throw new Error('later step failed');
    });
    await expect(work).rejects.toThrow('later step failed');
    expect(
      await database.db.outboxMessage.count({ where: { recipient: 'rolled@example.com' } }),
    ).toBe(0);
  });

  test('with data that does not fit its template is refused at once', async () => {
    const mail = { ...mailFor('bad@example.com'), data: { url: 'javascript:alert(1)' } };
    await expect(inTransaction(ctx, (tx) => queueMail(tx, mail))).rejects.toThrow('Invalid URL');
  });
});

describe('sending', () => {
  test('delivers the mail, marks it sent and wipes its secret', async () => {
    const { id, to } = await queued();
    await send(id);
    const [mail] = await inbox(to);
    expect(mail).toMatchObject({ subject: 'Створіть новий пароль' });
    expect(mail?.messageId).toMatch(new RegExp(`^<${id}@`));
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: 'SENT', attempts: 1, lastError: null, data: {} });
    expect(row.sentAt).not.toBeNull();
  });

  test('twice, one after the other, delivers one mail', async () => {
    const { id, to } = await queued();
    await send(id);
    await send(id);
    expect(await inbox(to)).toHaveLength(1);
  });

  test('one attempt is begun by one worker only', async () => {
    const { id } = await queued();
    const begun = await Promise.all([1, 2, 3, 4].map(() => beginAttempt(ctx, id, 0)));
    expect(begun.filter(Boolean)).toHaveLength(1);
    expect((await rowOf(id)).attempts).toBe(1);
  });

  test('of a message that is not there any more is nothing', async () => {
    await send(newId('outboxMessage'));
  });

  test('fails for the queue to repeat while the server is busy, keeps the reason, and succeeds later', async () => {
    const { id, to } = await queued();
    sandbox.faults.change({ mail: 'busy' });
    await expect(send(id)).rejects.toThrow('mail.unavailable');
    expect(await rowOf(id)).toMatchObject({ status: 'QUEUED', attempts: 1 });
    expect((await rowOf(id)).lastError).toContain('451');
    sandbox.faults.reset();
    await send(id);
    expect(await rowOf(id)).toMatchObject({ status: 'SENT', attempts: 2, lastError: null });
    expect(await inbox(to)).toHaveLength(1);
  });

  test('gives up after the last attempt, tells it, and a person can put it back in line', async () => {
    const { id, to } = await queued();
    sandbox.faults.change({ mail: 'busy' });
    const attempts = JOBS['outbox.send'].retryLimit + 1;
    await expect(send(id)).rejects.toThrow('mail.unavailable');
    expect(await rowOf(id)).toMatchObject({ status: 'QUEUED', attempts: 1 });
    // A day of the same answer: all tries but the last two have gone by.
    await ctx.db.outboxMessage.update({ where: { id }, data: { attempts: attempts - 2 } });
    await expect(send(id)).rejects.toThrow('mail.unavailable');
    expect(await rowOf(id)).toMatchObject({ status: 'QUEUED', attempts: attempts - 1 });
    await expect(send(id)).rejects.toThrow('mail.unavailable');
    expect(await rowOf(id)).toMatchObject({ status: 'FAILED', attempts });
    expect(database.log.errors.at(-1)?.message).toBe('message given up');
    sandbox.faults.reset();
    await send(id);
    expect(await inbox(to)).toEqual([]);
    expect(await inTransaction(ctx, (tx) => resendMessage(tx, id))).toBe(true);
    expect(await inTransaction(ctx, (tx) => resendMessage(tx, id))).toBe(false);
    expect(await jobsFor(id)).toBe(2);
    await send(id);
    expect(await inbox(to)).toHaveLength(1);
  });

  test('to an address that is refused for good is given up at once and not repeated', async () => {
    const { id } = await queued();
    sandbox.faults.change({ mail: 'refuses' });
    await send(id);
    expect(await rowOf(id)).toMatchObject({ status: 'FAILED', attempts: 1 });
    expect((await rowOf(id)).lastError).toContain('550');
  });

  test('that crashed after the server took the mail repeats it under the same id', async () => {
    const { id, to } = await queued();
    const real = ctx.providers.mailer;
    const dying: Mailer = {
      async send(mail) {
        await real.send(mail);
        throw new Error('the process died here');
      },
    };
    await expect(
      send(id, database.ctx(systemActor, { providers: { mailer: dying } })),
    ).rejects.toThrow('the process died here');
    await send(id);
    const ids = (await inbox(to)).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
