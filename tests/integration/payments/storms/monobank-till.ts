import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MonobankGateway } from '@/lib/providers/monobank/monobank-gateway';
import { type Exchange, readExchange, sendReply } from '@/lib/sandbox/exchange';
import { FaultBox } from '@/lib/sandbox/faults';
import { SANDBOX_MONOBANK_TOKEN } from '@/lib/sandbox/keys';
import { monobankReply } from '@/lib/sandbox/monobank/api';
import { finishCancel, finishPayment } from '@/lib/sandbox/monobank/invoices';
import { signBody } from '@/lib/sandbox/monobank/webhooks';
import { type MonobankWorld, newPrivateKey } from '@/lib/sandbox/monobank/world';
import type { SignedEvent, StormTill } from './walker';

/**
 * Monobank's adapter against its stand-in over HTTP. The stand-in keeps nothing on disk and sends nothing: the storm
 * carries its webhooks, and decides when what takes its time is over.
 */
export async function openMonobankTill(): Promise<StormTill & { apiRoot: string }> {
  const faults = new FaultBox();
  const state: MonobankWorld['file']['value'] = {
    version: 1,
    invoices: {},
    deliveries: [],
    laters: [],
    privateKey: newPrivateKey(),
  };
  const world: MonobankWorld = {
    file: { value: state, save: () => Promise.resolve() } as unknown as MonobankWorld['file'],
    faults,
    baseUrl: '',
    stopping: new AbortController().signal,
  };
  /** Calls whose next answer is lost after the work is done. */
  const losing = new Set<string>();
  const server = createServer(async (request, response) => {
    const reply = await monobankReply(world, await readExchange(request, world.baseUrl));
    const call = request.url?.split('/').at(-1) ?? '';
    const isLost = reply?.status === 200 && losing.delete(call);
    if (!reply || reply.fate || isLost) response.destroy();
    else sendReply(response, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/monobank`;
  const gateway = new MonobankGateway({
    token: SANDBOX_MONOBANK_TOKEN,
    baseUrl: world.baseUrl,
    webhookUrl: 'http://127.0.0.1:9/nobody',
  });
  // The adapter has its key, and has asked for a newer one as often as it may in a minute: from here on a call with a
  // false signature is refused without asking the bank, which may have an accident just then.
  for (const body of ['{}', '{}']) {
    await gateway.verifyEvent(body, signBody(body, newPrivateKey())).catch(() => undefined);
  }
  const signed = (rawBody: string, key = state.privateKey): SignedEvent => ({
    rawBody,
    signature: signBody(rawBody, key),
  });
  const finishLaters = () => {
    for (const later of state.laters.splice(0)) {
      if (later.kind === 'payment') finishPayment(world, later);
      else finishCancel(world, later);
    }
  };
  return {
    provider: 'MONOBANK',
    gateway,
    apiRoot: world.baseUrl,
    async press(page, outcome) {
      if (!page.startsWith(world.baseUrl)) return;
      const exchange = {
        method: 'POST',
        url: new URL(page),
        headers: {},
        body: `outcome=${outcome}`,
      };
      await monobankReply(world, exchange as Exchange);
    },
    newEvents: () => state.deliveries.splice(0).map(({ body }) => signed(body)),
    forge: ({ rawBody, signature }, random) =>
      random() < 0.5
        ? signed(rawBody, newPrivateKey())
        : { rawBody: rawBody.replace(/"amount": \d+/, '"amount": 1'), signature },
    accidents: {
      loseAnswer: () => faults.change({ dropCount: 1 }),
      loseInvoice: () => losing.add('create'),
      loseRefund: () => losing.add('cancel'),
      tooManyCalls: () => faults.change({ monobankBusyCount: 2 }),
      breakDown: () => faults.change({ errorCount: 1 }),
      slowPayments: () => faults.change({ payment: 'later' }),
      failingPayments: () => faults.change({ payment: 'fails-later' }),
      slowRefunds: () => faults.change({ refund: 'later' }),
      turnRound: () => faults.change({ webhookReorder: true, webhookCopies: 2 }),
      quickAgain: () => faults.reset(),
      finishLaters,
      /** The page's time runs out, and nobody is told. */
      expireSilently(page) {
        const invoice = state.invoices[page.split('/').at(-1) ?? ''];
        if (invoice) invoice.expiresAtMs = 0;
      },
    },
    async calm() {
      faults.reset();
      losing.clear();
      finishLaters();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
