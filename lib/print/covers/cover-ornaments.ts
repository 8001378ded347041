import { swashPath } from '../headings/heading-kit';
import { diamondPath, sprigPaths, starPath } from '../ornaments';
import type { Sheet } from '../sheet';
import type { StackOrnament } from '../text-stack';
import type { Theme } from '../theme';

/** What may stand between the texts of a cover. */
export type CoverOrnament = 'sprigs' | 'bar' | 'stars' | 'diamond' | 'rule' | 'swash';

export function ornamentItem(
  sheet: Sheet,
  theme: Theme,
  ornament: CoverOrnament,
  unitMm: number,
): StackOrnament {
  const { palette } = theme;
  const item = (height: number, draw: StackOrnament['draw']): StackOrnament => ({
    kind: 'ornament',
    heightMm: height * unitMm,
    draw,
  });
  switch (ornament) {
    case 'sprigs':
      return item(3.3, (xMm, yMm) => {
        sheet.shape(diamondPath(xMm, yMm, unitMm * 0.32), palette.accent);
        for (const direction of [1, -1] as const) {
          const startMm = xMm + direction * unitMm * 1.2;
          const sprig = sprigPaths(startMm, yMm, unitMm * 11, direction);
          sheet.stroke(sprig.stem, { colour: palette.accent, widthMm: 0.22 });
          sheet.shape(sprig.leaves, palette.accent);
        }
      });
    case 'bar':
      return item(0.4, (xMm, yMm) =>
        sheet.fill(
          { xMm, yMm: yMm - unitMm * 0.2, widthMm: unitMm * 5, heightMm: unitMm * 0.4 },
          palette.holiday,
        ),
      );
    case 'stars':
      return item(1.6, (xMm, yMm) => {
        sheet.shape(starPath(xMm, yMm, unitMm * 0.8), palette.accent);
        for (const side of [-1, 1]) {
          sheet.shape(starPath(xMm + side * unitMm * 2.2, yMm, unitMm * 0.4), palette.accent);
        }
      });
    case 'diamond':
      return item(0.8, (xMm, yMm) => {
        sheet.shape(diamondPath(xMm, yMm, unitMm * 0.34), palette.accent);
        for (const side of [-1, 1]) {
          sheet.line([xMm + side * unitMm * 1, yMm], [xMm + side * unitMm * 6, yMm], {
            colour: palette.accent,
            widthMm: 0.22,
          });
        }
      });
    case 'rule':
      return item(0.1, (xMm, yMm) =>
        sheet.line([xMm - unitMm * 2.5, yMm], [xMm + unitMm * 2.5, yMm], {
          colour: palette.accent,
          widthMm: 0.35,
        }),
      );
    case 'swash':
      return item(0.9, (xMm, yMm) => {
        const widthMm = unitMm * 16;
        sheet.shape(swashPath(xMm - widthMm / 2, yMm, widthMm), palette.accent);
      });
  }
}
