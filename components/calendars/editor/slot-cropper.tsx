'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { classes } from '@/components/ui/classes';
import { clearSlot, type SlotRef, setCrop, setFilter } from '@/lib/calendars/change-document';
import { effectiveDpi } from '@/lib/calendars/crop-moves';
import type { Crop, FilterId, Slot } from '@/lib/calendars/document';
import { firstCropIn } from '@/lib/calendars/slot-place';
import type { PictureView } from '@/lib/pictures/picture-view';
import { placedPicture } from '@/lib/print/crop-source';
import type { Box } from '@/lib/print/operations';
import { svgPictureTransform } from '@/lib/print/picture-matrix';
import { CropTools } from './crop-tools';
import { useEditor } from './editor-context';
import { LiveFilters, liveFilter } from './live-filters';
import { overBox, wholeRect } from './page-geometry';
import { useCropGesture } from './use-crop-gesture';

/**
 * Crop mode of one slot: the picture moves under its frame at once, drawn by the page itself, and the crop goes into
 * the document when the hand rests.
 */
export function SlotCropper({
  slotRef,
  name,
  box,
  shown,
  picture,
  slot,
  drawing,
}: {
  slotRef: SlotRef;
  /** Of the place, for people. */
  name: string;
  box: Box;
  shown: Box;
  picture: PictureView & { widthPx: number; heightPx: number };
  slot: Slot;
  /** The picture in the drawn page; null while it is not drawn. */
  drawing: () => SVGImageElement | null;
}) {
  const t = useTranslations('calendars.crop');
  const { document, change, setCropping, openPanel, view } = useEditor();
  const frame = useRef<HTMLButtonElement>(null);
  const [isLevelling, setLevelling] = useState(false);
  const boxAspect = box.widthMm / box.heightMm;
  const done = () => setCropping(null);
  const remove = () => {
    change('remove', (before) => clearSlot(before, slotRef));
    done();
  };

  const show = (crop: Crop) => {
    const image = drawing();
    if (!image) return;
    const placed = { ...placedPicture({ ...slot, crop }, picture, box), radiusMm: 0 };
    image.setAttribute('transform', svgPictureTransform(placed));
    image.style.filter = liveFilter(slot.filter);
  };
  const gesture = useCropGesture({
    frame,
    slotRect: (element) => wholeRect(element.getBoundingClientRect(), box, shown),
    crop: slot.crop,
    initial: firstCropIn(document, slotRef, picture),
    picture,
    boxAspect,
    onLive: show,
    onCommit: (next) => change('crop', (before) => setCrop(before, slotRef, next)),
    onDone: done,
  });
  const { crop, handlers } = gesture;
  // A page that was drawn anew while the hand still moves shows the crop it was drawn with.
  useEffect(() => show(crop));
  useEffect(() => frame.current?.focus({ preventScroll: true }), []);

  return (
    <>
      <LiveFilters />
      <button
        ref={frame}
        type="button"
        aria-label={t('frame')}
        style={overBox(box, shown)}
        className="z-20 cursor-grab touch-none outline-3 -outline-offset-3 outline-accent focus-visible:outline-3 focus-visible:-outline-offset-3 active:cursor-grabbing"
        {...handlers}
        onKeyDown={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') {
            event.preventDefault();
            remove();
          } else handlers.onKeyDown(event);
        }}
      >
        <GuideLines count={isLevelling ? 11 : 2} />
      </button>
      {view.toolsPlace
        ? createPortal(
            <CropTools
              name={name}
              picture={picture}
              crop={crop}
              filter={slot.filter}
              dpi={effectiveDpi(crop, picture, box)}
              onZoom={gesture.zoomTo}
              onTurn={gesture.turn}
              onMirror={gesture.mirror}
              onStraighten={gesture.straightenTo}
              onLevelling={setLevelling}
              onFilter={(filter: FilterId) =>
                change('filter', (before) => setFilter(before, slotRef, filter))
              }
              onReset={gesture.reset}
              onReplace={() => openPanel('photos')}
              onRemove={remove}
              onDone={done}
            />,
            view.toolsPlace,
          )
        : null}
    </>
  );
}

/** Thirds to compose by; more of them to find a level by. */
function GuideLines({ count }: { count: number }) {
  const lines = Array.from({ length: count }, (_, at) => ((at + 1) * 100) / (count + 1));
  return (
    <span aria-hidden="true" className="pointer-events-none absolute inset-0">
      {lines.map((percent) => (
        <span key={percent} className={classes(count > 2 ? 'text-white/40' : 'text-white/60')}>
          <span
            className="absolute inset-y-0 w-px bg-current shadow-[0_0_1px_rgb(0_0_0/0.5)]"
            style={{ left: `${percent}%` }}
          />
          <span
            className="absolute inset-x-0 h-px bg-current shadow-[0_0_1px_rgb(0_0_0/0.5)]"
            style={{ top: `${percent}%` }}
          />
        </span>
      ))}
    </span>
  );
}
