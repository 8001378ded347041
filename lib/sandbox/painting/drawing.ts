import { randomFrom } from '@/lib/core/random-from';

export function mix(a: string, b: string, amount: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const parts = [1, 3, 5].map((at) =>
    Math.round(channel(a, at) + (channel(b, at) - channel(a, at)) * amount)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

/** One decimal: enough for a drawing, and short. */
export const n = (value: number) => Number(value.toFixed(1));

/** Dice for a drawing: every call moves the generator on. */
export type Dice = {
  next: () => number;
  between: (low: number, high: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(items: readonly T[]) => T;
};

export function dice(seed: number): Dice {
  const next = randomFrom(seed);
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    chance: (share) => next() < share,
    pick: <T>(items: readonly T[]) => items[Math.floor(next() * items.length)] as T,
  };
}

/** FNV-1a: a number for a text, the same on every machine. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
