import type { Page } from '../operations';
import type { FileRule } from '../preflight';
import type { Edition, PressProfile } from '../press';

export type FileExpectation = {
  /** The pages that were painted. */
  pages: readonly Page[];
  edition: Edition;
  press: PressProfile;
  /** Whether a watermark's lines come on top. */
  hasWatermark: boolean;
  /** Upright sizes of the masters: how fine the pictures in the file can be. */
  pictures: ReadonlyMap<string, { widthPx: number; heightPx: number }>;
};

/** The rules whose condition does not hold. */
export function broken(rules: Partial<Record<FileRule, boolean>>): FileRule[] {
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule as FileRule]));
}
