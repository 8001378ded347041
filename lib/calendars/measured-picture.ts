import { assert } from '@/lib/core/assert';
import { readAnalysis } from '@/lib/pictures/picture-analysis';
import type { MeasuredPicture } from '@/lib/print/print-input';

/** A stored, ready picture as the layout knows it. */
export function measuredPicture(row: {
  widthPx: number | null;
  heightPx: number | null;
  analysis: unknown;
}): MeasuredPicture {
  const { widthPx, heightPx } = row;
  assert(widthPx && heightPx, 'a ready picture is measured');
  const { tones, faces, focus } = readAnalysis(row.analysis);
  return {
    widthPx,
    heightPx,
    ...(tones ? { tones } : {}),
    ...(faces ? { faces } : {}),
    ...(focus ? { focus } : {}),
  };
}
