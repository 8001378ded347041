import { randomBytes } from 'node:crypto';
import type { FaultBox } from '../faults';
import type { StateFile } from '../state-file';
import type { Painters } from './painters';

export type Log = { message: string; timestamp: string; level: 'INFO' | 'ERROR'; source: 'USER' };

/** What an ended request answers with. */
export type FalAnswer = { status: number; body: unknown; headers?: Record<string, string> };

/** One request in the queue, from its hand-over to the end of its keeping. */
export type FalRequest = {
  id: string;
  gatewayId: string;
  endpoint: string;
  input: Record<string, unknown>;
  webhookUrl: string | null;
  status: 'IN_QUEUE' | 'IN_PROGRESS' | 'COMPLETED';
  createdMs: number;
  startedMs: number | null;
  endedMs: number | null;
  logs: Log[];
  answer: FalAnswer | null;
  /** The answer was there, and is no longer to be had. */
  isGone: boolean;
  /** Names of the files it made. */
  files: string[];
  /** Seconds that its files are kept; null is for ever. */
  fileSeconds: number | null;
};

/** One sending of the webhook of one request, until it is answered with 2xx or given up. */
export type FalDelivery = {
  requestId: string;
  atMs: number;
  attempt: number;
  isForged: boolean;
};

export type FalState = {
  version: 1;
  /** Where the sandbox was when it wrote the addresses below. */
  baseUrl: string;
  /** By id, oldest first. */
  requests: Record<string, FalRequest>;
  deliveries: FalDelivery[];
  /** Files by name, with the time of their end. */
  files: Record<string, { endsMs: number | null }>;
  /** Uploads that were announced and have not come, by name, with the seconds they are to be kept. */
  uploads: Record<string, { seconds: number | null }>;
  /** The private key that webhooks are signed with, as a JWK. */
  key: { kid: string; x: string; d: string } | null;
};

export const EMPTY_FAL_STATE: FalState = {
  version: 1,
  baseUrl: '',
  requests: {},
  deliveries: [],
  files: {},
  uploads: {},
  key: null,
};

/** What every part of the fal stand-in works with. */
export type FalWorld = {
  file: StateFile<FalState>;
  faults: FaultBox;
  /** Where the sandbox is: "http://127.0.0.1:3900". */
  baseUrl: string;
  /** The one origin besides loopback that may be called. */
  appOrigin: string;
  /** Folder of the files. */
  folder: string;
  /** Aborted when the sandbox stops: what is under way begins again at the next start. */
  stopping: AbortSignal;
  painters: Painters;
  /** How often each endpoint was called with a POST since the start, refused calls too. */
  submits: Map<string, number>;
  /** Requests that are being worked on, with the work's end. */
  running: Map<string, Promise<void>>;
  /** Something happened that is to be saved soon. Lost in a crash it happens again, as it may with the real service. */
  isChanged: boolean;
  /** Picture requests seen by the "every second one breaks down" fault. */
  partialCount: number;
};

/** One entry of the "detail" list of a refused input. */
export type Complaint = {
  loc: (string | number)[];
  msg: string;
  type: string;
  ctx?: Record<string, unknown>;
  input?: unknown;
};

/** A refusal in fal's words: a list of complaints is the model's own, a text is the platform's. */
export class FalRefusal extends Error {
  readonly answer: FalAnswer;

  constructor(status: number, detail: readonly Complaint[] | string, errorType?: string) {
    const lines = typeof detail === 'string' ? [detail] : detail.map(sentenceOf);
    super(lines.join('\n'));
    this.answer =
      typeof detail === 'string'
        ? {
            status,
            body: errorType ? { detail, error_type: errorType } : { detail },
            ...(errorType ? { headers: { 'x-fal-error-type': errorType } } : {}),
          }
        : {
            status,
            body: {
              detail: detail.map((complaint) => ({
                ...complaint,
                url: `https://docs.fal.ai/errors#${complaint.type}`,
              })),
            },
            headers: { 'x-fal-retryable': String(status >= 500) },
          };
  }
}

function sentenceOf({ loc, msg }: Complaint): string {
  return `${loc.slice(1).join('.')}: ${msg}`;
}

/** One complaint about a field of the input. */
export function complain(
  type: string,
  loc: (string | number)[],
  msg: string,
  more: { ctx?: Record<string, unknown>; input?: unknown } = {},
): FalRefusal {
  return new FalRefusal(422, [{ loc: ['body', ...loc], msg, type, ...more }]);
}

/** Only this computer and the app itself are ever called: the sandbox fetches nothing from elsewhere. */
export function isNear(world: FalWorld, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  return isLoopback || origin === world.appOrigin;
}

export function findRequest(world: FalWorld, id: string): FalRequest | null {
  const { requests } = world.file.value;
  return Object.hasOwn(requests, id) ? (requests[id] ?? null) : null;
}

/** "a1B2…": unguessable, safe in paths. */
export function secretName(): string {
  return randomBytes(16).toString('base64url').replace(/[-_]/g, 'x');
}

/** A delay at the pace that the sandbox is set to. */
export function paced(world: FalWorld, ms: number): number {
  return ms * world.faults.current.falSpeed;
}

/** Resolves early when the sandbox stops. */
export function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stopping.addEventListener('abort', end);
  });
}
