'use client';

import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Check, Wand2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Library } from '@/components/calendars/use-library';
import { UploadArea } from '@/components/pictures/upload-area';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Spinner } from '@/components/ui/spinner';
import { pageAt } from '@/lib/calendars/change-document';
import type { DragItem, DropTarget } from '@/lib/calendars/drop-rules';
import { slotCountOf } from '@/lib/calendars/drop-rules';
import type { PictureView } from '@/lib/pictures/picture-view';
import { useEditor } from '../editor-context';
import { useAutofill } from '../use-autofill';

/** All photos, to drag onto a page or to press. What is placed already is marked with how often. */
export function PhotosPanel({ library }: { library: Library }) {
  const t = useTranslations('calendars.photos');
  const { document, cropping } = useEditor();
  const { pictures } = library;
  const fill = useAutofill();
  const [onlyUnused, setOnlyUnused] = useState(false);
  const target: DropTarget = { kind: 'library' };
  const drop = useDroppable({ id: 'drop:library', data: { target, name: t('library') } });
  const used = useMemo(() => usesOf(document), [document]);
  const shown = pictures.filter(
    ({ id, status }) => status !== 'REFUSED' && !(onlyUnused && used.has(id)),
  );
  const empty = emptySlotsOf(document);
  return (
    <div ref={drop.setNodeRef} className="flex flex-col gap-4">
      <UploadArea onPicture={library.put} isCompact />
      {empty > 0 && pictures.some(({ status }) => status === 'READY') ? (
        <div className="flex items-center justify-between gap-3 rounded-card bg-accent-soft px-3.5 py-2.5">
          <p className="text-sm text-accent-deep">{t('empty_slots', { count: empty })}</p>
          <Button size="sm" pending={fill.isPending} onClick={fill.run}>
            <Wand2 />
            {t('fill')}
          </Button>
        </div>
      ) : null}
      {pictures.length > 0 ? (
        <>
          <div className="flex items-center justify-between gap-3">
            <p className="text-sm text-ink-soft">{t(cropping ? 'press_to_replace' : 'hint')}</p>
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
          <ul
            className={classes(
              'grid grid-cols-3 gap-1.5 rounded-control',
              drop.isOver && 'outline-2 outline-offset-4 outline-accent outline-dashed',
            )}
          >
            {shown.map((picture) => (
              <LibraryPicture key={picture.id} picture={picture} uses={used.get(picture.id) ?? 0} />
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
    </div>
  );
}

function LibraryPicture({ picture, uses }: { picture: PictureView; uses: number }) {
  const t = useTranslations('calendars.photos');
  const { placeHere } = useEditor();
  const isReady = picture.status === 'READY';
  const item: DragItem = { kind: 'picture', pictureId: picture.id };
  const drag = useDraggable({
    id: `drag:picture:${picture.id}`,
    data: { item, name: picture.fileName },
    disabled: !isReady,
  });
  return (
    <li>
      <button
        ref={drag.setNodeRef}
        type="button"
        {...drag.listeners}
        aria-describedby={drag.attributes['aria-describedby']}
        disabled={!isReady}
        aria-label={
          isReady
            ? t('picture', { name: picture.fileName, uses })
            : t('preparing', { name: picture.fileName })
        }
        onClick={() => placeHere(picture.id)}
        className={classes(
          'relative block aspect-square w-full touch-manipulation overflow-hidden rounded-sm bg-linen',
          drag.isDragging && 'opacity-40',
        )}
        style={picture.dominantColour ? { backgroundColor: picture.dominantColour } : undefined}
      >
        {picture.thumbUrl ? (
          // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
          <img
            src={picture.thumbUrl}
            alt=""
            loading="lazy"
            draggable={false}
            className={classes(
              'size-full object-cover transition-opacity',
              uses > 0 && 'opacity-55',
            )}
          />
        ) : (
          <span className="flex size-full items-center justify-center text-accent">
            <Spinner className="size-6" />
          </span>
        )}
        {uses > 0 ? (
          <span className="absolute top-1 right-1 flex items-center gap-0.5 rounded-full bg-good px-1.5 text-xs leading-5 text-white">
            <Check aria-hidden="true" className="size-3" />
            {uses > 1 ? uses : null}
          </span>
        ) : null}
      </button>
    </li>
  );
}

type Document = ReturnType<typeof useEditor>['document'];

/** How often each picture is on a page that shows it. */
function usesOf(document: Document): Map<string, number> {
  const uses = new Map<string, number>();
  for (let pageIndex = -1; pageIndex < document.monthCount; pageIndex += 1) {
    for (const slot of pageAt(document, pageIndex).slots.slice(
      0,
      slotCountOf(document, pageIndex),
    )) {
      if (slot) uses.set(slot.pictureId, (uses.get(slot.pictureId) ?? 0) + 1);
    }
  }
  return uses;
}

function emptySlotsOf(document: Document): number {
  let count = 0;
  for (let pageIndex = 0; pageIndex < document.monthCount; pageIndex += 1) {
    count += pageAt(document, pageIndex)
      .slots.slice(0, slotCountOf(document, pageIndex))
      .filter((slot) => slot === null).length;
  }
  return count;
}
