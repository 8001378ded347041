import { turnedSize } from '../crop-source';
import type { Box, Page } from '../operations';
import type { PreflightFinding } from '../preflight';
import type { PrintInput } from '../print-input';

/** Effective dots per inch. Print houses ask for 300; from 200 nobody sees a difference on a wall; below 150 all do. */
export const DPI_GREEN = 300;
const DPI_FINE = 200;
export const DPI_AMBER = 150;

export type DpiRating = 'green' | 'fine' | 'amber' | 'blocked';

export type RatedPicture = {
  pageIndex: number;
  /** null for a picture in a day cell. */
  slotIndex: number | null;
  pictureId: string;
  /** Pixels of the visible part to an inch of paper, of the coarser direction. */
  dpi: number;
  rating: DpiRating;
};

/**
 * The resolution at which the visible part of a picture is printed in its box.
 * @param shown sides of the visible part, in fractions of the picture's
 * @param picture turned as it is shown
 */
export function effectiveDpi(
  shown: { width: number; height: number },
  picture: { widthPx: number; heightPx: number },
  box: Pick<Box, 'widthMm' | 'heightMm'>,
): number {
  const across = (shown.width * picture.widthPx) / (box.widthMm / 25.4);
  const down = (shown.height * picture.heightPx) / (box.heightMm / 25.4);
  // Never rated better than it is; a full crop of exactly 300 must not become 299 by a rounding.
  return Math.floor(Math.min(across, down) + 1e-6);
}

export function rateDpi(dpi: number): DpiRating {
  if (dpi >= DPI_GREEN) return 'green';
  if (dpi >= DPI_FINE) return 'fine';
  return dpi >= DPI_AMBER ? 'amber' : 'blocked';
}

/** The traffic light of each placed picture of a page. */
export function ratePictures(page: Page, pictures: PrintInput['pictures']): RatedPicture[] {
  return page.operations.flatMap((operation) => {
    if (operation.kind !== 'image') return [];
    const picture = pictures.get(operation.pictureId);
    if (!picture) return [];
    const { pictureId, slotIndex, source, spread } = operation;
    const drawn = {
      widthMm: operation.widthMm * spread.x,
      heightMm: operation.heightMm * spread.y,
    };
    const dpi = effectiveDpi(source, turnedSize(operation, picture), drawn);
    return [{ pageIndex: page.index, slotIndex, pictureId, dpi, rating: rateDpi(dpi) }];
  });
}

export function pictureRules(page: Page, pictures: PrintInput['pictures']): PreflightFinding[] {
  const coarse = ratePictures(page, pictures).flatMap(({ slotIndex, dpi, rating }) => {
    if (rating === 'green' || rating === 'fine') return [];
    return [
      {
        rule: rating === 'blocked' ? 'picture-too-coarse' : 'picture-coarse',
        severity: rating,
        pageIndex: page.index,
        slotIndex,
        params: { page: page.index + 1, dpi },
      } as const,
    ];
  });
  const empty = page.operations.flatMap((operation) => {
    if (operation.kind !== 'placeholder') return [];
    return [
      {
        rule: 'empty-slot',
        severity: 'blocked',
        pageIndex: page.index,
        slotIndex: operation.slotIndex,
        params: { page: page.index + 1 },
      } as const,
    ];
  });
  return [...empty, ...coarse];
}
