import { removeFiles } from './files';
import { INPUTS, isEndpoint } from './inputs';
import { isPainter, isTrainer, makeOutput, policyRefusal, usualMs } from './make';
import { planWebhook } from './webhooks';
import {
  complain,
  type FalAnswer,
  FalRefusal,
  type FalRequest,
  type FalWorld,
  paced,
  pause,
} from './world';

/** What a new account may run at once; the rest waits its turn. */
const RUNNING_MAX = 2;
const QUEUE_MS = 300;
const PROGRESS_LINES = 20;
/** Ended requests that are kept, whatever their age. */
const ENDED_KEPT = 500;
const ENDED_KEPT_MS = 10 * 60 * 1000;

/** Requests in the queue, first come first served. */
export function waitingRequests(world: FalWorld): FalRequest[] {
  return Object.values(world.file.value.requests).filter(({ status }) => status === 'IN_QUEUE');
}

/** What was running when the sandbox ended begins again. */
export function resumeRequests(world: FalWorld): void {
  for (const request of Object.values(world.file.value.requests)) {
    if (request.status === 'IN_PROGRESS') begin(world, request);
  }
}

/** Starts what has waited long enough while there is room. Called often; does nothing when nothing is due. */
export function startDueRequests(world: FalWorld): void {
  if (world.stopping.aborted || world.running.size >= RUNNING_MAX) return;
  const delayMs = paced(world, QUEUE_MS);
  for (const request of waitingRequests(world)) {
    if (world.running.size >= RUNNING_MAX) return;
    if (request.createdMs + delayMs > Date.now()) return;
    begin(world, request);
  }
}

function begin(world: FalWorld, request: FalRequest): void {
  request.status = 'IN_PROGRESS';
  request.startedMs = Date.now();
  request.logs = [];
  if (world.faults.spend('falStuckCount')) {
    log(request, 'Loading the model');
    return;
  }
  const work = run(world, request)
    .catch((error: unknown) => {
      process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : error}\n`);
    })
    .finally(() => {
      world.running.delete(request.id);
      startDueRequests(world);
    });
  world.running.set(request.id, work);
}

async function run(world: FalWorld, request: FalRequest): Promise<void> {
  // Left over from a start that was cut off.
  await removeFiles(world, request.files);
  request.files = [];
  const [answer] = await Promise.all([answerOf(world, request), showProgress(world, request)]);
  // Stopped half-way: it stands as running, and begins again at the next start.
  if (world.stopping.aborted) return;
  const isErased = request.isGone;
  request.answer = isErased ? { status: answer.status, body: null } : answer;
  if (isErased) request.logs = [];
  request.status = 'COMPLETED';
  request.endedMs = Date.now();
  request.isGone ||= world.faults.spend('falResultGoneCount');
  planWebhook(world, request);
  if (request.isGone) await removeFiles(world, request.files);
  await forgetOldRequests(world);
  world.isChanged = true;
}

async function answerOf(world: FalWorld, request: FalRequest): Promise<FalAnswer> {
  try {
    await misbehave(world, request);
    const isUnsafe = isPainter(request.endpoint) && world.faults.spend('falUnsafeCount');
    const isBlack = isPainter(request.endpoint) && world.faults.spend('falBlackCount');
    return { status: 200, body: await makeOutput(world, request, { isUnsafe, isBlack }) };
  } catch (error) {
    if (error instanceof FalRefusal) {
      log(request, error.message, 'ERROR');
      return error.answer;
    }
    if (!world.stopping.aborted) {
      process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : error}\n`);
    }
    return broken().answer;
  }
}

/** @throws FalRefusal when a fault is planned for this request */
async function misbehave(world: FalWorld, request: FalRequest): Promise<void> {
  const { faults } = world;
  const { endpoint, input } = request;
  if (faults.spend('falBreakCount')) throw broken();
  if (faults.spend('falBlockedCount')) throw policyRefusal(input.prompt);
  if (faults.spend('falInvalidCount')) {
    throw complain(faults.current.falInvalidType, ['prompt'], 'The sandbox was told to refuse it.');
  }
  if (isTrainer(endpoint) && faults.spend('falTrainingBreakCount')) {
    await pause(paced(world, usualMs(endpoint)) / 2, world.stopping);
    throw broken();
  }
  if (faults.current.falPartial && isPainter(endpoint)) {
    world.partialCount += 1;
    if (world.partialCount % 2 === 0) throw broken();
  }
}

function broken(): FalRefusal {
  return new FalRefusal(500, [
    { loc: ['body'], msg: 'Internal server error', type: 'internal_server_error' },
  ]);
}

/** Takes as long as such a request takes; trainings tell how far they are, like the real ones, in lines of a log. */
async function showProgress(world: FalWorld, request: FalRequest): Promise<void> {
  const totalMs = paced(world, usualMs(request.endpoint));
  if (!isTrainer(request.endpoint)) return pause(totalMs, world.stopping);
  const steps = stepsOf(request);
  log(request, 'Downloading and reading the training data');
  for (let line = 1; line <= PROGRESS_LINES; line += 1) {
    await pause(totalMs / PROGRESS_LINES, world.stopping);
    if (world.stopping.aborted) return;
    log(request, progressLine(line / PROGRESS_LINES, steps, totalMs / 1000));
  }
}

function stepsOf({ endpoint, input }: FalRequest): number {
  const checked = isEndpoint(endpoint) ? INPUTS[endpoint].safeParse(input).data : undefined;
  return checked && 'steps' in checked ? checked.steps : 0;
}

/** " 45%|████▌     | 450/1000 [00:04<00:05, 112.50it/s]", the way trainers write it. */
function progressLine(share: number, steps: number, totalSeconds: number): string {
  const bar = '█'.repeat(Math.floor(share * 10)).padEnd(10);
  const clock = (seconds: number) =>
    `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
  const percent = String(Math.round(share * 100)).padStart(3);
  const times = `${clock(totalSeconds * share)}<${clock(totalSeconds * (1 - share))}`;
  const rate = totalSeconds > 0 ? (steps / totalSeconds).toFixed(2) : '?';
  return `${percent}%|${bar}| ${Math.round(steps * share)}/${steps} [${times}, ${rate}it/s]`;
}

function log(request: FalRequest, message: string, level: 'INFO' | 'ERROR' = 'INFO'): void {
  request.logs.push({ message, timestamp: new Date().toISOString(), level, source: 'USER' });
}

async function forgetOldRequests(world: FalWorld): Promise<void> {
  const { requests, deliveries } = world.file.value;
  const ended = Object.values(requests).filter(({ endedMs }) => endedMs !== null);
  for (const request of ended.slice(0, Math.max(0, ended.length - ENDED_KEPT))) {
    const isYoung = Number(request.endedMs) + ENDED_KEPT_MS > Date.now();
    if (isYoung || deliveries.some(({ requestId }) => requestId === request.id)) continue;
    await removeFiles(world, request.files);
    delete requests[request.id];
  }
}
