import { assert } from '@/lib/core/assert';

/** Columns and rows of the tiny grey picture that the hash is made of. */
export const HASH_GRID = { widthPx: 9, heightPx: 8 } as const;

/** Difference hash: one bit for each pair of neighbours, set where it gets brighter to the right. 16 hex digits. */
export function differenceHash(grey: Uint8Array): string {
  const { widthPx, heightPx } = HASH_GRID;
  assert(grey.length === widthPx * heightPx, 'a 9 x 8 grey picture');
  let hash = 0n;
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx - 1; x += 1) {
      const at = y * widthPx + x;
      hash = (hash << 1n) | ((grey[at + 1] as number) > (grey[at] as number) ? 1n : 0n);
    }
  }
  return hash.toString(16).padStart(16, '0');
}

/** How many of the 64 bits differ: 0 to about 6 is the same scene, 20 and more another one. */
export function hashDistance(a: string, b: string): number {
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  while (differing > 0n) {
    count += Number(differing & 1n);
    differing >>= 1n;
  }
  return count;
}
