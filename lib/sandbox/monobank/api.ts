import { timingSafeEqual } from 'node:crypto';
import { type Exchange, jsonReply, type Reply } from '../exchange';
import { SANDBOX_MONOBANK_TOKEN } from '../keys';
import {
  cancelInvoice,
  createInvoice,
  findInvoice,
  finishCancel,
  finishPayment,
  invoiceView,
  listFiscalChecks,
  listStatement,
  removeInvoice,
} from './invoices';
import { monobankPage } from './pages';
import { deliverDue, publicKeyText } from './webhooks';
import { MonobankNo, type MonobankWorld } from './world';

const TICK_MS = 20;

/** Answers a call below /monobank: the bank's API, its pay pages, and the stand-in's own list. */
export async function monobankReply(
  world: MonobankWorld,
  exchange: Exchange,
): Promise<Reply | null> {
  const path = exchange.url.pathname.replace(/^\/monobank/, '');
  if (!path.startsWith('/api/')) return monobankPage(world, exchange, path);
  const { latencyMs } = world.faults.current;
  if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
  try {
    requireToken(exchange);
    refuseAsTold(world);
    const reply = jsonReply(200, route(world, exchange, path));
    if (exchange.method === 'POST') await world.file.save();
    if (world.faults.spend('dropCount')) return { ...reply, fate: 'cut' };
    if (world.faults.spend('hangCount')) return { ...reply, fate: 'silence' };
    return reply;
  } catch (error) {
    if (!(error instanceof MonobankNo)) throw error;
    return jsonReply(error.status, { errCode: error.errCode, errText: error.message });
  }
}

function requireToken({ headers }: Exchange): void {
  const given = Buffer.from(String(headers['x-token'] ?? ''));
  const wanted = Buffer.from(SANDBOX_MONOBANK_TOKEN);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  throw new MonobankNo(403, 'FORBIDDEN', 'forbidden');
}

function refuseAsTold({ faults }: MonobankWorld): void {
  if (faults.spend('monobankBusyCount')) throw new MonobankNo(429, 'TMR', 'too many requests');
  if (faults.spend('errorCount') || faults.chance('errorRate')) {
    throw new MonobankNo(500, 'INTERNAL_ERROR', 'internal server error');
  }
}

const METHODS: Record<string, 'GET' | 'POST' | undefined> = {
  'invoice/create': 'POST',
  'invoice/status': 'GET',
  'invoice/cancel': 'POST',
  'invoice/remove': 'POST',
  'invoice/fiscal-checks': 'GET',
  statement: 'GET',
  pubkey: 'GET',
};

function route(world: MonobankWorld, { method, url, body }: Exchange, path: string): object {
  const call = path.replace(/^\/api\/merchant\//, '');
  const wanted = Object.hasOwn(METHODS, call) ? METHODS[call] : undefined;
  if (!wanted) throw new MonobankNo(404, 'NOT_FOUND', 'not found');
  if (method !== wanted) throw new MonobankNo(405, 'METHOD_NOT_ALLOWED', 'method not allowed');
  const named = () => findInvoice(world, url.searchParams.get('invoiceId') ?? '');
  switch (call) {
    case 'invoice/create':
      return createInvoice(world, parseJson(body));
    case 'invoice/status':
      return invoiceView(named());
    case 'invoice/cancel':
      return cancelInvoice(world, parseJson(body));
    case 'invoice/remove':
      return removeInvoice(world, parseJson(body));
    case 'invoice/fiscal-checks':
      return listFiscalChecks(named());
    case 'statement':
      return listStatement(world, url.searchParams);
    default:
      return { key: publicKeyText(world) };
  }
}

/** @throws MonobankNo 400 */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MonobankNo(400, 'BAD_REQUEST', 'the body is not JSON');
  }
}

export function isMonobankBusy({ file }: MonobankWorld): boolean {
  return file.value.deliveries.length > 0 || file.value.laters.length > 0;
}

/** Ends what is due and sends the webhooks, one round after the other, until the sandbox stops. */
export async function startMonobank(world: MonobankWorld, sandboxUrl: string): Promise<void> {
  world.baseUrl = `${sandboxUrl}/monobank`;
  while (!world.stopping.aborted) {
    try {
      await round(world);
    } catch (error) {
      process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : error}\n`);
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  await world.file.save();
}

async function round(world: MonobankWorld): Promise<void> {
  const { laters } = world.file.value;
  const due = laters.filter(({ atMs }) => atMs <= Date.now());
  for (const later of due) {
    if (later.kind === 'payment') finishPayment(world, later);
    else finishCancel(world, later);
    laters.splice(laters.indexOf(later), 1);
  }
  if (due.length > 0) await world.file.save();
  await deliverDue(world);
}
