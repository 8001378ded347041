import { describe, expect, it } from 'vitest';
import { shownBoxOf, wholeRect } from '@/components/calendars/editor/page-geometry';

const page = { trim: { widthMm: 297, heightMm: 420 }, bleedMm: 3 };
const fullBleed = { xMm: -3, yMm: -3, widthMm: 303, heightMm: 426 };

describe('where a slot lies on the screen', () => {
  it('counts what the page cuts off a full-bleed slot, so that a picture follows the hand exactly', () => {
    const visible = { left: 100, top: 50, width: 594, height: 840 };
    expect(wholeRect(visible, fullBleed, shownBoxOf(page, false))).toEqual({
      left: 94,
      top: 44,
      width: 606,
      height: 852,
    });
  });

  it('is the frame itself where the whole slot is visible', () => {
    const visible = { left: 100, top: 50, width: 606, height: 852 };
    expect(wholeRect(visible, fullBleed, shownBoxOf(page, true))).toEqual(visible);
    const inner = { xMm: 20, yMm: 30, widthMm: 100, heightMm: 50 };
    const rect = { left: 40, top: 60, width: 200, height: 100 };
    expect(wholeRect(rect, inner, shownBoxOf(page, false))).toEqual(rect);
  });
});
