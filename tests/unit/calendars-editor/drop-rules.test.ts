import { describe, expect, it } from 'vitest';
import { COVER_PAGE, changePage, placePicture, slotAt } from '@/lib/calendars/change-document';
import { applyDrop, bestSlotOf, slotCountOf } from '@/lib/calendars/drop-rules';
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
