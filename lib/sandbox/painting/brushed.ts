import { type BrushStyle, paintStrokes } from './brush';
import type { Field, Raster } from './raster';

/** What a finish works on: the composed picture, and where the subject is (drawn finer, kept truer). */
export type FinishInput = {
  picture: Raster;
  presence: Field;
  seed: number;
  /** Whether light falls in through windows. */
  isIndoors: boolean;
};

/** Strokes at the canvas's scale; the subject shows through by `truth` (0 to 1) so that it stays itself. */
export function brushed(
  { picture, presence, seed }: Omit<FinishInput, 'isIndoors'>,
  style: BrushStyle,
  truth: number,
): Raster {
  const scale = Math.min(picture.width, picture.height) / 1000;
  const passes = style.passes.map((pass) => ({
    ...pass,
    width: Math.max(1.6, pass.width * scale),
    length: Math.max(3, pass.length * scale),
  }));
  const painted = paintStrokes(picture, { ...style, passes }, seed, presence);
  const out = painted.data;
  for (let i = 0; i < presence.data.length; i += 1) {
    const share = (presence.data[i] as number) * truth;
    if (share < 0.01) continue;
    for (let o = i * 3; o < i * 3 + 3; o += 1) {
      out[o] = (out[o] as number) * (1 - share) + (picture.data[o] as number) * share;
    }
  }
  return painted;
}
