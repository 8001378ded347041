'use client';

import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Check, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type MouseEvent, memo, useEffect, useRef } from 'react';
import { PagePicture } from '@/components/calendars/page-picture';
import { classes } from '@/components/ui/classes';
import type { Sharpness } from '@/lib/calendars/crop-moves';
import { COVER_PAGE, type PageIndex } from '@/lib/calendars/document';
import type { DragItem, DropTarget } from '@/lib/calendars/drop-rules';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import { SharpnessDot } from './dpi-badge';

/** One page of the strip. Only what it is handed makes it draw anew: typing on one page leaves the others alone. */
export const StripPage = memo(function StripPage({
  printIndex,
  designed,
  name,
  page,
  aspect,
  state,
  isInView,
  isChosen,
  isChoosing,
  isLocked,
  onPress,
}: {
  printIndex: number;
  /** Null where there is nothing to place. */
  designed: PageIndex | null;
  name: string;
  page: RenderedPage | null;
  aspect: string;
  state: Sharpness | 'empty' | null;
  isInView: boolean;
  isChosen: boolean;
  /** Every page then shows whether it is chosen. */
  isChoosing: boolean;
  isLocked: boolean;
  onPress: (printIndex: number, event: MouseEvent) => void;
}) {
  const t = useTranslations('calendars.strip');
  const button = useRef<HTMLButtonElement | null>(null);
  const target: DropTarget = { kind: 'page', pageIndex: designed ?? COVER_PAGE };
  const item: DragItem = { kind: 'page', pageIndex: designed ?? COVER_PAGE };
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
  useEffect(() => {
    if (isInView) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isInView]);
  const said = [
    name,
    ...(state ? [t(state)] : []),
    ...(isLocked ? [t('locked')] : []),
    ...(isChosen ? [t('chosen')] : []),
  ];
  return (
    <li className="w-19 shrink-0 lg:w-full short:w-full">
      <button
        ref={(element) => {
          button.current = element;
          drop.setNodeRef(element);
          drag.setNodeRef(element);
        }}
        type="button"
        {...drag.listeners}
        data-strip={printIndex}
        tabIndex={isInView ? 0 : -1}
        aria-describedby={drag.attributes['aria-describedby']}
        aria-current={isInView ? 'page' : undefined}
        aria-label={said.join('. ')}
        onClick={(event) => onPress(printIndex, event)}
        className={classes(
          'group block w-full touch-manipulation rounded-control p-1.5 text-center -outline-offset-2 select-none',
          isChosen ? 'bg-accent-soft' : isInView ? 'bg-linen' : 'hover:bg-linen',
          drag.isDragging && 'opacity-40',
        )}
      >
        <span
          className={classes(
            'relative block overflow-hidden bg-sheet shadow-sheet ring-1 ring-line [content-visibility:auto]',
            (isInView || isChosen) && 'ring-2 ring-accent',
            drop.isOver && 'ring-3 ring-accent',
          )}
          style={{ aspectRatio: aspect }}
        >
          {page ? <PagePicture page={page} rendition="thumb" /> : null}
          {isChoosing && designed !== null ? (
            <span
              className={classes(
                'absolute top-1 left-1 flex size-4.5 items-center justify-center rounded-full border',
                isChosen ? 'border-accent bg-accent text-white' : 'border-line-strong bg-sheet/90',
              )}
            >
              {isChosen ? <Check aria-hidden="true" className="size-3 stroke-3" /> : null}
            </span>
          ) : null}
          {isLocked ? (
            <span className="absolute bottom-1 left-1 rounded-full bg-ink/80 p-1 text-white">
              <Lock aria-hidden="true" className="size-2.5 stroke-3" />
            </span>
          ) : null}
          {state ? (
            <span className="absolute right-1 bottom-1">
              {state === 'empty' ? (
                <span className="block rounded-full bg-ink/75 px-1.5 text-[0.65rem] leading-4 text-white">
                  {t('empty_mark')}
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
});
