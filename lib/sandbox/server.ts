import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { BodyTooLarge, pageReply, type Reply, readExchange, sendReply } from './exchange';
import { falReply } from './fal/api';
import { isFalBusy, openFal, startFal } from './fal/open-fal';
import type { FalWorld } from './fal/world';
import { FaultBox, type Faults } from './faults';
import { faultsReply } from './faults-page';
import { indexReply } from './index-page';
import { type MailCatcher, startMailCatcher } from './mail/catcher';
import { mailReply } from './mail/inbox-pages';
import { isMonobankBusy, monobankReply, startMonobank } from './monobank/api';
import { type MonobankWorld, openMonobank } from './monobank/world';
import { novaPoshtaReply } from './nova-poshta/api';
import { parcelsReply } from './nova-poshta/parcels-page';
import { type NovaPoshtaWorld, openNovaPoshta } from './nova-poshta/world';
import { html } from './page';
import { prodigiReply } from './prodigi/pages';
import { startProdigi } from './prodigi/progress';
import { openProdigi, type ProdigiWorld } from './prodigi/world';
import { StateFile } from './state-file';
import { stripeReply } from './stripe/api';
import { deliverDue } from './stripe/events';
import { payReply } from './stripe/pay-page';
import { finishPayment } from './stripe/payments';
import { finishRefund } from './stripe/refunds';
import { expireDue } from './stripe/sessions';
import { EMPTY_STRIPE_STATE, type World } from './stripe/world';
import {
  openTelegram,
  startTelegram,
  type TelegramStandIn,
  telegramReply,
} from './telegram/open-telegram';
import { openTurboSms, type SmsWorld, turboSmsReply } from './turbosms/turbosms';

const TICK_MS = 50;
/** A call that is told to hang is let go after this long, so that nothing stays open for ever. */
const HANG_MAX_MS = 120_000;

export type SandboxOptions = {
  /** 0 takes a free one. */
  port: number;
  smtpPort: number;
  /** Where the app is. */
  appUrl: string;
  /** Folder for sessions and mail, so that a restart keeps them. */
  dataDir: string;
  /** Where Stripe's events go; `${appUrl}/api/webhooks/stripe` when left out, null for nowhere. */
  webhookUrl?: string | null;
  /** Where the bot's updates go; `${appUrl}/api/webhooks/telegram` when left out, null keeps them waiting. */
  telegramWebhookUrl?: string | null;
  /** What differs from a good day at the start and after a reset: { falSpeed: 0 } for tests without waiting. */
  faults?: Partial<Faults>;
};

export type Sandbox = {
  url: string;
  smtpUrl: string;
  faults: FaultBox;
  /** How often fal was handed a request of this endpoint since the start, refused calls too; all of them without a name. For tests. */
  falSubmits(endpoint?: string): number;
  /** Telegram and the sign-in services from the inside. For tests. */
  telegram: TelegramStandIn;
  /** Resolves when every event is answered or given up and nothing delayed or running is left. For tests. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts the stand-ins for the outside services on loopback: Stripe and its pay page, fal, a mail server with its inbox.
 * @throws Error when a port is taken or the folder cannot be used
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const faults = new FaultBox(options.faults);
  const stripeFile = path.join(options.dataDir, 'stripe.json');
  const file = await StateFile.open(stripeFile, structuredClone(EMPTY_STRIPE_STATE));
  const webhookUrl =
    options.webhookUrl === undefined
      ? new URL('/api/webhooks/stripe', options.appUrl).href
      : options.webhookUrl;
  const stop = new AbortController();
  const world: World = { file, faults, baseUrl: '', webhookUrl, stopping: stop.signal };
  const mailFolder = path.join(options.dataDir, 'mail');
  const mail = await startMailCatcher({ port: options.smtpPort, folder: mailFolder, faults });
  const sms = await openTurboSms(options.dataDir);
  const telegram = await openTelegram({ ...options, faults, stopping: stop.signal });
  const novaPoshta = await openNovaPoshta({ ...options, faults });
  const monobank = await openMonobank({ ...options, faults, stopping: stop.signal });
  const fal = await openFal({ ...options, faults, stopping: stop.signal });
  const prodigi = await openProdigi({ ...options, faults, stopping: stop.signal });
  const answer = (request: IncomingMessage) =>
    replyTo(request, options, world, telegram, monobank, fal, mail, sms, prodigi, novaPoshta);
  const server = createServer((request, response) => {
    serve(request, response, world, answer).catch((error: unknown) => fail(response, error));
  });
  try {
    world.baseUrl = await listen(server, options.port);
  } catch (error) {
    await mail.close();
    throw error;
  }
  const clock = Promise.all([
    startClock(world),
    startMonobank(monobank, world.baseUrl),
    startProdigi(prodigi),
    startFal(fal, world.baseUrl),
    startTelegram(telegram, world.baseUrl),
  ]);
  return {
    url: world.baseUrl,
    smtpUrl: mail.url,
    faults,
    telegram,
    falSubmits(endpoint) {
      if (endpoint !== undefined) return fal.submits.get(endpoint) ?? 0;
      return [...fal.submits.values()].reduce((sum, count) => sum + count, 0);
    },
    async settled() {
      const { deliveries, laters } = file.value;
      const isBusy = () =>
        deliveries.length > 0 || laters.length > 0 || isMonobankBusy(monobank) || isFalBusy(fal);
      while (isBusy()) await pause(TICK_MS / 2);
    },
    async close() {
      stop.abort();
      await clock;
      await mail.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await file.save();
      await fal.file.save();
      await telegram.world.file.save();
      await prodigi.file.save();
      await novaPoshta.file.save();
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
  answer: (request: IncomingMessage) => Promise<Reply>,
): Promise<void> {
  const isApi = request.url?.startsWith('/v1/') ?? false;
  if (isApi && world.faults.current.latencyMs > 0) await pause(world.faults.current.latencyMs);
  const reply = await answer(request);
  const hasEffect = isApi && reply.status === 200;
  if (reply.fate === 'cut' || (hasEffect && world.faults.spend('dropCount'))) {
    response.destroy();
    return;
  }
  if (reply.fate === 'silence' || (hasEffect && world.faults.spend('hangCount'))) {
    setTimeout(() => response.destroy(), HANG_MAX_MS).unref();
    return;
  }
  sendReply(response, reply);
}

async function replyTo(
  request: IncomingMessage,
  options: SandboxOptions,
  world: World,
  telegram: TelegramStandIn,
  monobank: MonobankWorld,
  fal: FalWorld,
  mail: MailCatcher,
  sms: SmsWorld,
  prodigi: ProdigiWorld,
  novaPoshta: NovaPoshtaWorld,
): Promise<Reply> {
  // Other web pages must not reach in: neither under a name of theirs that points here nor by a form.
  const isOurName = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');
  const isForeignForm =
    request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site';
  if (!isOurName || isForeignForm) return { status: 403, body: 'Only from this computer.' };
  const exchange = await readExchange(request, world.baseUrl);
  const { pathname } = exchange.url;
  if (pathname.startsWith('/v1/')) return stripeReply(world, exchange);
  const reply =
    (pathname.startsWith('/pay/') ? await payReply(world, exchange) : null) ??
    (/^\/monobank(\/|$)/.test(pathname) ? await monobankReply(monobank, exchange) : null) ??
    (pathname.startsWith('/mail') ? mailReply(exchange, mail) : null) ??
    (/^\/(turbosms\/|sms)/.test(pathname) ? await turboSmsReply(sms, exchange) : null) ??
    (/^\/fal(\/|\.json$|$)/.test(pathname) ? await falReply(fal, exchange) : null) ??
    (pathname.startsWith('/nova-poshta')
      ? ((await novaPoshtaReply(novaPoshta, exchange)) ??
        (await parcelsReply(novaPoshta, exchange)))
      : null) ??
    (pathname.startsWith('/prodigi') ? await prodigiReply(prodigi, exchange) : null) ??
    (/^\/(telegram|oidc|bot)/.test(pathname) ? await telegramReply(telegram, exchange) : null) ??
    (pathname.startsWith('/faults') ? faultsReply(exchange, world.faults) : null);
  if (reply) return reply;
  if (pathname === '/' && exchange.method === 'GET') {
    const { appUrl } = options;
    return indexReply({ appUrl, smtpUrl: mail.url, webhookUrl: world.webhookUrl });
  }
  return pageReply(404, 'Not found', html`<h1>There is nothing here</h1>`);
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.destroyed) return;
  const isTooLarge = error instanceof BodyTooLarge;
  if (!isTooLarge)
    process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : error}\n`);
  if (response.headersSent) response.destroy();
  else sendReply(response, { status: isTooLarge ? 413 : 500, body: 'The sandbox failed.' });
}

/** Ends what is due and sends the events, one round after the other, until the sandbox stops. */
async function startClock(world: World): Promise<void> {
  while (!world.stopping.aborted) {
    try {
      await round(world);
    } catch (error) {
      process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : error}\n`);
    }
    await pause(TICK_MS);
  }
}

async function round(world: World): Promise<void> {
  expireDue(world);
  const { laters } = world.file.value;
  const due = laters.filter(({ atMs }) => atMs <= Date.now());
  for (const later of due) {
    if (later.kind === 'payment') finishPayment(world, later);
    else finishRefund(world, later);
    laters.splice(laters.indexOf(later), 1);
  }
  if (due.length > 0) await world.file.save();
  await deliverDue(world);
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
