import { CENTRED, type Crop, emptyPage, type OwnDate, type Slot } from '@/lib/calendars/document';
import type { Id } from '@/lib/core/ids';

/** A picture as it is placed by default. */
export function aSlot(pictureId: Id<'picture'>, crop: Crop = CENTRED): Slot {
  return { pictureId, crop, filter: 'none' };
}

/** The slots of a page: these first, the others empty. */
export function slotsOf(...first: (Slot | null)[]): (Slot | null)[] {
  return emptyPage().slots.map((empty, index) => first[index] ?? empty);
}

/** What a date carries that nobody has marked. */
export const UNMARKED: Pick<OwnDate, 'icon' | 'colour' | 'picture' | 'personId'> = {
  icon: null,
  colour: null,
  picture: null,
  personId: null,
};
