import { assert } from '@/lib/core/assert';

/** Grey pixels, row after row, one byte each. */
export type GreyPixels = { data: Uint8Array; widthPx: number; heightPx: number };

const TILES_ACROSS = 12;
/** Brightness steps from one side of a pixel to the other that count as an edge, above noise and JPEG blocks. */
const EDGE_MIN = 24;
/** A tile with fewer edge pixels has no say. */
const EDGE_SHARE_MIN = 0.004;
/** The picture counts as sharp where its sharpest tenth is: a portrait before a soft background is sharp. */
const SHARPEST_SHARE = 0.1;

/**
 * How crisp the sharpest edges of a picture are at screen size: second derivative by first derivative, in percent. The
 * narrower an edge, the larger; its contrast does not matter, nor how much of the picture is plain. 0 where there is no
 * edge at all.
 */
export function measureSharpness({ data, widthPx, heightPx }: GreyPixels): number {
  assert(data.length === widthPx * heightPx, 'one byte for each pixel');
  const tilePx = Math.max(8, Math.ceil(Math.max(widthPx, heightPx) / TILES_ACROSS));
  const tiles: number[] = [];
  for (let top = 1; top < heightPx - 1; top += tilePx) {
    for (let left = 1; left < widthPx - 1; left += tilePx) {
      const bottom = Math.min(top + tilePx, heightPx - 1);
      const right = Math.min(left + tilePx, widthPx - 1);
      let slope = 0;
      let bend = 0;
      let edges = 0;
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) {
          const at = y * widthPx + x;
          const west = data[at - 1] as number;
          const east = data[at + 1] as number;
          const north = data[at - widthPx] as number;
          const south = data[at + widthPx] as number;
          const across = Math.abs(east - west) + Math.abs(south - north);
          if (across < EDGE_MIN) continue;
          edges += 1;
          slope += across;
          bend += Math.abs(4 * (data[at] as number) - west - east - north - south);
        }
      }
      if (edges >= EDGE_SHARE_MIN * (bottom - top) * (right - left)) tiles.push(bend / slope);
    }
  }
  if (tiles.length === 0) return 0;
  tiles.sort((a, b) => b - a);
  const best = tiles.slice(0, Math.max(1, Math.round(tiles.length * SHARPEST_SHARE)));
  return (100 * best.reduce((sum, value) => sum + value, 0)) / best.length;
}
