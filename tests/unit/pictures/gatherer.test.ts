import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Gatherer } from '@/components/pictures/gatherer';

describe('the gatherer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks once for a burst, each photo once', async () => {
    const ask = vi.fn(async () => undefined);
    const gatherer = new Gatherer(ask);
    gatherer.want(['a', 'b']);
    gatherer.want(['b', 'c']);
    gatherer.want([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ask.mock.calls).toEqual([[['a', 'b', 'c']]]);
  });

  it('asks for no more than 200 at once, and then for the rest', async () => {
    const sizes: number[] = [];
    const gatherer = new Gatherer(async (ids) => void sizes.push(ids.length));
    gatherer.want(Array.from({ length: 450 }, (_, i) => `${i}`));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sizes).toEqual([200, 200, 50]);
  });

  it('goes on asking, less and less often, until an answer comes', async () => {
    let broken = true;
    const ask = vi.fn(async () => {
      if (broken) throw new Error('offline');
    });
    const gatherer = new Gatherer(ask);
    gatherer.want(['a']);
    await vi.advanceTimersByTimeAsync(120 + 1_500 + 3_000 + 10);
    expect(ask).toHaveBeenCalledTimes(3);
    broken = false;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(ask).toHaveBeenCalledTimes(4);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(4);
  });

  it('asks nothing after it was stopped', async () => {
    const ask = vi.fn(async () => undefined);
    const gatherer = new Gatherer(ask);
    gatherer.want(['a']);
    gatherer.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).not.toHaveBeenCalled();
  });
});
