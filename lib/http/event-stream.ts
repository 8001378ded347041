/** Comment lines keep proxies from closing a quiet stream and find out that the reader is gone. */
const HEARTBEAT_MS = 20_000;
/** The browser then asks again, and so who it is is checked again. */
const LIFETIME_MS = 5 * 60 * 1000;
const RETRY_MS = 2_000;

type Send = (data: unknown) => void;

const holder = globalThis as unknown as { twelvefoldStreams?: Set<() => void> };

/**
 * Answers with server-sent events: each `send` is one JSON message. Ends when the reader leaves, after five minutes, and
 * when the process is asked to stop; the browser's EventSource comes back by itself.
 * @param open subscribes and returns how to unsubscribe; may send at once
 */
export async function eventStream(
  request: Request,
  open: (send: Send) => Promise<() => void>,
): Promise<Response> {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let close = (): void => undefined;
  const early: string[] = [];
  const write = (text: string) => {
    if (controller) controller.enqueue(encoder.encode(text));
    else early.push(text);
  };
  // Subscribing first: a failure is an ordinary answer with its reason, not a stream that breaks.
  const unsubscribe = await open((data) => write(`data: ${JSON.stringify(data)}\n\n`));
  const body = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened;
      const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT_MS);
      const lifetime = setTimeout(() => close(), LIFETIME_MS);
      heartbeat.unref();
      lifetime.unref();
      close = () => {
        if (!controller) return;
        controller = null;
        clearInterval(heartbeat);
        clearTimeout(lifetime);
        openStreams().delete(close);
        unsubscribe();
        try {
          opened.close();
        } catch {
          // The reader cancelled it already.
        }
      };
      openStreams().add(close);
      write(`retry: ${RETRY_MS}\n\n`);
      for (const text of early.splice(0)) write(text);
      if (request.signal.aborted) close();
      else request.signal.addEventListener('abort', close, { once: true });
    },
    cancel: () => close(),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // no-transform also keeps compression away, which would hold messages back.
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

/** A stopping server waits for its answers to end; these would keep it waiting for minutes. */
function openStreams(): Set<() => void> {
  if (!holder.twelvefoldStreams) {
    const streams = new Set<() => void>();
    holder.twelvefoldStreams = streams;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const endAll = () => {
        for (const close of streams) close();
        // Listening replaces the default of ending the process; where nobody else does that, it happens here.
        if (process.listenerCount(signal) > 1) return;
        process.off(signal, endAll);
        process.kill(process.pid, signal);
      };
      process.prependListener(signal, endAll);
    }
  }
  return holder.twelvefoldStreams;
}
