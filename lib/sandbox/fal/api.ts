import { randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Exchange, jsonReply, type Reply } from '../exchange';
import { SANDBOX_FAL_KEY } from '../keys';
import { announceUpload, fileReply, fileUrl, removeFiles, takeUpload } from './files';
import { isEndpoint } from './inputs';
import { requestsJson, requestsPage } from './requests-page';
import { startDueRequests, waitingRequests } from './run-requests';
import { publicKeys } from './webhooks';
import {
  complain,
  type FalAnswer,
  FalRefusal,
  type FalRequest,
  type FalWorld,
  findRequest,
  isNear,
  pause,
} from './world';

/** How long an answer waits for its own webhook when it is told to come after it. */
const LATE_MAX_MS = 20_000;

const LifecycleSchema = z.object({ expiration_duration_seconds: z.number().positive().nullish() });
const UploadSchema = z.object({ content_type: z.string(), file_name: z.string() });

/** Answers one call below /fal in fal's words; null when there is no such page. */
export async function falReply(world: FalWorld, exchange: Exchange): Promise<Reply | null> {
  const { method, url } = exchange;
  const { pathname } = url;
  if (method === 'GET' && pathname === '/fal') return requestsPage(world);
  if (method === 'GET' && pathname === '/fal.json') return requestsJson(world);
  if (method === 'GET' && pathname.startsWith('/fal/files/')) return fileReply(world, exchange);
  if (method === 'PUT' && pathname.startsWith('/fal/uploads/')) return takeUpload(world, exchange);
  const [, service, path] = /^\/fal\/(queue|rest|api)\/(.+)$/.exec(pathname) ?? [];
  if (!service || !path) return null;
  try {
    if (service === 'queue') return await queueReply(world, exchange, path);
    if (world.faults.spend('falReadErrorCount')) throw new FalRefusal(500, 'Internal Server Error');
    return service === 'rest'
      ? await restReply(world, exchange, path)
      : await platformReply(world, exchange, path);
  } catch (error) {
    if (!(error instanceof FalRefusal)) throw error;
    return replyOf(error.answer);
  }
}

async function queueReply(world: FalWorld, exchange: Exchange, path: string): Promise<Reply> {
  const isSubmit = exchange.method === 'POST';
  if (isSubmit) world.submits.set(path, (world.submits.get(path) ?? 0) + 1);
  requireKey(world, exchange);
  if (isSubmit) return submit(world, exchange, path);
  if (world.faults.spend('falReadErrorCount')) throw new FalRefusal(500, 'Internal Server Error');
  const parts = /^([^/]+\/[^/]+)\/requests\/([^/]+)(\/status|\/cancel)?$/.exec(path);
  const [, app = '', id = '', action = ''] = parts ?? [];
  const call = `${exchange.method} ${action}`;
  if (!['GET /status', 'GET ', 'PUT /cancel'].includes(call)) {
    throw new FalRefusal(405, 'Method Not Allowed');
  }
  const request = findRequest(world, id);
  const isKnown = request !== null && appOf(request.endpoint) === app;
  if (call === 'PUT /cancel') {
    return isKnown ? cancel(world, request) : jsonReply(404, { status: 'NOT_FOUND' });
  }
  if (!isKnown) throw new FalRefusal(404, 'Request not found');
  return call === 'GET /status' ? statusReply(world, exchange, request) : resultReply(request);
}

async function submit(world: FalWorld, exchange: Exchange, endpoint: string): Promise<Reply> {
  const { faults } = world;
  if (faults.spend('falSubmitErrorCount')) {
    throw new FalRefusal(faults.current.falSubmitErrorStatus, 'The sandbox was told to fail.');
  }
  if (!isEndpoint(endpoint)) throw new FalRefusal(404, `Application "${endpoint}" not found`);
  const input = jsonOf(exchange);
  const webhookUrl = exchange.url.searchParams.get('fal_webhook');
  if (webhookUrl !== null && !isNear(world, webhookUrl)) {
    throw new FalRefusal(422, 'The sandbox calls nobody but this computer (fal_webhook).');
  }
  const request: FalRequest = {
    id: randomUUID(),
    gatewayId: randomUUID(),
    endpoint,
    input,
    webhookUrl,
    status: 'IN_QUEUE',
    createdMs: Date.now(),
    startedMs: null,
    endedMs: null,
    logs: [],
    answer: null,
    isGone: false,
    files: [],
    fileSeconds: fileSecondsOf(exchange, 'x-fal-object-lifecycle-preference'),
  };
  world.file.value.requests[request.id] = request;
  const reply = jsonReply(200, {
    status: 'IN_QUEUE',
    gateway_request_id: request.gatewayId,
    ...facts(world, request),
    logs: null,
    metrics: {},
  });
  await world.file.save();
  startDueRequests(world);
  if (faults.spend('falSubmitDropCount')) return { ...reply, fate: 'cut' };
  if (faults.spend('falSubmitHangCount')) return { ...reply, fate: 'silence' };
  if (faults.spend('falSubmitLateCount')) await untilReported(world, request);
  return reply;
}

async function untilReported(world: FalWorld, { id }: FalRequest): Promise<void> {
  const endMs = Date.now() + LATE_MAX_MS;
  const isOpen = () =>
    findRequest(world, id)?.status !== 'COMPLETED' ||
    world.file.value.deliveries.some(({ requestId }) => requestId === id);
  while (isOpen() && Date.now() < endMs && !world.stopping.aborted) await pause(10, world.stopping);
}

/** IN_QUEUE and IN_PROGRESS are 202; COMPLETED is 200, of a request that failed too: its result says so. */
function statusReply(world: FalWorld, exchange: Exchange, request: FalRequest): Reply {
  const { status, answer } = request;
  const logs = exchange.url.searchParams.get('logs') === '1' ? request.logs : null;
  if (status === 'IN_QUEUE') return jsonReply(202, { status, ...facts(world, request) });
  if (status === 'IN_PROGRESS') return jsonReply(202, { status, ...facts(world, request), logs });
  const tookMs = Number(request.endedMs) - Number(request.startedMs);
  const isFine = answer !== null && answer.status < 300;
  return jsonReply(200, {
    status,
    ...facts(world, request),
    logs,
    metrics: { inference_time: tookMs / 1000 },
    ...(isFine ? {} : { error: `Invalid status code: ${answer?.status}`, error_type: 'model' }),
  });
}

function resultReply(request: FalRequest): Reply {
  const { answer } = request;
  if (answer === null) throw new FalRefusal(400, 'Request is still in progress');
  if (request.isGone) throw new FalRefusal(404, 'Request not found');
  const reply = replyOf(answer);
  return { ...reply, headers: { ...reply.headers, 'x-fal-request-id': request.id } };
}

/** Out of the queue it is gone for good; a running one is told, and these models do not listen. */
async function cancel(world: FalWorld, request: FalRequest): Promise<Reply> {
  if (request.status === 'COMPLETED') return jsonReply(400, { status: 'ALREADY_COMPLETED' });
  if (request.status === 'IN_QUEUE') delete world.file.value.requests[request.id];
  await world.file.save();
  return jsonReply(202, { status: 'CANCELLATION_REQUESTED' });
}

async function restReply(world: FalWorld, exchange: Exchange, path: string): Promise<Reply> {
  const { method } = exchange;
  if (method === 'GET' && path === '.well-known/jwks.json') {
    return jsonReply(200, publicKeys(world), { 'cache-control': 'max-age=86400' });
  }
  requireKey(world, exchange);
  if (method === 'POST' && path === 'storage/upload/initiate') {
    const wish = UploadSchema.safeParse(jsonOf(exchange));
    if (!wish.success) throw complain('missing', ['file_name'], 'Field required');
    const seconds = fileSecondsOf(exchange, 'x-fal-object-lifecycle');
    const addresses = announceUpload(world, wish.data.file_name, seconds);
    await world.file.save();
    return jsonReply(200, addresses);
  }
  throw new FalRefusal(404, 'Not Found');
}

/** The part at api.fal.ai. */
async function platformReply(world: FalWorld, exchange: Exchange, path: string): Promise<Reply> {
  requireKey(world, exchange);
  const [, id] = /^v1\/models\/requests\/([^/]+)\/payloads$/.exec(path) ?? [];
  if (exchange.method === 'DELETE' && id) return erase(world, id);
  throw new FalRefusal(404, 'Not Found');
}

/** Deletes what went in, what came out and the files that were made. */
async function erase(world: FalWorld, id: string): Promise<Reply> {
  const request = findRequest(world, id);
  if (!request || request.isGone) throw new FalRefusal(404, 'Request not found');
  const links = request.files.map((name) => fileUrl(world, name));
  await removeFiles(world, request.files);
  request.input = {};
  request.files = [];
  request.logs = [];
  if (request.answer) request.answer = { status: request.answer.status, body: null };
  request.isGone = true;
  if (request.status === 'IN_QUEUE') delete world.file.value.requests[id];
  await world.file.save();
  return jsonReply(200, {
    cdn_delete_results: links.map((link) => ({ link, exception: null })),
  });
}

function requireKey(world: FalWorld, { headers }: Exchange): void {
  const given = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(`Key ${SANDBOX_FAL_KEY}`);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new FalRefusal(401, 'No user found for Key ID and Secret');
  }
  if (!world.faults.current.falLocked) return;
  throw new FalRefusal(
    403,
    'User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.',
  );
}

function jsonOf(exchange: Exchange): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(exchange.body));
  } catch {
    throw complain('value_error', [], 'The body is not a JSON object.');
  }
}

/** Where a request is asked about: only the owner and the first part of the endpoint. */
function appOf(endpoint: string): string {
  return endpoint.split('/').slice(0, 2).join('/');
}

function facts(world: FalWorld, request: FalRequest): object {
  const url = `${world.baseUrl}/fal/queue/${appOf(request.endpoint)}/requests/${request.id}`;
  const isWaiting = request.status === 'IN_QUEUE';
  return {
    request_id: request.id,
    response_url: url,
    status_url: `${url}/status`,
    cancel_url: `${url}/cancel`,
    ...(isWaiting ? { queue_position: waitingRequests(world).indexOf(request) } : {}),
  };
}

/** Seconds that files are to be kept, by a header; null is for ever. */
function fileSecondsOf({ headers }: Exchange, name: string): number | null {
  const wish = headers[name];
  if (typeof wish !== 'string') return null;
  try {
    return LifecycleSchema.parse(JSON.parse(wish)).expiration_duration_seconds ?? null;
  } catch {
    throw new FalRefusal(422, `${name} cannot be read.`);
  }
}

function replyOf({ status, body, headers }: FalAnswer): Reply {
  return jsonReply(status, body, headers);
}
