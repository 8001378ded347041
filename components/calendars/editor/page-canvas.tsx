'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { PagePicture } from '@/components/calendars/page-picture';
import { usePageName } from '@/components/calendars/use-page-name';
import { classes } from '@/components/ui/classes';
import { Spinner } from '@/components/ui/spinner';
import { type SlotRef, slotAt } from '@/lib/calendars/change-document';
import type { PlainDate } from '@/lib/core/plain-date';
import { formatOf } from '@/lib/print/formats';
import { designedPageOf, useEditor } from './editor-context';
import { overBox, shownBoxOf } from './page-geometry';
import { OverlayLegend, PrintOverlay } from './print-overlay';
import { SlotCropper } from './slot-cropper';
import { SlotFrame } from './slot-frame';

/** The page in view, as large as there is room, with everything on it that can be taken hold of. */
export function PageCanvas() {
  const t = useTranslations('calendars');
  const pageName = usePageName();
  const editor = useEditor();
  const { document, printIndex, rendered, cropping, pictures, showsOverlay } = editor;
  const holder = useRef<HTMLDivElement>(null);
  const [toolbarPlace, setToolbarPlace] = useState<HTMLElement | null>(null);
  const page = rendered.page(printIndex);
  const designed = designedPageOf(document, printIndex);
  const trim = page?.trim ?? formatOf(document.formatId).trim;
  const shown = shownBoxOf(page ?? { trim, bleedMm: 0 }, showsOverlay);
  const aspect = shown.widthMm / shown.heightMm;

  const drawingOf = useCallback(
    (slotIndex: number): SVGSVGElement | null => {
      const order = page?.drawnSlots.indexOf(slotIndex) ?? -1;
      const windows = holder.current?.querySelectorAll<SVGSVGElement>('svg > svg');
      return order < 0 ? null : (windows?.[order] ?? null);
    },
    [page],
  );

  // The frame of crop mode is gone with the focus in it: the slot takes it over.
  const lastCropped = useRef<SlotRef | null>(null);
  useEffect(() => {
    const ended = cropping === null ? lastCropped.current : null;
    lastCropped.current = cropping;
    if (!ended || window.document.activeElement !== window.document.body) return;
    const selector = `[data-slot="${ended.pageIndex}:${ended.slotIndex}"]`;
    window.document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }, [cropping]);

  const isCropped = (ref: SlotRef) =>
    cropping?.pageIndex === ref.pageIndex && cropping.slotIndex === ref.slotIndex;

  return (
    <div className="relative flex min-h-0 flex-1 flex-col items-center justify-center gap-2">
      <div
        className="flex min-h-0 w-full flex-1 items-center justify-center [container-type:size]"
        onPointerDown={(event) => {
          if (event.target === event.currentTarget) editor.setCropping(null);
        }}
      >
        <div
          className="relative bg-sheet shadow-float"
          style={{ width: `min(100cqw, calc(100cqh * ${aspect}))`, aspectRatio: String(aspect) }}
        >
          <div ref={holder}>
            {page ? (
              <PagePicture page={page} showBleed={showsOverlay} />
            ) : (
              <div className="flex items-center justify-center" style={{ aspectRatio: aspect }}>
                <Spinner className="size-8 text-accent" />
                <span className="sr-only">{t('editor.drawing')}</span>
              </div>
            )}
          </div>
          {showsOverlay ? <PrintOverlay formatId={document.formatId} shown={shown} /> : null}
          {page && designed !== null
            ? page.slots.map((box) => {
                const ref: SlotRef = { pageIndex: designed, slotIndex: box.slotIndex };
                const slot = slotAt(document, ref);
                const picture = slot ? (pictures.get(slot.pictureId) ?? null) : null;
                const name =
                  page.slots.length > 1
                    ? t('slot.numbered', {
                        page: pageName(document, printIndex),
                        number: box.slotIndex + 1,
                      })
                    : pageName(document, printIndex);
                if (slot && picture?.widthPx && picture.heightPx && isCropped(ref)) {
                  return (
                    <SlotCropper
                      key={`crop:${designed}:${box.slotIndex}:${slot.pictureId}`}
                      slotRef={ref}
                      box={box}
                      shown={shown}
                      picture={{ widthPx: picture.widthPx, heightPx: picture.heightPx }}
                      crop={slot.crop}
                      drawing={() => drawingOf(box.slotIndex)}
                      toolbarPlace={toolbarPlace}
                    />
                  );
                }
                return (
                  <SlotFrame
                    key={`${designed}:${box.slotIndex}`}
                    slotRef={ref}
                    slot={slot}
                    picture={picture}
                    box={box}
                    shown={shown}
                    name={name}
                  />
                );
              })
            : null}
          {page?.days.map((day) => (
            <button
              key={day.date}
              type="button"
              // For the pointer; with a keyboard the panel of dates does the same in fewer steps.
              tabIndex={-1}
              aria-hidden="true"
              style={overBox(day, shown)}
              title={t('dates.add_on_day')}
              onClick={() => editor.addDateOn(day.date as PlainDate)}
              className={classes(
                'z-10 rounded-sm hover:bg-accent/12',
                cropping !== null && 'pointer-events-none',
              )}
            />
          ))}
          {page && !rendered.isCurrent(printIndex) ? (
            <span className="absolute top-2 right-2 z-30 rounded-full bg-sheet/90 p-1.5 text-accent shadow-sheet">
              <Spinner className="size-4" />
              <span className="sr-only">{t('editor.drawing')}</span>
            </span>
          ) : null}
        </div>
      </div>
      {showsOverlay ? <OverlayLegend /> : null}
      <div
        ref={setToolbarPlace}
        className={classes(
          'pointer-events-none z-30 flex w-full justify-center px-2',
          cropping ? 'absolute inset-x-0 bottom-2' : 'hidden',
        )}
      />
    </div>
  );
}
