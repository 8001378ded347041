import { type Exchange, jsonReply, type Reply } from '../exchange';
import { SANDBOX_PRODIGI_KEY } from '../keys';
import { changed } from './progress';
import { type ProdigiOrder, type ProdigiWorld, prodigiId } from './world';

type Failures = Record<string, { code: string }[]>;

const SHIPPING = ['Budget', 'Standard', 'StandardPlus', 'Express', 'Overnight'];
const SIZING = ['fillPrintArea', 'fitPrintArea', 'stretchToPrintArea'];

/** Answers one call below /prodigi/v4.0 in Prodigi's words; paths are read without regard to case, as there. */
export async function prodigiApiReply(world: ProdigiWorld, exchange: Exchange): Promise<Reply> {
  const { method, url, headers } = exchange;
  if (headers['x-api-key'] !== SANDBOX_PRODIGI_KEY) {
    return jsonReply(401, { outcome: 'NotAuthenticated', traceParent: null });
  }
  const [, , , resource = '', id = '', ...action] = url.pathname.split('/');
  const call = `${method} ${resource.toLowerCase()} ${action.join('/').toLowerCase()}`.trim();
  if (call === 'POST orders' && id === '') {
    world.submits += 1;
    if (world.faults.spend('prodigiErrorCount')) return broken();
    const reply = await create(world, exchange.body);
    return world.faults.spend('prodigiDropCount') ? { ...reply, fate: 'cut' } : reply;
  }
  if (world.faults.spend('prodigiErrorCount')) return broken();
  const order = Object.hasOwn(world.file.value.orders, id)
    ? world.file.value.orders[id]?.order
    : undefined;
  if (!order) return jsonReply(404, { outcome: 'NotFound', traceParent: null });
  if (call === 'GET orders') return jsonReply(200, { outcome: 'Ok', order });
  if (call === 'POST orders actions/cancel') return cancel(world, order);
  return jsonReply(404, { outcome: 'NotFound', traceParent: null });
}

function broken(): Reply {
  return jsonReply(500, { outcome: 'InternalServerError', traceParent: null });
}

async function cancel(world: ProdigiWorld, order: ProdigiOrder): Promise<Reply> {
  const isTooLate =
    order.status.stage !== 'InProgress' || order.status.details.inProduction !== 'NotStarted';
  if (isTooLate) return jsonReply(200, { outcome: 'ActionNotAvailable', order });
  order.status.stage = 'Cancelled';
  await changed(world, order);
  return jsonReply(200, { outcome: 'Cancelled', order });
}

async function create(world: ProdigiWorld, body: string): Promise<Reply> {
  const request = parse(body);
  if (!request) return refusal({ body: [{ code: 'InvalidJson' }] });
  const { keys, orders } = world.file.value;
  const key = textOf(request.idempotencyKey);
  const known = key !== null && Object.hasOwn(keys, key) ? orders[keys[key] ?? '']?.order : null;
  if (known) return jsonReply(200, { outcome: 'AlreadyExists', order: known });
  const failures = problemsOf(request);
  if (Object.keys(failures).length > 0) return refusal(failures);
  const at = new Date().toISOString();
  const order: ProdigiOrder = {
    id: prodigiId(world, 'ord'),
    created: at,
    lastUpdated: at,
    callbackUrl: textOf(request.callbackUrl),
    merchantReference: textOf(request.merchantReference),
    shippingMethod: String(request.shippingMethod),
    idempotencyKey: key,
    status: {
      stage: 'InProgress',
      issues: [],
      details: {
        downloadAssets: 'NotStarted',
        printReadyAssetsPrepared: 'NotStarted',
        allocateProductionLocation: 'NotStarted',
        inProduction: 'NotStarted',
        shipping: 'NotStarted',
      },
    },
    charges: [],
    shipments: [],
    recipient: request.recipient,
    items: listOf(request.items).map((item) => ({
      id: prodigiId(world, 'ori'),
      merchantReference: textOf(item.merchantReference),
      sku: String(item.sku),
      copies: Number(item.copies),
      sizing: String(item.sizing),
      assets: listOf(item.assets).map((asset) => ({
        id: prodigiId(world, 'ast'),
        printArea: String(asset.printArea),
        url: String(asset.url),
        pageCount: typeof asset.pageCount === 'number' ? asset.pageCount : null,
      })),
    })),
  };
  orders[order.id] = { order, stepAtMs: Date.now() };
  if (key !== null) keys[key] = order.id;
  await world.file.save();
  return jsonReply(200, { outcome: 'Created', order });
}

function problemsOf(request: Record<string, unknown>): Failures {
  const failures: Failures = {};
  const demand = (holds: boolean, field: string, code: string) => {
    if (!holds) failures[field] = [{ code }];
  };
  demand(SHIPPING.includes(String(request.shippingMethod)), 'shippingMethod', 'Invalid');
  const recipient = objectOf(request.recipient);
  const address = objectOf(recipient.address);
  demand(textOf(recipient.name) !== null, 'recipient.name', 'Required');
  for (const field of ['line1', 'townOrCity', 'postalOrZipCode', 'countryCode']) {
    demand(textOf(address[field]) !== null, `recipient.address.${field}`, 'Required');
  }
  const items = listOf(request.items);
  demand(items.length > 0, 'items', 'Required');
  for (const [index, item] of items.entries()) {
    const at = `items[${index}]`;
    demand(/^[A-Z0-9][A-Z0-9-]+$/.test(String(item.sku)), `${at}.sku`, 'SkuNotFound');
    demand(Number.isInteger(item.copies) && Number(item.copies) > 0, `${at}.copies`, 'Invalid');
    demand(SIZING.includes(String(item.sizing)), `${at}.sizing`, 'Invalid');
    const assets = listOf(item.assets);
    demand(assets.length > 0, `${at}.assets`, 'Required');
    demand(
      assets.every(({ url }) => URL.canParse(String(url))),
      `${at}.assets.url`,
      'Invalid',
    );
  }
  return failures;
}

function refusal(failures: Failures): Reply {
  return jsonReply(400, { outcome: 'ValidationFailed', failures, traceParent: null });
}

function parse(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.map(objectOf) : [];
