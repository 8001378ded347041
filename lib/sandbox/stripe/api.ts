import { createHash, timingSafeEqual } from 'node:crypto';
import { type Exchange, jsonReply, type Reply } from '../exchange';
import { SANDBOX_STRIPE_KEY } from '../keys';
import { withSource } from './balance';
import { findDispute, listDisputes } from './disputes';
import { listEvents } from './events';
import { FormError, type FormObject, parseForm } from './form';
import { listPage } from './lists';
import { createRefund, findRefund, listRefunds } from './refunds';
import { createSession, expireSession, findSession, listSessions } from './sessions';
import { API_VERSION, invalid, notFound, StripeRefusal, stripeId, type World } from './world';

/** How long the real service keeps a reply at least. */
const REPLY_AGE_MAX_MS = 24 * 60 * 60 * 1000;
const KEY_LENGTH_MAX = 255;

/** Replies being made, by key: the same key a second time meanwhile is a conflict. */
const running = new Set<string>();

/** Answers one call below /v1 in Stripe's words. */
export async function stripeReply(world: World, exchange: Exchange): Promise<Reply> {
  const requestId = stripeId('req', 14);
  const headers = { 'request-id': requestId, 'stripe-version': API_VERSION };
  try {
    requireKey(exchange);
    if (world.faults.spend('errorCount') || world.faults.chance('errorRate')) {
      throw new StripeRefusal(500, { type: 'api_error', message: 'The sandbox was told to fail.' });
    }
    const reply = await answer(world, exchange);
    return { ...reply, headers: { ...reply.headers, ...headers } };
  } catch (error) {
    const refusal = error instanceof FormError ? invalid(error.message) : error;
    if (!(refusal instanceof StripeRefusal)) throw error;
    return jsonReply(refusal.status, { error: refusal.error }, headers);
  }
}

function requireKey({ headers }: Exchange): void {
  const given = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${SANDBOX_STRIPE_KEY}`);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  const message = given.length > 0 ? 'Invalid API Key provided' : 'You did not provide an API key.';
  throw new StripeRefusal(401, { type: 'invalid_request_error', message });
}

async function answer(world: World, exchange: Exchange): Promise<Reply> {
  const key = exchange.headers['idempotency-key'];
  if (exchange.method !== 'POST' || typeof key !== 'string') {
    const reply = jsonReply(200, route(world, exchange, null));
    await world.file.save();
    return reply;
  }
  if (key.length > KEY_LENGTH_MAX) {
    throw invalid(`Idempotency keys must not exceed ${KEY_LENGTH_MAX} characters.`);
  }
  return answerOnce(world, exchange, key);
}

/** Same key and same parameters, same reply; what was refused as invalid is not kept, as with the real service. */
async function answerOnce(world: World, exchange: Exchange, key: string): Promise<Reply> {
  const { replies } = world.file.value;
  const fingerprint = createHash('sha256')
    .update(`${exchange.method} ${exchange.url.pathname}\n${exchange.body}`)
    .digest('hex');
  const known = Object.hasOwn(replies, key) ? replies[key] : undefined;
  if (known && Date.now() - known.atMs < REPLY_AGE_MAX_MS) {
    if (known.fingerprint !== fingerprint) {
      throw new StripeRefusal(400, {
        type: 'idempotency_error',
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      });
    }
    return {
      status: known.status,
      headers: { 'content-type': 'application/json', 'idempotent-replayed': 'true' },
      body: known.body,
    };
  }
  if (running.has(key)) {
    throw new StripeRefusal(409, {
      type: 'idempotency_error',
      code: 'idempotency_key_in_use',
      message: 'There is currently another in-progress request using this Idempotent Key.',
    });
  }
  running.add(key);
  try {
    const reply = jsonReply(200, route(world, exchange, key));
    replies[key] = {
      fingerprint,
      status: reply.status,
      body: String(reply.body),
      atMs: Date.now(),
    };
    await world.file.save();
    return reply;
  } finally {
    running.delete(key);
  }
}

function route(world: World, exchange: Exchange, key: string | null): object {
  const { method, url } = exchange;
  const [, , resource = '', ...path] = url.pathname.split('/');
  const call = `${method} ${resource} ${path.length}`;
  const [first = '', second = '', third = ''] = path;
  const form = (): FormObject => parseForm(exchange.body);
  switch (call) {
    case 'POST checkout 1':
      if (first === 'sessions') return createSession(world, form());
      break;
    case 'GET checkout 1':
      if (first === 'sessions') return listSessions(world, url.searchParams);
      break;
    case 'GET balance_transactions 0':
      return listBalance(world, url.searchParams);
    case 'GET disputes 0':
      return listDisputes(world, url.searchParams);
    case 'GET disputes 1':
      return findDispute(world, first);
    case 'GET checkout 2':
      if (first === 'sessions') return showSession(world, second, url.searchParams);
      break;
    case 'POST checkout 3':
      if (first === 'sessions' && third === 'expire') return expireSession(world, second);
      break;
    case 'GET checkout 3':
      if (first === 'sessions' && third === 'line_items') return listLineItems(world, second);
      break;
    case 'POST refunds 0':
      return createRefund(world, form(), key);
    case 'GET refunds 0':
      return listRefunds(world, url.searchParams);
    case 'GET refunds 1':
      return findRefund(world, first);
    case 'GET payment_intents 1':
      return findIntent(world, first);
    case 'GET events 0':
      return listEvents(world, url.searchParams);
    case 'GET events 1':
      return findEvent(world, first);
  }
  throw new StripeRefusal(404, {
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${url.pathname}).`,
  });
}

/** GET /v1/balance_transactions: newest first; expand[]=data.source shows the charge or refund of each line. */
function listBalance(world: World, query: URLSearchParams): object {
  const type = query.get('type');
  const rows = Object.values(world.file.value.balance).filter(
    (row) => type === null || row.type === type,
  );
  const page = listPage(rows, query, {
    url: '/v1/balance_transactions',
    object: 'balance_transaction',
    filters: ['type'],
  });
  const isExpanded = [...query].some(
    ([name, value]) => name.startsWith('expand') && value === 'data.source',
  );
  return isExpanded ? { ...page, data: page.data.map((row) => withSource(world, row)) } : page;
}

/** With expand[]=payment_intent… and expand[]=line_items the parts are put in place of their ids. */
function showSession(world: World, id: string, query: URLSearchParams): object {
  const { session } = findSession(world, id);
  const shown: Record<string, unknown> = { ...session };
  for (const [name, field] of query) {
    if (!/^expand\[\d*\]$/.test(name)) continue;
    if (/^payment_intent(\.latest_charge(\.balance_transaction)?)?$/.test(field)) {
      shown.payment_intent = session.payment_intent
        ? expandedIntent(world, String(session.payment_intent), field)
        : null;
    } else if (field === 'line_items') {
      shown.line_items = listLineItems(world, id);
    } else {
      throw invalid(`This property cannot be expanded (${field}).`, { param: 'expand' });
    }
  }
  return shown;
}

/** @param field how deep: "payment_intent.latest_charge.balance_transaction" shows all three */
function expandedIntent(world: World, id: string, field: string): object {
  const { charges, balance } = world.file.value;
  const intent = findIntent(world, id) as { latest_charge: unknown };
  const charge = charges[String(intent.latest_charge)];
  if (!field.includes('latest_charge') || !charge) return intent;
  const books = balance[String(charge.balance_transaction)] ?? null;
  const shown = field.includes('balance_transaction')
    ? { ...charge, balance_transaction: books }
    : charge;
  return { ...intent, latest_charge: shown };
}

function listLineItems(world: World, id: string): object {
  const { lineItems } = findSession(world, id);
  const url = `/v1/checkout/sessions/${id}/line_items`;
  return { object: 'list', url, has_more: false, data: lineItems };
}

function findIntent(world: World, id: string): object {
  const { intents } = world.file.value;
  const intent = Object.hasOwn(intents, id) ? intents[id] : undefined;
  if (!intent) throw notFound('payment_intent', id);
  return intent;
}

function findEvent(world: World, id: string): object {
  const found = world.file.value.events.find(({ event }) => event.id === id);
  if (!found) throw notFound('event', id);
  return found.event;
}
