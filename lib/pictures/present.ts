import { assert } from '@/lib/core/assert';
import type { ErrorParams } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { AREA_MAX_MEGAPIXELS, type Rendition, SIDE_MIN_PX } from './limits';
import { readAnalysis } from './picture-analysis';
import type { PictureView } from './picture-view';
import type { PictureRow } from './store';

/**
 * Measured on 13 photographs at screen size, as taken and softened by Gauss filters: as taken 46 to 90; with a filter of
 * sigma 3 pixels of 3840 (soft on A3) 21 to 33, of 4 16 to 23, of 6 (plainly out of focus) 13 to 15.
 */
const BLURRED_BELOW = 16;
const SOFT_BELOW = 26;

export function presentPicture(row: PictureRow): PictureView {
  const id = row.id as Id<'picture'>;
  const isReady = row.status === 'READY';
  assert(!isReady || row.sharpness !== null, 'a ready picture is measured');
  const { focus, faces } = readAnalysis(row.analysis);
  return {
    id,
    status: row.status,
    fileName: row.fileName,
    isAi: row.origin !== 'UPLOAD',
    widthPx: row.widthPx,
    heightPx: row.heightPx,
    takenOn: row.takenOn ? fromDateColumn(row.takenOn) : null,
    sharpness: sharpnessOf(row.sharpness),
    dominantColour: row.dominantColour,
    seen: { focus: focus ?? null, faces: faces ?? [] },
    thumbUrl: isReady ? renditionUrl(id, 'thumb') : null,
    screenUrl: isReady ? renditionUrl(id, 'screen') : null,
    refusalCode: row.refusalCode,
    refusalParams: row.refusalCode === null ? {} : refusalParams(row.refusalCode),
    usedIn: row.calendarImages.map(({ calendar }) => ({
      calendarId: calendar.id as Id<'calendar'>,
      title: calendar.title,
    })),
    isSold: row.orderItemPictures.length > 0,
  };
}

export function renditionUrl(pictureId: Id<'picture'>, rendition: Rendition): string {
  return `/api/pictures/${pictureId}/${rendition}`;
}

/** What the copy of a refusal names. */
export function refusalParams(code: string): ErrorParams {
  if (code === 'picture.too_small') return { min: SIDE_MIN_PX };
  if (code === 'picture.too_many_pixels') return { max: AREA_MAX_MEGAPIXELS };
  return {};
}

function sharpnessOf(value: number | null): PictureView['sharpness'] {
  if (value === null) return null;
  if (value < BLURRED_BELOW) return 'blurred';
  return value < SOFT_BELOW ? 'soft' : 'sharp';
}
