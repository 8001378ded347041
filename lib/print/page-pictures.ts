import type { CalendarPage } from '@/lib/calendars/document';
import { placedPicture } from './crop-source';
import type { Box, Page } from './operations';
import type { PrintInput } from './print-input';
import { covers, roundedBox, type Sheet } from './sheet';
import type { Theme } from './theme';
import { ANY_TONES, flatTone, type ToneRange, tonesUnder } from './tones';

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
  { radiusMm = 0 }: { radiusMm?: number } = {},
): Page['slots'] {
  return boxes.map((exact, slotIndex) => {
    const box = roundedBox(exact);
    const slot = page.slots[slotIndex];
    const picture = slot ? input.pictures.get(slot.pictureId) : undefined;
    if (slot && picture) {
      sheet.add({ kind: 'image', ...placedPicture(slot, picture, box), radiusMm, slotIndex });
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

/** How dark and how light it is under a box over the slots that are already drawn. */
export function tonesBehind(sheet: Sheet, input: PrintInput, box: Box): ToneRange {
  const under = sheet.operations.findLast(
    (operation) =>
      (operation.kind === 'image' || operation.kind === 'placeholder') && covers(operation, box),
  );
  if (under?.kind === 'placeholder') return flatTone(under.fill);
  const picture = under?.kind === 'image' ? input.pictures.get(under.pictureId) : undefined;
  return under?.kind === 'image' && picture ? tonesUnder(under, picture, box) : ANY_TONES;
}
