import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StripeGateway } from '@/lib/providers/stripe/stripe-gateway';
import { type Exchange, readExchange, sendReply } from '@/lib/sandbox/exchange';
import { FaultBox } from '@/lib/sandbox/faults';
import { SANDBOX_STRIPE_KEY, SANDBOX_STRIPE_WEBHOOK_SECRET } from '@/lib/sandbox/keys';
import { stripeReply } from '@/lib/sandbox/stripe/api';
import { signatureHeader } from '@/lib/sandbox/stripe/events';
import { payReply } from '@/lib/sandbox/stripe/pay-page';
import { finishPayment } from '@/lib/sandbox/stripe/payments';
import { finishRefund } from '@/lib/sandbox/stripe/refunds';
import { EMPTY_STRIPE_STATE, type World } from '@/lib/sandbox/stripe/world';
import type { SignedEvent, StormTill } from './walker';

/**
 * Stripe's adapter against its stand-in over HTTP. The stand-in keeps nothing on disk and sends nothing: the storm
 * carries its events, and decides when what takes its time is over.
 * @param provider whose place it takes; another than STRIPE to have two tills
 */
export async function openStripeTill(
  provider: StormTill['provider'] = 'STRIPE',
): Promise<StormTill> {
  const faults = new FaultBox();
  const state = structuredClone(EMPTY_STRIPE_STATE);
  const world: World = {
    file: { value: state, save: () => Promise.resolve() } as unknown as World['file'],
    faults,
    baseUrl: '',
    webhookUrl: null,
    stopping: new AbortController().signal,
  };
  const server = createServer(async (request, response) => {
    const reply = await stripeReply(world, await readExchange(request, world.baseUrl));
    // The answer is lost after the work is done.
    if (reply.status === 200 && faults.spend('dropCount')) response.destroy();
    else sendReply(response, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway = new StripeGateway({
    secretKey: SANDBOX_STRIPE_KEY,
    webhookSecret: SANDBOX_STRIPE_WEBHOOK_SECRET,
    baseUrl: world.baseUrl,
  });
  // The library tries again as ever; the storm only does not sit out its pauses.
  Object.assign(Reflect.get(gateway, 'client'), { getInitialNetworkRetryDelay: () => 0.01 });
  let told = 0;
  const now = () => Math.floor(Date.now() / 1000);
  const signed = (rawBody: string, secret = SANDBOX_STRIPE_WEBHOOK_SECRET): SignedEvent => ({
    rawBody,
    signature: signatureHeader(rawBody, secret, now()),
  });
  const press = async (page: string, outcome: string) => {
    if (!page.startsWith(world.baseUrl)) return;
    const exchange = {
      method: 'POST',
      url: new URL(page),
      headers: {},
      body: `outcome=${outcome}`,
    };
    await payReply(world, exchange as Exchange);
  };
  const finishLaters = () => {
    for (const later of state.laters.splice(0)) {
      if (later.kind === 'payment') finishPayment(world, later);
      else finishRefund(world, later);
    }
  };
  return {
    provider,
    gateway,
    press,
    newEvents() {
      const fresh = state.events.slice(told);
      told = state.events.length;
      return fresh.map(({ event }) => signed(JSON.stringify(event)));
    },
    forge: ({ rawBody, signature }, random) =>
      random() < 0.5
        ? signed(rawBody, 'whsec_somebody_else')
        : { rawBody: rawBody.replace('"livemode":false', '"livemode":true'), signature },
    accidents: {
      loseAnswer: () => faults.change({ dropCount: 1 }),
      slowPayments: () => faults.change({ payment: 'later' }),
      failingPayments: () => faults.change({ payment: 'fails-later' }),
      slowRefunds: () => faults.change({ refund: 'later' }),
      quickAgain: () => faults.reset(),
      finishLaters,
      dispute: (page) => press(page, 'dispute'),
      disputeWon: (page) => press(page, 'dispute-won'),
      disputeLost: (page) => press(page, 'dispute-lost'),
    },
    async calm() {
      faults.reset();
      finishLaters();
      // The stand-in forgets old events; the storm counts them.
      state.events.splice(0, told);
      told = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
