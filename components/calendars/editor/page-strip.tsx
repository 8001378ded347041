'use client';

import { useDndMonitor } from '@dnd-kit/core';
import { CheckSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { aspectOf } from '@/components/calendars/page-picture';
import { usePageName } from '@/components/calendars/use-page-name';
import { useStable } from '@/components/calendars/use-stable';
import { classes } from '@/components/ui/classes';
import { designedPagesOf, lockPages, pageAt } from '@/lib/calendars/change-document';
import { effectiveDpi, type Sharpness, sharpnessOf } from '@/lib/calendars/crop-moves';
import { COVER_PAGE, type PageIndex } from '@/lib/calendars/document';
import { slotCountOf } from '@/lib/calendars/drop-rules';
import { pageCountOf, plannedPageAt, printIndexOf } from '@/lib/calendars/page-plan';
import { formatOf } from '@/lib/print/formats';
import { choose, chooseModeOf } from './choose';
import { ChosenPages } from './chosen-pages';
import { designedPageOf, type EditorValue, useEditor } from './editor-context';
import { itemByKey } from './roving';
import { StripPage } from './strip-page';

/**
 * All pages, small but real. Drop a picture on one, drag one onto another to exchange their pictures, choose several to
 * design them together.
 */
export function PageStrip() {
  const t = useTranslations('calendars');
  const pageName = usePageName();
  const editor = useEditor();
  const { document, rendered, printIndex, goTo, chosenPages, choosePages, change } = editor;
  // While something is moved with the keyboard, the arrows are for it.
  const isDragging = useRef(false);
  const setDragging = (next: boolean) => () => {
    isDragging.current = next;
  };
  useDndMonitor({
    onDragStart: setDragging(true),
    onDragEnd: setDragging(false),
    onDragCancel: setDragging(false),
  });
  const list = useRef<HTMLOListElement>(null);
  const anchor = useRef<PageIndex | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const pages = designedPagesOf(document).filter((page) => printIndexOf(document, page) !== null);
  const endChoice = () => {
    setChoosing(false);
    choosePages(new Set());
  };

  const press = useStable((index: number, event: MouseEvent) => {
    const designed = designedPageOf(document, index);
    const areChosen = isChoosing || (chosenPages.size > 0 && isTouch(event));
    const mode = areChosen && !event.shiftKey ? 'toggle' : chooseModeOf(event);
    if (mode === 'one' || designed === null) {
      goTo(index);
      if (chosenPages.size > 0) choosePages(new Set());
      anchor.current = designed;
      return;
    }
    // What a row begins with is the page in view, even when nothing was chosen yet.
    const start = anchor.current ?? designedPageOf(document, printIndex);
    const isFirst = chosenPages.size === 0 && mode === 'toggle' && !isChoosing;
    const chosen = isFirst && start !== null ? new Set([start]) : chosenPages;
    choosePages(choose(chosen, pages, start, designed, mode));
    if (mode === 'toggle') anchor.current = designed;
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const focused = event.target instanceof HTMLElement ? event.target : null;
    if (isDragging.current || !focused?.dataset.strip) return;
    const index = Number(focused.dataset.strip);
    const designed = designedPageOf(document, index);
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      choosePages(new Set(pages));
    } else if (event.key === 'Escape' && chosenPages.size > 0) endChoice();
    else if (event.key.toLowerCase() === 'l' && !event.ctrlKey && !event.metaKey) {
      if (designed === null) return;
      const of = chosenPages.has(designed) ? [...chosenPages] : [designed];
      const isLocked = !pageAt(document, designed).isLocked;
      change('lock', (before) => lockPages(before, of, isLocked));
    } else {
      const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-strip]') ?? [])];
      const next = itemByKey(event.key, items, focused);
      if (!next) return;
      next.focus();
      const reached = designedPageOf(document, Number(next.dataset.strip));
      if (event.shiftKey && designed !== null && reached !== null) {
        const start = anchor.current ?? designed;
        anchor.current = start;
        choosePages(choose(new Set(), pages, start, reached, 'range'));
      }
    }
    event.preventDefault();
  };

  return (
    <nav
      aria-label={t('editor.pages')}
      className="flex min-h-0 flex-col border-t border-line bg-paper lg:flex-1 lg:border-t-0 lg:border-r short:flex-1 short:border-t-0 short:border-r"
    >
      <ol
        ref={list}
        onKeyDown={onKeyDown}
        className="flex min-h-0 flex-1 gap-1 overflow-x-auto overscroll-contain px-2 py-1.5 lg:flex-col lg:gap-1.5 lg:overflow-x-hidden lg:overflow-y-auto lg:px-2.5 lg:py-3 short:flex-col short:overflow-x-hidden short:overflow-y-auto"
      >
        {Array.from({ length: pageCountOf(document) }, (_, index) => {
          const designed = plannedPageAt(document, index).pageIndex;
          const page = rendered.page(index);
          return (
            <StripPage
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the calendar
              key={index}
              printIndex={index}
              designed={designed}
              name={pageName(document, index)}
              page={page}
              aspect={aspectOf(page ?? { trim: formatOf(document.formatId).trim })}
              state={designed === null ? null : stateOf(editor, index, designed)}
              isInView={printIndex === index}
              isChosen={designed !== null && chosenPages.has(designed)}
              isChoosing={isChoosing || chosenPages.size > 0}
              isLocked={designed !== null && pageAt(document, designed).isLocked}
              onPress={press}
            />
          );
        })}
      </ol>
      {chosenPages.size > 0 ? (
        <ChosenPages all={pages} onEnd={endChoice} />
      ) : (
        <button
          type="button"
          aria-pressed={isChoosing}
          onClick={() => setChoosing((before) => !before)}
          className={classes(
            'flex min-h-9 shrink-0 items-center justify-center gap-1.5 border-t border-line px-2 text-xs font-medium max-lg:hidden',
            isChoosing ? 'bg-accent-soft text-accent-deep' : 'text-ink-soft hover:text-ink',
          )}
        >
          <CheckSquare aria-hidden="true" className="size-3.5" />
          {t(isChoosing ? 'strip.choose_end' : 'strip.choose')}
        </button>
      )}
    </nav>
  );
}

/** A finger has no keys to hold: once something is chosen, every tap chooses. */
function isTouch({ nativeEvent }: MouseEvent): boolean {
  return 'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch';
}

const WORST_FIRST: readonly Sharpness[] = ['blocked', 'weak', 'good', 'excellent'];

/** The worst of a page's pictures, or that one is missing. The cover may stay without a picture. */
function stateOf(
  { document, rendered, pictures }: EditorValue,
  printIndex: number,
  designed: PageIndex,
): Sharpness | 'empty' | null {
  const slots = pageAt(document, designed).slots.slice(0, slotCountOf(document, designed));
  if (slots.some((slot) => slot === null)) return designed === COVER_PAGE ? null : 'empty';
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
