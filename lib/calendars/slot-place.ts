import type { Id } from '@/lib/core/ids';
import { addMonths, monthPartsOf } from '@/lib/core/plain-date';
import type { PictureView } from '@/lib/pictures/picture-view';
import { formatOf, type PrintFormat } from '@/lib/print/formats';
import type { Box } from '@/lib/print/operations';
import { areaBox, type PageLayout, pageLayoutOf } from '@/lib/print/page-layout';
import type { PicturePart } from '@/lib/print/print-input';
import { intersection } from '@/lib/print/sheet';
import { slotBoxesOf } from '@/lib/print/slot-boxes';
import type { Theme } from '@/lib/print/theme';
import { changePage, designedPagesOf, pageAt, type SlotRef } from './change-document';
import { type CalendarDocument, CENTRED, COVER_PAGE, type Crop, type PageIndex } from './document';
import { type FitSlot, firstCrop } from './picture-fit';

/**
 * The places for pictures that a page shows, in the order of its slots: how large each is, of which month, and where a
 * picture is seen whole in it.
 * @param themes that staff made: a cover's slot depends on its theme
 */
export function slotPlacesOf(
  document: CalendarDocument,
  pageIndex: PageIndex,
  themes: readonly Theme[] = [],
): FitSlot[] {
  const format = formatOf(document.formatId);
  const boxes = slotBoxesOf(document, pageIndex, themes);
  if (pageIndex === COVER_PAGE) return boxes.map((box) => placeOf(box, format, null, null));
  const layout = pageLayoutOf(pageAt(document, pageIndex).layoutId ?? document.layoutId, format);
  const { month } = monthPartsOf(addMonths(document.from, pageIndex));
  const band = bandOf(layout, format);
  return boxes.map((box) => placeOf(box, format, band, month));
}

/** What lies over the pictures of a layout; null where its texts stand on paper. */
function bandOf(layout: PageLayout, format: PrintFormat): Box | null {
  return layout.band ? areaBox(layout.content, format) : null;
}

function placeOf(box: Box, format: PrintFormat, band: Box | null, month: number | null): FitSlot {
  const { widthMm, heightMm } = box;
  return { widthMm, heightMm, month, free: freePartOf(box, format, band) };
}

/**
 * The part of a slot in which nothing is cut off with the bleed, punched, or printed over the picture, in fractions of
 * the slot. Where a band leaves nothing free, the band does not count.
 */
function freePartOf(box: Box, format: PrintFormat, band: Box | null): PicturePart {
  const boundMm = format.binding?.zoneMm ?? 0;
  const seen = intersection(box, {
    xMm: 0,
    yMm: boundMm,
    widthMm: format.trim.widthMm,
    heightMm: format.trim.heightMm - boundMm,
  });
  const free = band ? besideBand(seen, band) : seen;
  return {
    x: (free.xMm - box.xMm) / box.widthMm,
    y: (free.yMm - box.yMm) / box.heightMm,
    width: free.widthMm / box.widthMm,
    height: free.heightMm / box.heightMm,
  };
}

/** The largest rectangle of a box that a band leaves free. */
function besideBand(box: Box, band: Box): Box {
  const over = intersection(box, band);
  if (over.widthMm <= 0 || over.heightMm <= 0) return box;
  const right = over.xMm + over.widthMm;
  const bottom = over.yMm + over.heightMm;
  const rests: Box[] = [
    { ...box, heightMm: over.yMm - box.yMm },
    { ...box, yMm: bottom, heightMm: box.yMm + box.heightMm - bottom },
    { ...box, widthMm: over.xMm - box.xMm },
    { ...box, xMm: right, widthMm: box.xMm + box.widthMm - right },
  ];
  const area = ({ widthMm, heightMm }: Box) => Math.max(0, widthMm) * Math.max(0, heightMm);
  const largest = rests.reduce((best, rest) => (area(rest) > area(best) ? rest : best));
  return area(largest) > LEAST_FREE_SHARE * area(box) ? largest : box;
}

/** Less than this is a margin around the band and no place for what a picture is about. */
const LEAST_FREE_SHARE = 0.15;

type PlacedPicture = Pick<PictureView, 'widthPx' | 'heightPx' | 'seen'>;

/**
 * The crop with which a picture comes into a slot, and to which it goes back. A slot that the page does not show, or a
 * picture that is not measured yet, gives the middle.
 */
export function firstCropIn(
  document: CalendarDocument,
  { pageIndex, slotIndex }: SlotRef,
  picture: PlacedPicture | undefined,
): Crop {
  const place = slotPlacesOf(document, pageIndex)[slotIndex];
  if (!place || !picture?.widthPx || !picture.heightPx) return CENTRED;
  const { widthPx, heightPx, seen } = picture;
  const { focus, faces } = seen;
  return firstCrop(place, {
    widthPx,
    heightPx,
    faces,
    ...(focus ? { focus } : {}),
    takenOn: null,
  });
}

/**
 * Gives pictures that a change put into slots, centred, the crop that suits them there. Pictures that were only moved
 * keep theirs, and so does everything else; the same document where there is nothing to do.
 */
export function cropPlaced(
  before: CalendarDocument,
  after: CalendarDocument,
  pictures: ReadonlyMap<Id<'picture'>, PlacedPicture>,
): CalendarDocument {
  if (before === after) return after;
  const old = new Set([before.cover, ...before.pages].flatMap(({ slots }) => slots));
  return designedPagesOf(after).reduce((document, pageIndex) => {
    const page = pageAt(document, pageIndex);
    const slots = page.slots.map((slot, slotIndex) => {
      // The very crop that placing begins with, and not one that somebody centred.
      if (!slot || slot.crop !== CENTRED || old.has(slot)) return slot;
      const crop = firstCropIn(document, { pageIndex, slotIndex }, pictures.get(slot.pictureId));
      return crop === CENTRED ? slot : { ...slot, crop };
    });
    const isSame = slots.every((slot, at) => slot === page.slots[at]);
    return isSame ? document : changePage(document, pageIndex, { slots });
  }, after);
}
