'use client';

import { Check, ImageUp, Minus, Plus, RotateCcw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '@/components/ui/button';
import { clearSlot, type SlotRef, setCrop } from '@/lib/calendars/change-document';
import { effectiveDpi, ZOOM_MAX, ZOOM_MIN } from '@/lib/calendars/crop-moves';
import type { Crop } from '@/lib/calendars/document';
import { cropSource } from '@/lib/print/crop-source';
import type { Box } from '@/lib/print/operations';
import type { MeasuredPicture } from '@/lib/print/print-input';
import { DpiBadge } from './dpi-badge';
import { useEditor } from './editor-context';
import { overBox, wholeRect } from './page-geometry';
import { useCropGesture } from './use-crop-gesture';

const ZOOM_STEP = 1.2;
const SLIDER_STEPS = 200;

/**
 * Crop mode of one slot: the picture moves under its frame at once, drawn by the page itself, and the crop goes into
 * the document when the hand rests.
 */
export function SlotCropper({
  slotRef,
  box,
  shown,
  picture,
  crop: saved,
  drawing,
  toolbarPlace,
}: {
  slotRef: SlotRef;
  box: Box;
  shown: Box;
  picture: MeasuredPicture;
  crop: Crop;
  /** The window onto the picture in the drawn page; null while it is not drawn. */
  drawing: () => SVGSVGElement | null;
  toolbarPlace: HTMLElement | null;
}) {
  const t = useTranslations('calendars.crop');
  const { change, setCropping, openPanel } = useEditor();
  const frame = useRef<HTMLButtonElement>(null);
  const boxAspect = box.widthMm / box.heightMm;
  const done = () => setCropping(null);

  const show = (crop: Crop) => {
    const { x, y, width, height } = cropSource(crop, picture, boxAspect);
    const view = [x, y, width, height].map((share) => (share * 1000).toFixed(3)).join(' ');
    drawing()?.setAttribute('viewBox', view);
  };
  const { crop, zoomTo, reset, handlers } = useCropGesture({
    frame,
    slotRect: (element) => wholeRect(element.getBoundingClientRect(), box, shown),
    crop: saved,
    picture,
    boxAspect,
    onLive: show,
    onCommit: (next) => change('crop', (document) => setCrop(document, slotRef, next)),
    onDone: done,
  });
  // A page that was drawn anew while the hand still moves shows the crop it was drawn with.
  useEffect(() => show(crop));
  useEffect(() => frame.current?.focus({ preventScroll: true }), []);

  const dpi = effectiveDpi(crop, picture, box);
  const slider = (Math.log(crop.zoom) / Math.log(ZOOM_MAX)) * SLIDER_STEPS;
  const toolbar = (
    <div
      role="toolbar"
      aria-label={t('toolbar')}
      className="pointer-events-auto flex max-w-full flex-wrap items-center justify-center gap-x-1 gap-y-1 rounded-card border border-line bg-sheet px-2 py-1.5 shadow-float"
    >
      <DpiBadge dpi={dpi} className="shadow-none" />
      <div className="flex items-center">
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('zoom_out')}
          disabled={crop.zoom <= ZOOM_MIN}
          onClick={() => zoomTo(crop.zoom / ZOOM_STEP)}
        >
          <Minus />
        </Button>
        <input
          type="range"
          aria-label={t('zoom')}
          aria-valuetext={t('zoom_value', { percent: Math.round(crop.zoom * 100) })}
          min={0}
          max={SLIDER_STEPS}
          value={Math.round(slider)}
          onChange={(event) => zoomTo(ZOOM_MAX ** (Number(event.target.value) / SLIDER_STEPS))}
          className="h-9 w-28 accent-accent sm:w-36"
        />
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('zoom_in')}
          disabled={crop.zoom >= ZOOM_MAX}
          onClick={() => zoomTo(crop.zoom * ZOOM_STEP)}
        >
          <Plus />
        </Button>
      </div>
      <div className="flex items-center">
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('reset')}
          title={t('reset')}
          onClick={reset}
        >
          <RotateCcw />
        </Button>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('replace')}
          title={t('replace')}
          onClick={() => openPanel('photos')}
        >
          <ImageUp />
        </Button>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('remove')}
          title={t('remove')}
          onClick={() => {
            change('remove', (document) => clearSlot(document, slotRef));
            done();
          }}
        >
          <Trash2 />
        </Button>
        <Button size="sm" className="ml-1" onClick={done}>
          <Check />
          {t('done')}
        </Button>
      </div>
    </div>
  );
  return (
    <>
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
            change('remove', (document) => clearSlot(document, slotRef));
            done();
          } else handlers.onKeyDown(event);
        }}
      >
        <span aria-hidden="true" className="pointer-events-none absolute inset-0">
          {[1, 2].map((third) => (
            <span key={third}>
              <span
                className="absolute inset-y-0 w-px bg-white/45"
                style={{ left: `${(third * 100) / 3}%` }}
              />
              <span
                className="absolute inset-x-0 h-px bg-white/45"
                style={{ top: `${(third * 100) / 3}%` }}
              />
            </span>
          ))}
        </span>
      </button>
      {toolbarPlace ? createPortal(toolbar, toolbarPlace) : null}
    </>
  );
}
