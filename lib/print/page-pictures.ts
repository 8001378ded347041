import type { CalendarPage } from '@/lib/calendars/document';
import { cropSource } from './crop-source';
import type { Box, Page } from './operations';
import type { PrintInput } from './print-input';
import { roundedBox, type Sheet } from './sheet';
import type { Theme } from './theme';

/**
 * Fills the slots of a page: the picture's part that the crop asks for, or an invitation where there is none yet.
 * A picture whose size is not known counts as absent, so that a page can be drawn while it is still being read.
 */
export function drawPictures(
  sheet: Sheet,
  theme: Theme,
  input: PrintInput,
  page: CalendarPage,
  boxes: readonly Box[],
): Page['slots'] {
  return boxes.map((exact, slotIndex) => {
    const box = roundedBox(exact);
    const slot = page.slots[slotIndex];
    const picture = slot ? input.pictures.get(slot.pictureId) : undefined;
    if (slot && picture) {
      const source = cropSource(slot.crop, picture, box.widthMm / box.heightMm);
      sheet.add({ kind: 'image', ...box, pictureId: slot.pictureId, source, slotIndex });
    } else {
      sheet.add({ kind: 'placeholder', ...box, slotIndex, fill: theme.palette.placeholder });
    }
    return { ...box, slotIndex };
  });
}

/** Whether a slot has a picture that can be drawn. */
export function hasPicture(input: PrintInput, page: CalendarPage, slotIndex: number): boolean {
  const slot = page.slots[slotIndex];
  return slot != null && input.pictures.has(slot.pictureId);
}
