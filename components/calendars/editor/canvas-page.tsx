'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef } from 'react';
import { PagePicture } from '@/components/calendars/page-picture';
import { usePageName } from '@/components/calendars/use-page-name';
import type { SoftProof } from '@/components/calendars/use-soft-proof';
import { classes } from '@/components/ui/classes';
import { Spinner } from '@/components/ui/spinner';
import { type SlotRef, slotAt } from '@/lib/calendars/change-document';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import type { PlainDate } from '@/lib/core/plain-date';
import { formatOf } from '@/lib/print/formats';
import { designedPageOf, useEditor } from './editor-context';
import { overBox, shownBoxOf } from './page-geometry';
import { PrintOverlay } from './print-overlay';
import { SlotCropper } from './slot-cropper';
import { SlotFrame } from './slot-frame';

/** One page with everything on it that can be taken hold of. Touching it makes it the page in view. */
export function CanvasPage({
  printIndex,
  isAlone,
  proof,
}: {
  printIndex: number;
  isAlone: boolean;
  proof: SoftProof | null;
}) {
  const t = useTranslations('calendars');
  const editor = useEditor();
  const { document, rendered, view, goTo } = editor;
  const holder = useRef<HTMLDivElement>(null);
  const page = rendered.page(printIndex);
  const { trim, bleedMm } = page ?? formatOf(document.formatId);
  const shown = shownBoxOf({ trim, bleedMm }, view.showsOverlay);
  const aspect = shown.widthMm / shown.heightMm;
  const isInView = editor.printIndex === printIndex;
  const takeOver = () => {
    if (!isInView) goTo(printIndex);
  };
  return (
    <div
      className={classes(
        'relative bg-sheet shadow-float',
        !isAlone && isInView && 'ring-3 ring-accent',
      )}
      style={{ aspectRatio: String(aspect) }}
      onPointerDownCapture={takeOver}
      onFocusCapture={takeOver}
    >
      <div ref={holder}>
        {page ? (
          <PagePicture
            page={page}
            showBleed={view.showsOverlay}
            rendition={isAlone ? 'screen' : 'thumb'}
            proof={proof}
          />
        ) : (
          <div className="flex items-center justify-center" style={{ aspectRatio: aspect }}>
            <Spinner className="size-8 text-accent" />
            <span className="sr-only">{t('editor.drawing')}</span>
          </div>
        )}
      </div>
      {view.showsOverlay ? (
        <PrintOverlay formatId={document.formatId} shown={shown} parts={view.overlayParts} />
      ) : null}
      {page ? <Slots page={page} printIndex={printIndex} holder={holder} /> : null}
      {isInView ? <Days page={page} /> : null}
      {page && !rendered.isCurrent(printIndex) ? (
        <span className="absolute top-2 right-2 z-30 rounded-full bg-sheet/90 p-1.5 text-accent shadow-sheet">
          <Spinner className="size-4" />
          <span className="sr-only">{t('editor.drawing')}</span>
        </span>
      ) : null}
    </div>
  );
}

function Slots({
  page,
  printIndex,
  holder,
}: {
  page: RenderedPage;
  printIndex: number;
  holder: React.RefObject<HTMLDivElement | null>;
}) {
  const t = useTranslations('calendars');
  const pageName = usePageName();
  const { document, cropping, pictures, view } = useEditor();
  const designed = designedPageOf(document, printIndex);
  const shown = shownBoxOf(page, view.showsOverlay);
  const drawingOf = useCallback(
    (slotIndex: number) =>
      holder.current?.querySelector<SVGImageElement>(`image[data-slot="${slotIndex}"]`) ?? null,
    [holder],
  );

  // The frame of crop mode is gone with the focus in it: the slot takes it over.
  const lastCropped = useRef<SlotRef | null>(null);
  useEffect(() => {
    const ended = cropping === null ? lastCropped.current : null;
    lastCropped.current = cropping;
    if (!ended || window.document.activeElement !== window.document.body) return;
    const selector = `button[data-slot="${ended.pageIndex}:${ended.slotIndex}"]`;
    window.document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }, [cropping]);

  if (designed === null) return null;
  const isCropped = (ref: SlotRef) =>
    cropping?.pageIndex === ref.pageIndex && cropping.slotIndex === ref.slotIndex;
  const nameOf = (slotIndex: number) =>
    page.slots.length > 1
      ? t('slot.numbered', { page: pageName(document, printIndex), number: slotIndex + 1 })
      : pageName(document, printIndex);
  return page.slots.map((box) => {
    const ref: SlotRef = { pageIndex: designed, slotIndex: box.slotIndex };
    const slot = slotAt(document, ref);
    const picture = slot ? (pictures.get(slot.pictureId) ?? null) : null;
    if (slot && picture?.widthPx && picture.heightPx && isCropped(ref)) {
      return (
        <SlotCropper
          key={`crop:${designed}:${box.slotIndex}:${slot.pictureId}`}
          slotRef={ref}
          name={nameOf(box.slotIndex)}
          box={box}
          shown={shown}
          picture={{ ...picture, widthPx: picture.widthPx, heightPx: picture.heightPx }}
          slot={slot}
          drawing={() => drawingOf(box.slotIndex)}
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
        name={nameOf(box.slotIndex)}
      />
    );
  });
}

/** Each day can be pressed to write something into it. */
function Days({ page }: { page: RenderedPage | null }) {
  const t = useTranslations('calendars.dates');
  const { addDateOn, cropping, view } = useEditor();
  if (!page) return null;
  const shown = shownBoxOf(page, view.showsOverlay);
  return page.days.map((day) => (
    <button
      key={day.date}
      type="button"
      // For the pointer; with a keyboard the panel of dates does the same in fewer steps.
      tabIndex={-1}
      aria-hidden="true"
      style={overBox(day, shown)}
      title={t('add_on_day')}
      onClick={() => addDateOn(day.date as PlainDate)}
      className={classes(
        'z-10 rounded-sm hover:bg-accent/12',
        cropping !== null && 'pointer-events-none',
      )}
    />
  ));
}
