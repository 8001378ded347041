import { setMaxListeners } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { FaultBox } from '../faults';
import { StateFile } from '../state-file';
import { removeEndedFiles } from './files';
import { Painters } from './painters';
import { resumeRequests, startDueRequests } from './run-requests';
import { deliverDueWebhooks, prepareKey } from './webhooks';
import { EMPTY_FAL_STATE, type FalWorld, pause } from './world';

const TICK_MS = 20;
const SAVE_MS = 200;
const SWEEP_MS = 5000;

/**
 * Opens what fal remembers; nothing runs before `startFal`.
 * @throws Error with a sentence for people when the folder or its file cannot be used
 */
export async function openFal(parts: {
  dataDir: string;
  appUrl: string;
  faults: FaultBox;
  stopping: AbortSignal;
}): Promise<FalWorld> {
  const folder = path.join(parts.dataDir, 'fal');
  await mkdir(folder, { recursive: true });
  // Everything under way listens for the end.
  setMaxListeners(0, parts.stopping);
  const world: FalWorld = {
    file: await StateFile.open(
      path.join(parts.dataDir, 'fal.json'),
      structuredClone(EMPTY_FAL_STATE),
    ),
    faults: parts.faults,
    baseUrl: '',
    appOrigin: new URL(parts.appUrl).origin,
    folder,
    stopping: parts.stopping,
    painters: new Painters(),
    submits: new Map(),
    running: new Map(),
    isChanged: false,
    partialCount: 0,
  };
  await prepareKey(world);
  return world;
}

/**
 * Works until the sandbox stops; what was running when it stopped last begins again.
 * @param baseUrl where the sandbox listens now: what was made before is found there too
 */
export async function startFal(world: FalWorld, baseUrl: string): Promise<void> {
  const state = world.file.value;
  if (state.baseUrl && state.baseUrl !== baseUrl) {
    const moved = JSON.stringify(state.requests).replaceAll(`"${state.baseUrl}/`, `"${baseUrl}/`);
    state.requests = JSON.parse(moved) as typeof state.requests;
  }
  state.baseUrl = baseUrl;
  world.baseUrl = baseUrl;
  resumeRequests(world);
  await Promise.all([
    every(world, TICK_MS, () => startDueRequests(world)),
    every(world, TICK_MS, () => deliverDueWebhooks(world)),
    every(world, SAVE_MS, () => saveChanges(world)),
    every(world, SWEEP_MS, () => removeEndedFiles(world)),
  ]);
  // What is half painted is painted anew at the next start.
  await world.painters.close();
  await Promise.all(world.running.values());
}

/** True while something waits, runs or is still to be sent; what is stuck counts as nothing. */
export function isFalBusy(world: FalWorld): boolean {
  const { requests, deliveries } = world.file.value;
  const isWaiting = Object.values(requests).some(({ status }) => status === 'IN_QUEUE');
  return isWaiting || world.running.size > 0 || deliveries.length > 0;
}

async function saveChanges(world: FalWorld): Promise<void> {
  if (!world.isChanged) return;
  world.isChanged = false;
  await world.file.save();
}

async function every(
  world: FalWorld,
  intervalMs: number,
  work: () => void | Promise<void>,
): Promise<void> {
  while (!world.stopping.aborted) {
    try {
      await work();
    } catch (error) {
      process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : error}\n`);
    }
    await pause(intervalMs, world.stopping);
  }
}
