import { assert } from '@/lib/core/assert';
import type { Id } from '@/lib/core/ids';
import type { PlainDate } from '@/lib/core/plain-date';
import { hashDistance } from '@/lib/pictures/perceptual-hash';
import type { Theme } from '@/lib/print/theme';
import { changePage, clearPages, designedPagesOf, pageAt } from './change-document';
import { cheapestAssignment } from './cheapest-assignment';
import type { CalendarDocument, PageIndex, Slot } from './document';
import { printIndexOf } from './page-plan';
import { type FitPicture, type FitSlot, firstCrop, misfit } from './picture-fit';
import { repeatOrder } from './repeat-order';
import { slotPlacesOf } from './slot-place';

export type AutofillPicture = {
  id: Id<'picture'>;
  /** Upright. */
  widthPx: number;
  heightPx: number;
  /** The day it was taken, where the camera wrote it. */
  takenOn: PlainDate | null;
  /** 0 and up; under 16 is blurred. */
  sharpness?: number;
  /** 64 bits as 16 hex digits, by which pictures of the same scene are told. */
  perceptualHash?: string;
} & Pick<FitPicture, 'faces' | 'focus'>;

/** A place for a picture that the calendar shows, in the order of the pages. */
type Place = FitSlot & { pageIndex: PageIndex; slotIndex: number };

/**
 * Puts pictures into the empty slots: those of a month near the time of year when they were taken, upright ones where
 * a slot is upright, those with few pixels where the slot is small. Every picture is used once before one is used
 * again, and then as far from its other places as can be; when there are more than slots, no blurred ones and no two
 * of one scene while others are left. The cover gets the one that suits it best. Slots that are filled stay as they
 * are, and so do slots that the page's layout does not show. The same pictures in the same order give the same
 * calendar.
 * @param input.pictures in the order in which they should come when nothing else decides
 * Locked pages are left alone even where they are empty.
 * @param input.isAgain empties every page first that is not locked, and fills it anew
 */
export function autofill(input: {
  pictures: readonly AutofillPicture[];
  document: CalendarDocument;
  isAgain?: boolean;
  /** Themes that staff made: a cover's slot depends on its theme. */
  themes?: readonly Theme[];
}): CalendarDocument {
  const isKept = (pageIndex: PageIndex) => pageAt(input.document, pageIndex).isLocked;
  const document = input.isAgain
    ? clearPages(
        input.document,
        designedPagesOf(input.document).filter((pageIndex) => !isKept(pageIndex)),
      )
    : input.document;
  const pictures = [...new Map(input.pictures.map((picture) => [picture.id, picture])).values()];
  const places = placesOf(document, input.themes ?? []);
  const row = places.map(({ pageIndex, slotIndex }) => {
    return pageAt(document, pageIndex).slots[slotIndex]?.pictureId ?? null;
  });
  const open = places.flatMap(({ pageIndex }, at) => {
    return row[at] === null && !isKept(pageIndex) ? [at] : [];
  });
  const placed = new Set(row);
  const fresh = pictures.filter(({ id }) => !placed.has(id));
  const known = new Map(pictures.map((picture) => [picture.id as string, picture]));

  const occupants = repeatOrder(row, open, fresh.length, new Set(known.keys()));
  const seats: Place[][] = Array.from({ length: Math.min(fresh.length, open.length) }, () => []);
  for (const [at, occupant] of occupants.entries()) {
    const place = places[open[at] ?? -1];
    if (typeof occupant === 'number' && place) seats[occupant]?.push(place);
  }
  const chosen = choose(seats, fresh);

  let filled = document;
  for (const [at, occupant] of occupants.entries()) {
    const place = places[open[at] ?? -1];
    if (occupant === null || !place) continue;
    const picture = typeof occupant === 'number' ? chosen[occupant] : known.get(occupant);
    assert(picture, 'every occupant is a picture');
    filled = withPicture(filled, place, picture);
  }
  return filled;
}

/** Of the pages that are printed: on a poster the months have none of their own. */
function placesOf(document: CalendarDocument, themes: readonly Theme[]): Place[] {
  return designedPagesOf(document).flatMap((pageIndex) =>
    printIndexOf(document, pageIndex) === null
      ? []
      : slotPlacesOf(document, pageIndex, themes).map((place, slotIndex) => ({
          ...place,
          pageIndex,
          slotIndex,
        })),
  );
}

/** Only decides where nothing else does. */
const ORDER_COST = 0.05;

/** The picture for each set of places, so that all suit together as well as can be. */
function choose(
  seats: readonly (readonly Place[])[],
  pictures: readonly AutofillPicture[],
): AutofillPicture[] {
  const weak = seats.length < pictures.length ? weaknesses(pictures) : null;
  const costs = seats.map((places, seat) =>
    pictures.map((picture, rank) => {
      const suits = places.reduce((sum, place) => sum + misfit(place, picture), 0);
      // Where the day is known, the time of year is the order.
      const isOrdered = picture.takenOn === null;
      const outOfOrder = Math.abs(rank / pictures.length - seat / seats.length);
      return suits + (isOrdered ? outOfOrder * ORDER_COST : 0) + (weak?.[rank] ?? 0);
    }),
  );
  assert(
    costs.every((list) => list.every(Number.isFinite)),
    'places and pictures have sizes',
  );
  return cheapestAssignment(costs).map((column) => {
    const picture = pictures[column];
    assert(picture, 'the assignment names a picture');
    return picture;
  });
}

/** Under it a picture looks blurred in print. */
const BLURRED_BELOW = 16;
const BLURRED_COST = 1;
/** Up to so many different bits are the same scene. */
const SAME_SCENE_BITS = 6;
const SAME_SCENE_COST = 2;
/** Shots of one scene follow each other closely. */
const SCENE_NEIGHBOURS = 6;
/** One day gives a few pictures before others wait; a wedding is a year's best day, but not the whole year. */
const SAME_DAY_COST = 0.25;
const SAME_DAY_MAX = 4;

/** What speaks against each picture as long as there are others: blur, and being one of many of its scene or day. */
function weaknesses(pictures: readonly AutofillPicture[]): number[] {
  const isBlurred = ({ sharpness }: AutofillPicture) =>
    sharpness !== undefined && sharpness < BLURRED_BELOW;
  const ofDay = new Map<PlainDate, number>();
  return pictures.map((picture, rank) => {
    const { takenOn } = picture;
    const before = pictures.slice(Math.max(0, rank - SCENE_NEIGHBOURS), rank);
    const isAnotherShot = before.some((other) => !isBlurred(other) && isSameScene(other, picture));
    const earlier = takenOn ? (ofDay.get(takenOn) ?? 0) : 0;
    if (takenOn) ofDay.set(takenOn, earlier + 1);
    return (
      (isBlurred(picture) ? BLURRED_COST : 0) +
      (isAnotherShot ? SAME_SCENE_COST : 0) +
      Math.min(earlier, SAME_DAY_MAX) * SAME_DAY_COST
    );
  });
}

function isSameScene(a: AutofillPicture, b: AutofillPicture): boolean {
  if (a.perceptualHash === undefined || b.perceptualHash === undefined) return false;
  return hashDistance(a.perceptualHash, b.perceptualHash) <= SAME_SCENE_BITS;
}

function withPicture(
  document: CalendarDocument,
  place: Place,
  picture: AutofillPicture,
): CalendarDocument {
  const filled: Slot = {
    pictureId: picture.id,
    crop: firstCrop(place, picture),
    filter: 'none',
  };
  const { slots } = pageAt(document, place.pageIndex);
  return changePage(document, place.pageIndex, {
    slots: slots.map((before, index) => (index === place.slotIndex ? filled : before)),
  });
}
