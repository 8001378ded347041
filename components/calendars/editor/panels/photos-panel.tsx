'use client';

import { useDroppable } from '@dnd-kit/core';
import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import type { Library } from '@/components/calendars/use-library';
import { useStable } from '@/components/calendars/use-stable';
import { UploadArea } from '@/components/pictures/upload-area';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { designedPagesOf, pageAt } from '@/lib/calendars/change-document';
import { type CalendarDocument, COVER_PAGE } from '@/lib/calendars/document';
import { type DropTarget, slotCountOf } from '@/lib/calendars/drop-rules';
import { printIndexOf } from '@/lib/calendars/page-plan';
import type { Id } from '@/lib/core/ids';
import { choose, chooseModeOf } from '../choose';
import { useEditor } from '../editor-context';
import { itemByKey } from '../roving';
import { ChosenPhotos } from './chosen-photos';
import { FillPages } from './fill-pages';
import { LibraryPicture } from './library-picture';

/**
 * All photos, to drag onto a page or to press, one or several at once. What is placed already is marked with how often.
 */
export function PhotosPanel({ library }: { library: Library }) {
  const t = useTranslations('calendars.photos');
  const { document, cropping, placeHere, chosenPictures, choosePictures } = useEditor();
  const { pictures } = library;
  const [onlyUnused, setOnlyUnused] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const anchor = useRef<Id<'picture'> | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const target: DropTarget = { kind: 'library' };
  const drop = useDroppable({ id: 'drop:library', data: { target, name: t('library') } });
  const used = useMemo(() => usesOf(document), [document]);
  const shown = pictures.filter(
    ({ id, status }) => status !== 'REFUSED' && !(onlyUnused && used.has(id)),
  );
  const ready = shown.filter(({ status }) => status === 'READY').map(({ id }) => id);
  // One stop for the Tab key; the arrows go on from there.
  const tabStop = ready.find((id) => id === focused) ?? ready[0];
  const areChosen = isChoosing || chosenPictures.size > 0;
  const chosen = useMemo(() => [...chosenPictures], [chosenPictures]);
  const endChoice = () => {
    setChoosing(false);
    choosePictures(new Set());
  };

  const press = useStable((id: Id<'picture'>, event: MouseEvent) => {
    const mode = chooseModeOf(event);
    if (mode === 'one' && !areChosen) {
      placeHere(id);
      anchor.current = id;
      return;
    }
    const kind = mode === 'range' ? 'range' : 'toggle';
    choosePictures(choose(chosenPictures, ready, anchor.current, id, kind));
    if (kind === 'toggle') anchor.current = id;
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const pressed = event.target instanceof HTMLElement ? event.target : null;
    if (event.defaultPrevented || !pressed?.dataset.photo) return;
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      choosePictures(new Set(ready));
    } else if (event.key === 'Escape' && areChosen) endChoice();
    else if (event.key.toLowerCase() === 'x' && !event.ctrlKey && !event.metaKey) {
      const id = pressed.dataset.photo as Id<'picture'>;
      choosePictures(choose(chosenPictures, ready, anchor.current, id, 'toggle'));
      anchor.current = id;
    } else {
      const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-photo]') ?? [])];
      const next = itemByKey(event.key, items, pressed);
      if (!next) return;
      next.focus();
    }
    event.preventDefault();
  };

  return (
    <div ref={drop.setNodeRef} className="flex flex-col gap-4">
      <div className={classes('flex flex-col gap-3 lg:gap-4', areChosen && 'max-lg:hidden')}>
        <UploadArea
          onPicture={library.put}
          isCompact
          className="max-lg:[&_button]:min-h-10 max-lg:[&_button]:px-3.5 max-lg:[&_button]:text-sm max-lg:[&>div:first-child>div]:flex-nowrap max-lg:[&>div:first-child>div]:gap-2 max-lg:[&>div:first-child]:items-start max-lg:[&>div:first-child]:border-0 max-lg:[&>div:first-child]:p-0"
        />
        {pictures.some(({ status }) => status === 'READY') ? (
          <FillPages emptySlots={emptySlotsOf(document)} />
        ) : null}
      </div>
      {pictures.length > 0 ? (
        <>
          <div>
            <p className="text-sm text-ink-soft">
              {t(cropping ? 'press_to_replace' : areChosen ? 'choose_hint' : 'hint')}
            </p>
            <div className="mt-1 -ml-2 flex flex-wrap items-center justify-between gap-x-3">
              <Button
                variant="ghost"
                size="sm"
                aria-pressed={areChosen}
                className={classes('px-2', areChosen && 'bg-accent-soft text-accent-deep')}
                onClick={() => (areChosen ? endChoice() : setChoosing(true))}
              >
                <ListChecks />
                {t(areChosen ? 'choose_end' : 'choose')}
              </Button>
              <label className="flex min-h-9 shrink-0 items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  checked={onlyUnused}
                  onChange={(event) => setOnlyUnused(event.target.checked)}
                  className="size-4 accent-accent"
                />
                {t('only_unused')}
              </label>
            </div>
          </div>
          <ul
            ref={list}
            aria-label={t('library')}
            onKeyDown={onKeyDown}
            onFocus={({ target }) => setFocused(target.dataset.photo ?? null)}
            className={classes(
              'grid grid-cols-4 gap-1.5 rounded-control sm:grid-cols-6 lg:grid-cols-3 short:grid-cols-3',
              drop.isOver && 'outline-2 outline-offset-4 outline-accent outline-dashed',
            )}
          >
            {shown.map((picture) => (
              <LibraryPicture
                key={picture.id}
                picture={picture}
                uses={used.get(picture.id) ?? 0}
                place={chosen.indexOf(picture.id)}
                stack={chosen.length > 1 && chosenPictures.has(picture.id) ? chosen : NO_STACK}
                isChoosing={areChosen}
                isTabStop={picture.id === tabStop}
                onPress={press}
              />
            ))}
          </ul>
          {shown.length === 0 ? <p className="text-sm text-ink-soft">{t('all_used')}</p> : null}
          {library.hasMore ? (
            <Button
              variant="secondary"
              size="sm"
              className="self-center"
              pending={library.isLoading}
              onClick={library.loadMore}
            >
              {t('more')}
            </Button>
          ) : null}
        </>
      ) : null}
      {areChosen ? <ChosenPhotos ready={ready} onEnd={endChoice} /> : null}
    </div>
  );
}

const NO_STACK: readonly Id<'picture'>[] = [];

/** Slots that are printed: of a poster only its one. */
function shownSlotsOf(document: CalendarDocument) {
  return designedPagesOf(document)
    .filter((pageIndex) => printIndexOf(document, pageIndex) !== null)
    .flatMap((pageIndex) => {
      const { slots } = pageAt(document, pageIndex);
      return slots.slice(0, slotCountOf(document, pageIndex)).map((slot) => ({ pageIndex, slot }));
    });
}

/** How often each picture is on a page that shows it, or in the day of a date. */
function usesOf(document: CalendarDocument): Map<string, number> {
  const uses = new Map<string, number>();
  const inDays = document.dates.map(({ picture }) => picture);
  for (const slot of [...shownSlotsOf(document).map(({ slot }) => slot), ...inDays]) {
    if (slot) uses.set(slot.pictureId, (uses.get(slot.pictureId) ?? 0) + 1);
  }
  return uses;
}

/** Those that look unfinished: a cover may stay without a picture, and a locked page is as somebody wants it. */
function emptySlotsOf(document: CalendarDocument): number {
  return shownSlotsOf(document).filter(
    ({ pageIndex, slot }) =>
      slot === null && pageIndex !== COVER_PAGE && !pageAt(document, pageIndex).isLocked,
  ).length;
}
