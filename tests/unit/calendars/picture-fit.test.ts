import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placePicture, setCrop, slotAt, swapSlots } from '@/lib/calendars/change-document';
import { composeDocument } from '@/lib/calendars/compose-document';
import { CENTRED, COVER_PAGE, CropSchema } from '@/lib/calendars/document';
import { type FitPicture, type FitSlot, firstCrop, misfit } from '@/lib/calendars/picture-fit';
import { cropPlaced, firstCropIn, slotPlacesOf } from '@/lib/calendars/slot-place';
import type { YearMonth } from '@/lib/core/plain-date';
import { cropView } from '@/lib/print/crop-source';

const landscape: FitPicture = { widthPx: 6000, heightPx: 4000, takenOn: null };
const upright: FitPicture = { widthPx: 4000, heightPx: 6000, takenOn: null };
const square: FitSlot = { widthMm: 200, heightMm: 200, month: 5 };

function shownOf(slot: FitSlot, picture: FitPicture) {
  const { source } = cropView(firstCrop(slot, picture), picture, slot.widthMm / slot.heightMm);
  return {
    left: source.x,
    top: source.y,
    right: source.x + source.width,
    bottom: source.y + source.height,
  };
}

describe('the first crop', () => {
  it('is the middle, for upright pictures a little above it, when nothing is known of the picture', () => {
    expect(firstCrop(square, landscape)).toEqual(CENTRED);
    const { y } = firstCrop(square, upright);
    expect(y).toBeLessThan(0.5);
    expect(y).toBeGreaterThan(0.4);
  });

  it('keeps a face at the edge whole', () => {
    const face = { x: 0.02, y: 0.3, width: 0.1, height: 0.2 };
    const shown = shownOf(square, { ...landscape, faces: [face] });
    expect(shown.left).toBeLessThanOrEqual(face.x);
    const low = { x: 0.4, y: 0.82, width: 0.2, height: 0.15 };
    expect(shownOf(square, { ...upright, faces: [low] }).bottom).toBeGreaterThanOrEqual(0.97);
  });

  it('puts what the eye goes to into the middle as far as the picture reaches', () => {
    const near = shownOf(square, { ...landscape, focus: { x: 0.45, y: 0.2 } });
    expect(Math.abs((near.left + near.right) / 2 - 0.45)).toBeLessThan(0.02);
    const far = shownOf(square, { ...landscape, focus: { x: 0.95, y: 0.2 } });
    expect(far.right).toBeCloseTo(1, 3);
  });

  it('keeps faces out from under a band over the lower half', () => {
    const free = { x: 0, y: 0, width: 1, height: 0.5 };
    const face = { x: 0.4, y: 0.52, width: 0.2, height: 0.12 };
    const shown = shownOf({ ...square, free }, { ...upright, faces: [face] });
    const height = shown.bottom - shown.top;
    expect(face.y + face.height).toBeLessThanOrEqual(shown.top + height * 0.5 + 0.001);
  });

  it('is always a crop that the document takes, never zoomed in', () => {
    const share = fc.double({ min: 0, max: 0.9, noNaN: true });
    const part = fc.record({
      x: share,
      y: share,
      width: fc.constant(0.1),
      height: fc.constant(0.1),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 400, max: 9000 }),
        fc.integer({ min: 400, max: 9000 }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.array(part, { maxLength: 4 }),
        fc.option(fc.record({ x: share, y: share }), { nil: undefined }),
        (widthPx, heightPx, aspect, faces, focus) => {
          const picture = { widthPx, heightPx, takenOn: null, faces, ...(focus ? { focus } : {}) };
          const crop = firstCrop({ widthMm: 100 * aspect, heightMm: 100, month: 1 }, picture);
          expect(CropSchema.safeParse(crop).success).toBe(true);
          expect(crop.zoom).toBe(1);
        },
      ),
    );
  });
});

describe('how badly a picture suits a place', () => {
  it('is more for a place that must cut a face', () => {
    const wide: FitSlot = { widthMm: 300, heightMm: 100, month: 5 };
    const large = { x: 0.2, y: 0.2, width: 0.6, height: 0.7 };
    const plain = misfit(wide, upright);
    expect(misfit(wide, { ...upright, faces: [large] })).toBeGreaterThan(plain + 1);
    const small = { x: 0.4, y: 0.3, width: 0.1, height: 0.08 };
    expect(misfit(wide, { ...upright, faces: [small] })).toBeCloseTo(plain, 9);
  });
});

describe('where a picture is seen whole', () => {
  const document = composeDocument({
    title: '',
    formatId: 'wall-a3-portrait',
    from: '2027-01' as YearMonth,
    monthCount: 12,
    language: 'en',
    firstWeekday: 1,
    themeId: 'atelier',
    layoutId: 'photo-full',
    holidaySets: [],
  });

  it('is not under the binding, in the bleed or under the band', () => {
    const [place] = slotPlacesOf(document, 0);
    const free = place?.free ?? { x: 0, y: 0, width: 0, height: 0 };
    // 11 mm of binding below 3 mm of bleed, on a picture of 426 mm.
    expect(free.y * (place?.heightMm ?? 0)).toBeGreaterThanOrEqual(13.9);
    expect(free.x).toBeGreaterThan(0);
    expect(free.y + free.height).toBeLessThan(0.9);
    expect(free.height).toBeGreaterThan(0.3);
  });

  it('is inside the slot on every page of every layout', () => {
    for (const pageIndex of [COVER_PAGE, 0]) {
      for (const layoutId of ['photo-above', 'photo-left', 'six-photos', 'photo-days'] as const) {
        for (const { free } of slotPlacesOf({ ...document, layoutId }, pageIndex)) {
          expect(free?.width).toBeGreaterThan(0.3);
          expect(free?.height).toBeGreaterThan(0.3);
          expect((free?.x ?? 0) + (free?.width ?? 0)).toBeLessThanOrEqual(1.0001);
          expect((free?.y ?? 0) + (free?.height ?? 0)).toBeLessThanOrEqual(1.0001);
        }
      }
    }
  });
});

describe('pictures that a change put into slots', () => {
  const document = composeDocument({
    title: '',
    formatId: 'wall-a3-portrait',
    from: '2027-01' as YearMonth,
    monthCount: 12,
    language: 'en',
    firstWeekday: 1,
    themeId: 'atelier',
    layoutId: 'photo-above',
    holidaySets: [],
  });
  const seen = { focus: { x: 0.1, y: 0.5 }, faces: [] };
  const wide = { widthPx: 9000, heightPx: 3000, seen };
  const pictures = new Map([['pic_wide' as const, wide]]);
  const ref = { pageIndex: 2, slotIndex: 0 };
  const placed = cropPlaced(document, placePicture(document, ref, 'pic_wide'), pictures);

  it('come with the crop that suits them there', () => {
    expect(slotAt(placed, ref)?.crop.x).toBeLessThan(0.4);
    expect(slotAt(placed, ref)?.crop).toEqual(firstCropIn(document, ref, wide));
  });

  it('keep the crop that somebody gave them, and theirs when they are moved', () => {
    const centred = setCrop(placed, ref, { ...CENTRED });
    expect(cropPlaced(placed, centred, pictures)).toBe(centred);
    const moved = swapSlots(placed, ref, { pageIndex: 5, slotIndex: 0 });
    expect(cropPlaced(placed, moved, pictures)).toBe(moved);
  });

  it('stay centred while nothing is known of them', () => {
    const after = placePicture(document, ref, 'pic_other');
    expect(cropPlaced(document, after, pictures)).toBe(after);
  });
});
