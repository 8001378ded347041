import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/components/call-api';
import {
  IN_FLIGHT_MAX,
  type QueueParts,
  type Sent,
  UploadQueue,
} from '@/components/pictures/upload-queue';
import type { ErrorCode, ErrorParams } from '@/lib/core/errors';
import type { PictureView } from '@/lib/pictures/picture-view';

const problem = (code: ErrorCode, params: ErrorParams = {}) =>
  new ApiProblem({ code, params, fields: {}, requestId: '' });
const file = (name: string) => new File(['x'], name);
const sent = (name: string, isNew = true): Sent => ({
  picture: { fileName: name } as PictureView,
  isNew,
});

/** A server that answers when the test says so. */
function aServer() {
  const open = new Map<string, { resolve: (s: Sent) => void; reject: (e: unknown) => void }>();
  let most = 0;
  const send: QueueParts['send'] = ({ name }, _onProgress, signal) =>
    new Promise((resolve, reject) => {
      open.set(name, { resolve, reject });
      most = Math.max(most, open.size);
      signal.addEventListener('abort', () => {
        open.delete(name);
        reject(new DOMException('x', 'AbortError'));
      });
    });
  return {
    send,
    most: () => most,
    names: () => [...open.keys()],
    accept(name: string, isNew = true) {
      open.get(name)?.resolve(sent(name, isNew));
      open.delete(name);
    },
    refuse(name: string, error: unknown) {
      open.get(name)?.reject(error);
      open.delete(name);
    },
  };
}

function aQueue(parts: Partial<QueueParts> = {}) {
  const server = aServer();
  const arrived: string[] = [];
  const pauses: number[] = [];
  const queue = new UploadQueue({
    prepare: async (chosen) => chosen,
    send: server.send,
    pause: async (ms) => void pauses.push(ms),
    onPicture: ({ fileName }) => arrived.push(fileName),
    ...parts,
  });
  const states = () => Object.fromEntries(queue.current().map(({ name, state }) => [name, state]));
  return { queue, server, arrived, pauses, states };
}

describe('uploads', () => {
  it('go three at a time, in order, and all arrive', async () => {
    const { queue, server, arrived } = aQueue();
    const names = Array.from({ length: 13 }, (_, i) => `${i}.jpg`);
    queue.add(names.map(file));
    for (const name of names) {
      await vi.waitFor(() => expect(server.names()).toContain(name));
      server.accept(name);
    }
    await vi.waitFor(() => expect(arrived).toEqual(names));
    expect(server.most()).toBe(IN_FLIGHT_MAX);
    expect(queue.current().every(({ state, progress }) => state === 'done' && progress === 1)).toBe(
      true,
    );
  });

  it('go on after one fails, which keeps its reason and can be tried again', async () => {
    const { queue, server, arrived, states } = aQueue();
    queue.add(['a', 'b'].map(file));
    await vi.waitFor(() => expect(server.names()).toEqual(['a', 'b']));
    server.refuse('a', problem('picture.too_small', { min: 400 }));
    server.accept('b');
    await vi.waitFor(() => expect(states()).toEqual({ a: 'failed', b: 'done' }));
    expect(queue.current()[0]?.reason).toEqual({ code: 'picture.too_small', params: { min: 400 } });
    queue.retry(queue.current()[0]?.id ?? 0);
    await vi.waitFor(() => expect(server.names()).toEqual(['a']));
    server.accept('a');
    await vi.waitFor(() => expect(arrived).toEqual(['b', 'a']));
  });

  it('survive a broken connection by themselves, waiting longer each time', async () => {
    const { queue, server, states, pauses } = aQueue();
    queue.add([file('a')]);
    for (let cuts = 0; cuts < 3; cuts += 1) {
      await vi.waitFor(() => expect(server.names()).toEqual(['a']));
      server.refuse('a', problem('server.unavailable'));
      await vi.waitFor(() => expect(pauses).toHaveLength(cuts + 1));
    }
    await vi.waitFor(() => expect(server.names()).toEqual(['a']));
    // The first try had arrived; only its answer was lost.
    server.accept('a', false);
    await vi.waitFor(() => expect(states()).toEqual({ a: 'done' }));
    expect(pauses).toEqual([1000, 2000, 4000]);
  });

  it('wait as long as the server asks', async () => {
    const { queue, server, pauses } = aQueue();
    queue.add([file('a')]);
    await vi.waitFor(() => expect(server.names()).toEqual(['a']));
    server.refuse('a', problem('request.rate_limited', { seconds: 42 }));
    await vi.waitFor(() => expect(pauses).toEqual([42_000]));
  });

  it('give up after six tries, with the reason', async () => {
    let tries = 0;
    const { queue, states } = aQueue({
      send: async () => {
        tries += 1;
        throw problem('server.unavailable');
      },
    });
    queue.add([file('a')]);
    await vi.waitFor(() => expect(states()).toEqual({ a: 'failed' }));
    expect(tries).toBe(6);
  });

  it('that are cancelled stop, leave the list and make room', async () => {
    const { queue, server, arrived } = aQueue();
    queue.add(['a', 'b', 'c', 'd'].map(file));
    await vi.waitFor(() => expect(server.names()).toEqual(['a', 'b', 'c']));
    queue.cancel(queue.current()[0]?.id ?? 0);
    await vi.waitFor(() => expect(server.names()).toEqual(['b', 'c', 'd']));
    expect(queue.current().map(({ name }) => name)).toEqual(['b', 'c', 'd']);
    queue.cancelAll();
    expect(queue.current()).toEqual([]);
    expect(server.names()).toEqual([]);
    expect(arrived).toEqual([]);
  });

  it('of photos that are there already say so', async () => {
    const { queue, server, states } = aQueue();
    queue.add([file('a')]);
    await vi.waitFor(() => expect(server.names()).toEqual(['a']));
    server.accept('a', false);
    await vi.waitFor(() => expect(states()).toEqual({ a: 'known' }));
    queue.clearEnded();
    expect(queue.current()).toEqual([]);
  });

  it('never start for a file that this browser can already refuse', async () => {
    const { queue, server, states } = aQueue({
      prepare: async () => {
        throw problem('picture.heic');
      },
    });
    queue.add([file('a.heic')]);
    await vi.waitFor(() => expect(states()).toEqual({ 'a.heic': 'failed' }));
    expect(server.most()).toBe(0);
  });
});
