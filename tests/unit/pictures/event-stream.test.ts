import { afterEach, describe, expect, it, vi } from 'vitest';
import { eventStream } from '@/lib/http/event-stream';

const decoder = new TextDecoder();

async function openStream(signal?: AbortSignal) {
  const unsubscribe = vi.fn();
  let send: (data: unknown) => void = () => undefined;
  const request = new Request('http://localhost/events', signal ? { signal } : {});
  const response = await eventStream(request, async (given) => {
    send = given;
    given({ type: 'early' });
    return unsubscribe;
  });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const next = async () => {
    const { done, value } = await reader.read();
    return done ? null : decoder.decode(value);
  };
  return { response, unsubscribe, send: (data: unknown) => send(data), next, reader };
}

describe('an event stream', () => {
  afterEach(() => vi.useRealTimers());

  it('sends what comes, what came before it was read too, and is never stored or compressed', async () => {
    const { response, send, next, reader } = await openStream();
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('private, no-store, no-transform');
    expect(await next()).toBe('retry: 2000\n\n');
    expect(await next()).toBe('data: {"type":"early"}\n\n');
    send({ text: 'a\nb' });
    expect(await next()).toBe('data: {"text":"a\\nb"}\n\n');
    await reader.cancel();
  });

  it('unsubscribes once when the reader leaves, in whichever way', async () => {
    const leaving = new AbortController();
    const aborted = await openStream(leaving.signal);
    leaving.abort();
    expect(aborted.unsubscribe).toHaveBeenCalledTimes(1);
    aborted.send({ type: 'late' });

    const cancelled = await openStream();
    await cancelled.reader.cancel();
    expect(cancelled.unsubscribe).toHaveBeenCalledTimes(1);

    const gone = new AbortController();
    gone.abort();
    expect((await openStream(gone.signal)).unsubscribe).toHaveBeenCalledTimes(1);
  });

  it('keeps itself alive and ends after five minutes, so that the visitor is checked again', async () => {
    vi.useFakeTimers();
    const { next, unsubscribe } = await openStream();
    await next();
    await next();
    vi.advanceTimersByTime(20_000);
    expect(await next()).toBe(':\n\n');
    vi.advanceTimersByTime(5 * 60 * 1000);
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    const rest: (string | null)[] = [];
    do rest.push(await next());
    while (rest.at(-1) !== null);
    expect(rest.length).toBeLessThan(20);
  });

  it('is an ordinary failure when there is nothing to subscribe to', async () => {
    const failing = eventStream(new Request('http://localhost/events'), async () => {
      throw new Error('database is down');
    });
    await expect(failing).rejects.toThrow('database is down');
  });
});
