import { describe, expect, it } from 'vitest';
import {
  changePage,
  lockPages,
  placePicture,
  setLayout,
  slotAt,
} from '@/lib/calendars/change-document';
import { COVER_PAGE } from '@/lib/calendars/document';
import { applyDrop, bestSlotOf, placePictures, slotCountOf } from '@/lib/calendars/drop-rules';
import { filledDocument, pictureId, sampleDocument } from './sample-document';

const picture = { kind: 'picture' as const, pictureId: pictureId(9) };

describe('dropping', () => {
  it('puts a library picture into the slot it is dropped on', () => {
    const ref = { pageIndex: 4, slotIndex: 0 };
    const result = applyDrop(filledDocument(), picture, { kind: 'slot', ref });
    expect(result?.name).toBe('place');
    expect(result && slotAt(result.document, ref)?.pictureId).toBe(pictureId(9));
  });

  it('prefers the empty place of a page that shows two', () => {
    const document = changePage(filledDocument(), 0, { layoutId: 'two-photos' });
    expect(slotCountOf(document, 0)).toBe(2);
    expect(bestSlotOf(document, 0)).toEqual({ pageIndex: 0, slotIndex: 1 });
    expect(bestSlotOf(filledDocument(), 0)).toEqual({ pageIndex: 0, slotIndex: 0 });
    expect(slotCountOf(document, COVER_PAGE)).toBe(1);
  });

  it('exchanges the pictures of two months', () => {
    const result = applyDrop(
      filledDocument(),
      { kind: 'slot', ref: { pageIndex: 0, slotIndex: 0 } },
      { kind: 'page', pageIndex: 2 },
    );
    expect(result?.document.pages[2]?.slots[0]?.pictureId).toBe(pictureId(1));
    expect(result?.document.pages[0]?.slots[0]?.pictureId).toBe(pictureId(3));
  });

  it('takes a picture off its page when it is dropped on the library', () => {
    const ref = { pageIndex: 0, slotIndex: 0 };
    const result = applyDrop(filledDocument(), { kind: 'slot', ref }, { kind: 'library' });
    expect(result?.name).toBe('remove');
    expect(result && slotAt(result.document, ref)).toBeNull();
  });

  it('places several photos one after the other from the drop place on', () => {
    const ids = [5, 6, 7].map(pictureId);
    const document = setLayout(filledDocument(), [1], 'two-photos');
    const target = { kind: 'slot' as const, ref: { pageIndex: 1, slotIndex: 1 } };
    const result = applyDrop(document, { kind: 'pictures', pictureIds: ids }, target);
    expect(result).toMatchObject({ name: 'place', leftOver: 0 });
    const at = (pageIndex: number, slotIndex: number) =>
      result && slotAt(result.document, { pageIndex, slotIndex })?.pictureId;
    expect([at(1, 0), at(1, 1), at(2, 0), at(3, 0)]).toEqual([pictureId(2), ...ids]);
  });

  it('passes over locked pages, and counts what found no place', () => {
    const ids = Array.from({ length: 14 }, (_, number) => pictureId(number + 20));
    const document = lockPages(filledDocument(), [1, 2], true);
    const { document: placed, leftOver } = placePictures(
      document,
      { pageIndex: 1, slotIndex: 0 },
      ids,
    );
    expect(placed.pages[1]?.slots[0]?.pictureId).toBe(pictureId(20));
    expect(placed.pages[2]).toBe(document.pages[2]);
    expect(placed.pages[3]?.slots[0]?.pictureId).toBe(pictureId(21));
    expect(placed.cover).toBe(document.cover);
    expect(leftOver).toBe(14 - 10);
  });

  it('fills nothing behind a poster', () => {
    const poster = { ...filledDocument(), formatId: 'poster-a2-portrait' as const };
    const ids = [pictureId(5), pictureId(6)];
    const { document, leftOver } = placePictures(poster, { pageIndex: -1, slotIndex: 0 }, ids);
    expect(document.cover.slots[0]?.pictureId).toBe(pictureId(5));
    expect(document.pages).toEqual(poster.pages);
    expect(leftOver).toBe(1);
  });

  it('does nothing where a drop means nothing', () => {
    const document = placePicture(sampleDocument(), { pageIndex: 0, slotIndex: 0 }, pictureId(1));
    const item = { kind: 'slot' as const, ref: { pageIndex: 0, slotIndex: 0 } };
    expect(applyDrop(document, item, { kind: 'page', pageIndex: 0 })).toBeNull();
    expect(applyDrop(document, item, { kind: 'slot', ref: item.ref })).toBeNull();
    expect(applyDrop(document, picture, { kind: 'library' })).toBeNull();
    const page = { kind: 'page' as const, pageIndex: 1 };
    expect(applyDrop(document, page, { kind: 'library' })).toBeNull();
    expect(applyDrop(document, page, { kind: 'page', pageIndex: 1 })).toBeNull();
  });
});
