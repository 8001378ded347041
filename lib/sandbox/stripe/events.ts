import { createHmac } from 'node:crypto';
import type Stripe from 'stripe';
import { SANDBOX_STRIPE_WEBHOOK_SECRET } from '../keys';
import { API_VERSION, type Delivery, nowSeconds, stripeId, type World } from './world';

/** Stripe's test mode tries three times over hours; here nobody waits for hours. */
const RETRY_DELAYS_MS = [500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 120_000];
const ANSWER_TIMEOUT_MS = 20_000;
const EVENTS_KEPT = 2000;

export type NewEvent = { type: string; object: object };

/** Records what happened and plans its sending, in the order given or, if the faults say so, reversed. */
export function emit(world: World, events: NewEvent[], idempotencyKey: string | null = null): void {
  const state = world.file.value;
  const { current } = world.faults;
  const made = events.map(({ type, object }) => newEvent(type, object, idempotencyKey));
  for (const event of made) state.events.push({ event, isDelivered: false });
  state.events.splice(0, Math.max(0, state.events.length - EVENTS_KEPT));
  if (world.webhookUrl === null) return;
  const atMs = Date.now() + current.webhookDelayMs;
  for (const { id } of current.webhookReorder ? made.toReversed() : made) {
    if (world.faults.chance('webhookLossRate')) continue;
    const delivery: Delivery = { eventId: id, atMs, attempt: 0, isForged: false };
    if (current.webhookForged) state.deliveries.push({ ...delivery, isForged: true });
    for (let copy = 0; copy < current.webhookCopies; copy += 1) {
      state.deliveries.push({ ...delivery });
    }
  }
}

function newEvent(type: string, object: object, idempotencyKey: string | null): Stripe.Event {
  // The types list one member for each kind of event; this is any of them.
  return {
    id: stripeId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: nowSeconds(),
    data: { object: structuredClone(object) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: stripeId('req', 14), idempotency_key: idempotencyKey },
    type,
  } as unknown as Stripe.Event;
}

/** Sends what is due, one after the other, so that the order on the wire is the planned one. */
export async function deliverDue(world: World): Promise<void> {
  const state = world.file.value;
  while (!world.stopping.aborted) {
    const delivery = state.deliveries.find(({ atMs }) => atMs <= Date.now());
    if (!delivery) return;
    await deliver(world, delivery);
    await world.file.save();
  }
}

async function deliver(world: World, delivery: Delivery): Promise<void> {
  const state = world.file.value;
  const record = state.events.find(({ event }) => event.id === delivery.eventId);
  const isTaken = record ? await post(world, record.event, delivery.isForged) : true;
  if (record && isTaken && !delivery.isForged) record.isDelivered = true;
  const waitMs = RETRY_DELAYS_MS[delivery.attempt];
  if (isTaken || delivery.isForged || waitMs === undefined) {
    state.deliveries.splice(state.deliveries.indexOf(delivery), 1);
    return;
  }
  delivery.attempt += 1;
  delivery.atMs = Date.now() + waitMs;
}

async function post(world: World, event: Stripe.Event, isForged: boolean): Promise<boolean> {
  if (world.webhookUrl === null) return true;
  const sent = isForged ? forge(event) : event;
  const body = JSON.stringify(sent, null, 2);
  const secret = isForged ? 'whsec_somebody_else' : SANDBOX_STRIPE_WEBHOOK_SECRET;
  try {
    const answer = await fetch(world.webhookUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'stripe-signature': signatureHeader(body, secret, nowSeconds()),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([world.stopping, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
    });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    // Nobody listens, or the answer did not come in time: tried again later, as Stripe does.
    return false;
  }
}

/** Another event than the real one, as an attacker would send it: same shape, wrong money. */
function forge(event: Stripe.Event): object {
  const object = structuredClone(event.data.object) as object as Record<string, unknown>;
  if (typeof object.amount_total === 'number') object.amount_total += 100_000;
  if ('payment_status' in object) object.payment_status = 'paid';
  return { ...event, id: stripeId('evt'), data: { object } };
}

/** "t=…,v1=…" over the exact bytes of the body. */
export function signatureHeader(body: string, secret: string, atSeconds: number): string {
  const signature = createHmac('sha256', secret).update(`${atSeconds}.${body}`).digest('hex');
  return `t=${atSeconds},v1=${signature}`;
}

/** GET /v1/events: newest first. */
export function listEvents(world: World, query: URLSearchParams): object {
  const limit = Math.min(100, Math.max(1, Number(query.get('limit') ?? 10) || 10));
  const type = query.get('type');
  const delivered = query.get('delivery_success');
  const after = query.get('starting_after');
  const matching = world.file.value.events
    .toReversed()
    .filter(({ event }) => type === null || event.type === type)
    .filter(({ isDelivered }) => delivered === null || isDelivered === (delivered === 'true'))
    .map(({ event }) => event);
  const from = after === null ? 0 : matching.findIndex(({ id }) => id === after) + 1;
  const data = matching.slice(from, from + limit);
  return { object: 'list', url: '/v1/events', has_more: from + limit < matching.length, data };
}
