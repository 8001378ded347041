/** `resync`: something may have been missed, so ask for everything that is still open. */
export type PictureEvent =
  | { type: 'picture'; id: string; status?: string }
  | { type: 'invited-date'; id: string }
  /** The studio's work and the wallet: `id` is the row that changed, `status` its state. */
  | { type: 'stars' | 'training' | 'generation' | 'job' | 'upscale'; id: string; status?: string }
  | { type: 'resync' };

type Listener = (event: PictureEvent) => void;

const REOPEN_MS = 5_000;

let source: EventSource | null = null;
let reopenTimer: ReturnType<typeof setTimeout> | undefined;
let wasBroken = false;
const listeners = new Set<Listener>();

/** Hears what happens to the person's pictures and date book. All of a page share one stream; it ends with the last listener. */
export function subscribePictureEvents(listener: Listener): () => void {
  listeners.add(listener);
  if (!source) open();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(reopenTimer);
    source?.close();
    source = null;
    wasBroken = false;
  };
}

/** Whether news arrive by themselves right now; else ask. */
export function isLive(): boolean {
  return source?.readyState === EventSource.OPEN;
}

function open(): void {
  clearTimeout(reopenTimer);
  const stream = new EventSource('/api/pictures/events');
  source = stream;
  stream.onopen = () => {
    if (wasBroken) tell({ type: 'resync' });
    wasBroken = false;
  };
  stream.onmessage = ({ data }) => tell(JSON.parse(String(data)) as PictureEvent);
  stream.onerror = () => {
    wasBroken = true;
    // After an answer that is no stream the browser gives up; a lost connection it repairs itself.
    if (stream.readyState !== EventSource.CLOSED || source !== stream) return;
    reopenTimer = setTimeout(open, REOPEN_MS);
  };
}

function tell(event: PictureEvent): void {
  for (const listener of listeners) listener(event);
}
