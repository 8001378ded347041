import type { FontBook, ShapedText } from './font-book';
import type { TextOperation } from './operations';

/** What painting needs of the fonts: the glyphs of each run, as the layout measured them, and the files. */
export type PaintFonts = Pick<FontBook, 'shape' | 'file'>;

/**
 * The glyphs of every run of some pages. Plain JSON, so that the pages can be painted in another process, which then
 * neither shapes them again nor loads what shapes.
 */
export type Shapes = Record<string, ShapedText>;

type Run = Pick<TextOperation, 'text' | 'font' | 'direction'>;

const keyOf = ({ text, font, direction }: Run) => `${font} ${direction}\n${text}`;

export function shapesOf(runs: Iterable<Run>, fonts: Pick<FontBook, 'shape'>): Shapes {
  const shapes: Shapes = {};
  for (const run of runs) {
    shapes[keyOf(run)] ??= fonts.shape(run.text, run.font, run.direction);
  }
  return shapes;
}

/** @throws when a run is painted whose shape is not among these */
export function fontsOfShapes(shapes: Shapes, file: PaintFonts['file']): PaintFonts {
  return {
    file,
    shape(text, font, direction = 'ltr') {
      const shaped = shapes[keyOf({ text, font, direction })];
      if (!shaped) throw new Error(`The text "${text}" was not shaped in ${font}`);
      return shaped;
    },
  };
}
