import type { Crop } from '@/lib/calendars/document';
import type { Box, ImageOperation } from './operations';
import type { MeasuredPicture } from './print-input';

/** The sides of a picture once it is turned by quarter turns. */
export function turnedSize(
  crop: Pick<Crop, 'quarterTurns'>,
  picture: MeasuredPicture,
): MeasuredPicture {
  return crop.quarterTurns % 2 === 0
    ? picture
    : { widthPx: picture.heightPx, heightPx: picture.widthPx };
}

/** What shows of a picture in a box of `boxAspect` (width by height), in fractions of the turned and mirrored picture. */
export type CropView = {
  /** Of the visible rectangle: its own sides, before it is turned with the picture. */
  width: number;
  height: number;
  centre: { x: number; y: number };
  /** The upright rectangle around it: all that must be drawn. Equals the visible one when nothing is straightened. */
  source: ImageOperation['source'];
  /** How much wider and higher than the box the source is when drawn. */
  spread: { x: number; y: number };
};

/**
 * The largest rectangle of the box's shape that fits into the picture when it is straightened, divided by the crop's
 * zoom, centred on the crop's point and pushed back inside the picture.
 */
export function cropView(crop: Crop, picture: MeasuredPicture, boxAspect: number): CropView {
  const { widthPx, heightPx } = turnedSize(crop, picture);
  const angle = (Math.abs(crop.straightenDeg) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // The box as a rectangle of height 1, and the upright rectangle around it once it is turned.
  const around = { x: boxAspect * cos + sin, y: boxAspect * sin + cos };
  const heightOfBoxPx = Math.min(widthPx / around.x, heightPx / around.y) / crop.zoom;
  const width = (around.x * heightOfBoxPx) / widthPx;
  const height = (around.y * heightOfBoxPx) / heightPx;
  const within = (centre: number, size: number) =>
    Math.min(Math.max(centre - size / 2, 0), Math.max(0, 1 - size));
  const source = { x: within(crop.x, width), y: within(crop.y, height), width, height };
  return {
    width: (boxAspect * heightOfBoxPx) / widthPx,
    height: heightOfBoxPx / heightPx,
    centre: { x: source.x + width / 2, y: source.y + height / 2 },
    source,
    spread: { x: around.x / boxAspect, y: around.y },
  };
}

/** The picture operation of a box, but for its place in the page. */
export function placedPicture(
  slot: { pictureId: ImageOperation['pictureId']; crop: Crop; filter: ImageOperation['filter'] },
  picture: MeasuredPicture,
  box: Box,
): Omit<ImageOperation, 'kind' | 'slotIndex' | 'radiusMm'> {
  const { source, spread } = cropView(slot.crop, picture, box.widthMm / box.heightMm);
  const { quarterTurns, isMirrored, straightenDeg } = slot.crop;
  return {
    ...box,
    pictureId: slot.pictureId,
    source,
    spread,
    quarterTurns,
    isMirrored,
    straightenDeg,
    filter: slot.filter,
  };
}
