'use client';

import { useDraggable, useDroppable } from '@dnd-kit/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { aspectOf, PagePicture } from '@/components/calendars/page-picture';
import { usePageName } from '@/components/calendars/use-page-name';
import { classes } from '@/components/ui/classes';
import { pageAt } from '@/lib/calendars/change-document';
import { effectiveDpi, type Sharpness, sharpnessOf } from '@/lib/calendars/crop-moves';
import { type DragItem, type DropTarget, slotCountOf } from '@/lib/calendars/drop-rules';
import { formatOf } from '@/lib/print/formats';
import { SharpnessDot } from './dpi-badge';
import { designedPageOf, type EditorValue, useEditor } from './editor-context';

/** All pages, small but real. Drop a picture on one, drag one onto another to exchange their pictures. */
export function PageStrip() {
  const t = useTranslations('calendars.editor');
  const { document } = useEditor();
  return (
    <nav
      aria-label={t('pages')}
      className="overflow-x-auto overscroll-contain border-t border-line bg-paper px-2 py-1.5 lg:overflow-x-hidden lg:overflow-y-auto lg:border-t-0 lg:border-r lg:px-2.5 lg:py-3"
    >
      <ol className="flex w-max gap-1 lg:w-full lg:flex-col lg:gap-1.5">
        {Array.from({ length: document.monthCount + 2 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the calendar
          <StripPage key={index} printIndex={index} />
        ))}
      </ol>
    </nav>
  );
}

function StripPage({ printIndex }: { printIndex: number }) {
  const t = useTranslations('calendars');
  const pageName = usePageName();
  const editor = useEditor();
  const { document, rendered } = editor;
  const designed = designedPageOf(document, printIndex);
  const name = pageName(document, printIndex);
  const page = rendered.page(printIndex);
  const isInView = editor.printIndex === printIndex;
  const button = useRef<HTMLButtonElement | null>(null);
  const target: DropTarget = { kind: 'page', pageIndex: designed ?? 0 };
  const item: DragItem = { kind: 'page', pageIndex: designed ?? 0 };
  const drop = useDroppable({
    id: `drop:page:${printIndex}`,
    data: { target, name },
    disabled: designed === null,
  });
  const drag = useDraggable({
    id: `drag:page:${printIndex}`,
    data: { item, name },
    disabled: designed === null,
  });
  const state = designed === null ? null : stateOf(editor, printIndex, designed);

  useEffect(() => {
    if (isInView) {
      button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'smooth' });
    }
  }, [isInView]);

  return (
    <li className="w-19 shrink-0 lg:w-full">
      <button
        ref={(element) => {
          button.current = element;
          drop.setNodeRef(element);
          drag.setNodeRef(element);
        }}
        type="button"
        {...drag.listeners}
        aria-describedby={drag.attributes['aria-describedby']}
        aria-current={isInView ? 'page' : undefined}
        aria-label={state ? `${name}. ${t(`strip.${state}`)}` : name}
        onClick={() => editor.goTo(printIndex)}
        className={classes(
          'group block w-full touch-manipulation rounded-control p-1.5 text-center',
          isInView ? 'bg-accent-soft' : 'hover:bg-linen',
          drag.isDragging && 'opacity-40',
        )}
      >
        <span
          className={classes(
            'relative block overflow-hidden bg-sheet shadow-sheet ring-1 ring-line',
            isInView && 'ring-2 ring-accent',
            drop.isOver && 'ring-3 ring-accent',
          )}
          style={{ aspectRatio: aspectOf(page ?? { trim: formatOf(document.formatId).trim }) }}
        >
          {page ? <PagePicture page={page} rendition="thumb" /> : null}
          {state ? (
            <span className="absolute right-1 bottom-1">
              {state === 'empty' ? (
                <span className="block rounded-full bg-ink/75 px-1.5 text-[0.65rem] leading-4 text-white">
                  {t('strip.empty_mark')}
                </span>
              ) : (
                <SharpnessDot sharpness={state} />
              )}
            </span>
          ) : null}
        </span>
        <span
          className={classes(
            'mt-1.5 block text-[0.7rem] leading-tight text-balance lg:truncate lg:text-xs',
            isInView ? 'font-semibold text-accent-deep' : 'text-ink-soft',
          )}
        >
          {name}
        </span>
      </button>
    </li>
  );
}

const WORST_FIRST: readonly Sharpness[] = ['blocked', 'weak', 'good', 'excellent'];

/** The worst of a page's pictures, or that one is missing. The cover may stay without a picture. */
function stateOf(
  { document, rendered, pictures }: EditorValue,
  printIndex: number,
  designed: number,
): Sharpness | 'empty' | null {
  const slots = pageAt(document, designed).slots.slice(0, slotCountOf(document, designed));
  if (slots.some((slot) => slot === null)) return designed === -1 ? null : 'empty';
  const boxes = rendered.page(printIndex)?.slots ?? [];
  const found = slots.flatMap((slot, index) => {
    const picture = slot ? pictures.get(slot.pictureId) : undefined;
    const box = boxes.find(({ slotIndex }) => slotIndex === index);
    if (!slot || !box || !picture?.widthPx || !picture.heightPx) return [];
    const { widthPx, heightPx } = picture;
    return [sharpnessOf(effectiveDpi(slot.crop, { widthPx, heightPx }, box))];
  });
  return WORST_FIRST.find((sharpness) => found.includes(sharpness)) ?? null;
}
