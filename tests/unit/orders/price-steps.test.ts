import { describe, expect, it } from 'vitest';
import { stepsFall } from '@/lib/admin/products/rules';

const step = (fromCopies: number, amountMinor: number) => ({ fromCopies, amountMinor });

describe('volume steps', () => {
  it('fall with every step, in whatever order they were typed', () => {
    expect(stepsFall(1000, [])).toBe(true);
    expect(stepsFall(1000, [step(10, 800), step(5, 900)])).toBe(true);
  });

  it('never rise, stand still, or begin twice at one number', () => {
    expect(stepsFall(1000, [step(5, 1100)])).toBe(false);
    expect(stepsFall(1000, [step(5, 1000)])).toBe(false);
    expect(stepsFall(1000, [step(5, 900), step(10, 950)])).toBe(false);
    expect(stepsFall(1000, [step(5, 900), step(5, 800)])).toBe(false);
  });
});
