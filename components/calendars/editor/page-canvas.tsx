'use client';

import { useTranslations } from 'next-intl';
import { type CSSProperties, useDeferredValue, useEffect, useRef, useState } from 'react';
import { usePageName } from '@/components/calendars/use-page-name';
import { useSoftProof } from '@/components/calendars/use-soft-proof';
import { classes } from '@/components/ui/classes';
import { pageCountOf } from '@/lib/calendars/page-plan';
import { formatOf } from '@/lib/print/formats';
import { CanvasPage } from './canvas-page';
import { useEditor } from './editor-context';
import { shownBoxOf } from './page-geometry';
import { OverlayLegend } from './print-overlay';
import { columnsFor, spreadAround } from './spread';
import { useZoomedScroll } from './use-zoomed-scroll';

/** Between pages, in rem. */
const GAP_REM = 1.25;
/** Room for a page's name over it, in rem. */
const NAME_REM = 1.75;

/** The page in view, or several side by side, as large as there is room or as large as is asked for. */
export function PageCanvas() {
  const { document, printIndex: wanted, rendered, setCropping, view } = useEditor();
  // The rest of the screen answers first; a large page is then put in without making anything wait.
  const printIndex = Math.min(useDeferredValue(wanted), pageCountOf(document) - 1);
  const scroller = useRef<HTMLDivElement>(null);
  const { zoom, spread, showsOverlay } = view;
  const indexes = spreadAround(document, printIndex, spread);
  const page = rendered.page(printIndex) ?? {
    trim: formatOf(document.formatId).trim,
    bleedMm: formatOf(document.formatId).bleedMm,
  };
  const shown = shownBoxOf(page, showsOverlay);
  const aspect = shown.widthMm / shown.heightMm;
  const columns = useColumns(scroller, indexes.length, aspect);
  const rows = Math.ceil(indexes.length / columns);
  const isOne = indexes.length === 1;
  useZoomedScroll(scroller, view);
  const proof = useSoftProof(
    view.isProofed,
    document.formatId,
    indexes.map((index) => rendered.page(index)),
  );

  const nameRem = isOne ? 0 : NAME_REM;
  const fitted = `min(calc((100cqw - ${GAP_REM * (columns - 1)}rem) / ${columns}), calc(((100cqh - ${
    GAP_REM * (rows - 1) + nameRem * rows
  }rem) / ${rows}) * ${aspect}))`;
  const width = zoom === 'fit' ? fitted : `${(shown.widthMm * zoom).toFixed(2)}mm`;
  const layout: CSSProperties = {
    display: 'grid',
    gridTemplateColumns: `repeat(${columns}, ${width})`,
    gap: `${GAP_REM}rem`,
    placeContent: 'safe center',
    minWidth: '100%',
    minHeight: '100%',
  };
  return (
    <div className="relative flex min-h-0 flex-1 flex-col items-center justify-center gap-2">
      <div
        ref={scroller}
        // A page larger than its room is moved by scrolling, with the keyboard too.
        tabIndex={zoom === 'fit' ? undefined : 0}
        className={classes(
          'min-h-0 w-full flex-1 [container-type:size]',
          zoom === 'fit' ? 'overflow-visible' : 'overflow-auto overscroll-contain',
        )}
      >
        <div
          style={layout}
          className={classes(zoom !== 'fit' && 'w-max')}
          onPointerDown={(event) => {
            if (event.target === event.currentTarget) setCropping(null);
          }}
        >
          {indexes.map((index) => (
            <div key={index} className="min-w-0">
              {isOne ? null : <PageLabel printIndex={index} />}
              <CanvasPage printIndex={index} isAlone={isOne} proof={proof} />
            </div>
          ))}
        </div>
      </div>
      {showsOverlay ? <OverlayLegend formatId={document.formatId} /> : null}
    </div>
  );
}

/** The name of one of several pages; pressed, that page is shown alone. */
function PageLabel({ printIndex }: { printIndex: number }) {
  const t = useTranslations('calendars.view');
  const pageName = usePageName();
  const editor = useEditor();
  const name = pageName(editor.document, printIndex);
  const isInView = editor.printIndex === printIndex;
  return (
    <button
      type="button"
      aria-label={t('shown_page', { page: name })}
      onClick={() => {
        editor.goTo(printIndex);
        editor.view.showSpread('one');
      }}
      style={{ height: `${NAME_REM}rem` }}
      className={classes(
        'block w-full truncate px-1 text-center text-xs hover:text-accent-deep',
        isInView ? 'font-semibold text-accent-deep' : 'text-ink-soft',
      )}
    >
      {name}
    </button>
  );
}

/** How many pages go side by side in an element; all of one spread in a row until it is measured. */
function useColumns(
  element: React.RefObject<HTMLElement | null>,
  count: number,
  aspect: number,
): number {
  const [room, setRoom] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    const measured = element.current;
    if (!measured || count === 1) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element, count]);
  if (count === 1) return 1;
  return room ? columnsFor(count, aspect, room) : Math.min(count, 3);
}
