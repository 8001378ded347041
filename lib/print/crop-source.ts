import type { Crop } from '@/lib/calendars/document';
import type { ImageOperation } from './operations';
import type { MeasuredPicture } from './print-input';

/**
 * The part of an upright picture that fills a box of `boxAspect` (width by height): the largest rectangle of the
 * box's shape, divided by the crop's zoom, centred on the crop's point and pushed back inside the picture.
 */
export function cropSource(
  crop: Crop,
  picture: MeasuredPicture,
  boxAspect: number,
): ImageOperation['source'] {
  const pictureAspect = picture.widthPx / picture.heightPx;
  const width = Math.min(1, boxAspect / pictureAspect) / crop.zoom;
  const height = Math.min(1, pictureAspect / boxAspect) / crop.zoom;
  const within = (centre: number, size: number) =>
    Math.min(Math.max(centre - size / 2, 0), 1 - size);
  return { x: within(crop.x, width), y: within(crop.y, height), width, height };
}
