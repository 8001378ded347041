import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { FaultBox } from '../faults';

const MAIL_BYTES_MAX = 10 * 1024 * 1024;
const MAILS_KEPT = 500;
/** How long clients in the middle of a mail may take when the sandbox stops. */
const CLOSE_TIMEOUT_MS = 1000;

export type CaughtMail = {
  id: string;
  receivedAt: string;
  from: string;
  /** Receivers of the envelope, lower case: who would really get it. */
  to: string[];
  subject: string;
  messageId: string | null;
  text: string;
  html: string | null;
  raw: string;
};

export type MailCatcher = {
  url: string;
  /** Newest first. @param to part of a receiver's address */
  list(to?: string): CaughtMail[];
  find(id: string): CaughtMail | undefined;
  close(): Promise<void>;
};

/** A mail server that keeps everything and delivers nothing. One file a mail, so that a restart shows them again. */
export async function startMailCatcher(options: {
  port: number;
  folder: string;
  faults: FaultBox;
}): Promise<MailCatcher> {
  const { folder, faults } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const mails = await load(folder);
  const server = new SMTPServer({
    banner: 'Twelvefold sandbox',
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: CLOSE_TIMEOUT_MS,
    size: MAIL_BYTES_MAX,
    onRcptTo(_address, _session, done) {
      done(refusalFor(faults));
    },
    onData(stream, session, answer) {
      const envelope = {
        from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
        to: session.envelope.rcptTo.map(({ address }) => address.toLowerCase()),
      };
      const keep = async () => {
        const mail = await receive(stream, envelope);
        await store(folder, mail);
        mails.unshift(mail);
        for (const old of mails.splice(MAILS_KEPT))
          await rm(fileOf(folder, old.id), { force: true });
      };
      keep().then(() => answer(), answer);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  // A client that goes away in the middle is no reason to end the sandbox.
  server.on('error', (error) => process.stderr.write(`sandbox mail: ${error.message}\n`));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    list(to = '') {
      const wanted = to.trim().toLowerCase();
      return mails.filter((mail) => mail.to.some((address) => address.includes(wanted)));
    },
    find: (id) => mails.find((mail) => mail.id === id),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusalFor(faults: FaultBox): Error | null {
  switch (faults.current.mail) {
    case 'accepts':
      return null;
    case 'busy':
      return Object.assign(new Error('Try again later'), { responseCode: 451 });
    case 'refuses':
      return Object.assign(new Error('No such mailbox here'), { responseCode: 550 });
  }
}

async function receive(
  stream: SMTPServerDataStream,
  envelope: { from: string; to: string[] },
): Promise<CaughtMail> {
  const raw = await buffer(stream);
  if (stream.sizeExceeded) {
    throw Object.assign(new Error('The message is too large'), { responseCode: 552 });
  }
  const parsed = await PostalMime.parse(raw);
  return {
    id: randomUUID(),
    receivedAt: new Date().toISOString(),
    ...envelope,
    subject: parsed.subject ?? '',
    messageId: parsed.messageId ?? null,
    text: parsed.text ?? '',
    html: parsed.html ?? null,
    raw: raw.toString('utf8'),
  };
}

async function store(folder: string, mail: CaughtMail): Promise<void> {
  const file = fileOf(folder, mail.id);
  await writeFile(`${file}.part`, JSON.stringify(mail), { mode: 0o600 });
  await rename(`${file}.part`, file);
}

async function load(folder: string): Promise<CaughtMail[]> {
  const mails: CaughtMail[] = [];
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    if (!name.endsWith('.json')) continue;
    try {
      mails.push(JSON.parse(await readFile(file, 'utf8')) as CaughtMail);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${file} cannot be used (${why}). Delete it to go on without that mail.`);
    }
  }
  return mails.sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
}

function fileOf(folder: string, id: string): string {
  return path.join(folder, `${id}.json`);
}
