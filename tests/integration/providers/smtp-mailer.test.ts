import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { SmtpMailer } from '@/lib/providers/mail/smtp-mailer';
import type { Mail } from '@/lib/providers/ports/mailer';
import { type Sandbox, startSandbox } from '@/lib/sandbox/server';

let folder: string;
let sandbox: Sandbox;
let mailer: SmtpMailer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'twelvefold-mail-'));
  sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    appUrl: 'http://127.0.0.1:9',
    dataDir: folder,
    webhookUrl: null,
  });
  mailer = new SmtpMailer({ url: sandbox.smtpUrl, from: 'Twelvefold <hello@twelvefold.example>' });
});

afterEach(() => sandbox.faults.reset());

afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

function aMail(parts: Partial<Mail> = {}): Mail {
  return {
    to: 'olena@example.com',
    subject: 'Ваш календар у дорозі',
    text: 'Дякуємо.',
    html: '<p>Дякуємо.</p>',
    messageId: '<out_1@twelvefold.example>',
    ...parts,
  };
}

async function inbox(to: string) {
  const answer = await fetch(`${sandbox.url}/mail.json?to=${encodeURIComponent(to)}`);
  return (await answer.json()) as Record<string, unknown>[];
}

const failure = (code: string) => expect.objectContaining({ name: 'DomainError', code });

test('a mail arrives whole: receiver, subject, both parts, message id', async () => {
  await mailer.send(aMail());
  const [mail, ...others] = await inbox('olena@example.com');
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: ['olena@example.com'],
    from: 'hello@twelvefold.example',
    subject: 'Ваш календар у дорозі',
    messageId: '<out_1@twelvefold.example>',
  });
  expect(String(mail?.text).trim()).toBe('Дякуємо.');
  expect(String(mail?.html).trim()).toBe('<p>Дякуємо.</p>');
});

test('a subject cannot add a header', async () => {
  const subject = 'Hello\r\nBcc: victim@example.com\r\n\r\nbody';
  await mailer.send(aMail({ to: 'subject@example.com', subject }));
  expect(await inbox('victim@example.com')).toEqual([]);
  const [mail] = await inbox('subject@example.com');
  expect(mail?.subject).toBe('Hello Bcc: victim@example.com body');
});

test.each([
  'a@example.com, victim@example.com',
  'a@example.com;victim@example.com',
  'a@example.com\r\nRCPT TO:<victim@example.com>',
  'a@example.com\nBcc: victim@example.com',
  '"Name" <victim@example.com>',
  'group:victim@example.com;',
  'no-at-sign',
  'two@at@example.com',
  'tab\t@example.com',
  `${'x'.repeat(250)}@example.com`,
  '',
])('one plain address is the only receiver a mail can have: %j is refused', async (to) => {
  await expect(mailer.send(aMail({ to }))).rejects.toEqual(failure('mail.refused'));
  expect(await inbox('victim@example.com')).toEqual([]);
});

test('a message id that is not one stops the mail', async () => {
  await expect(mailer.send(aMail({ messageId: '<a>\r\nX: y' }))).rejects.toThrow('message id');
});

test('a server that says "later" is unavailable, one that says "never" has refused', async () => {
  sandbox.faults.change({ mail: 'busy' });
  await expect(mailer.send(aMail())).rejects.toEqual(failure('mail.unavailable'));
  sandbox.faults.change({ mail: 'refuses' });
  await expect(mailer.send(aMail())).rejects.toEqual(failure('mail.refused'));
});

test('a server that is not there is unavailable', async () => {
  const nowhere = new SmtpMailer({ url: 'smtp://127.0.0.1:9', from: 'a@b.example' });
  await expect(nowhere.send(aMail())).rejects.toEqual(failure('mail.unavailable'));
});

test('a path or address in the text is sent as text and never opened', async () => {
  await mailer.send(
    aMail({ to: 'path@example.com', text: 'file:///etc/passwd', html: '<b>x</b>' }),
  );
  expect(String((await inbox('path@example.com'))[0]?.text).trim()).toBe('file:///etc/passwd');
});
