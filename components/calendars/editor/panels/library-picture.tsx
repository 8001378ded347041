'use client';

import { useDraggable } from '@dnd-kit/core';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type MouseEvent, memo } from 'react';
import { classes } from '@/components/ui/classes';
import { Spinner } from '@/components/ui/spinner';
import type { DragItem } from '@/lib/calendars/drop-rules';
import type { Id } from '@/lib/core/ids';
import type { PictureView } from '@/lib/pictures/picture-view';

/**
 * One photo of the library: press it, drag it, or choose it to be placed with others. There may be hundreds: only what
 * it is handed makes it draw anew.
 */
export const LibraryPicture = memo(function LibraryPicture({
  picture,
  uses,
  place,
  stack,
  isChoosing,
  isTabStop,
  onPress,
}: {
  picture: PictureView;
  uses: number;
  /** Among the chosen photos; -1 where it is not one of them. */
  place: number;
  /** The photos that are carried along with it. */
  stack: readonly Id<'picture'>[];
  isChoosing: boolean;
  isTabStop: boolean;
  onPress: (id: Id<'picture'>, event: MouseEvent) => void;
}) {
  const t = useTranslations('calendars.photos');
  const ta = useTranslations('pictures.ai');
  const isReady = picture.status === 'READY';
  const isChosen = place !== -1;
  const areSeveral = stack.length > 1;
  const item: DragItem = areSeveral
    ? { kind: 'pictures', pictureIds: stack }
    : { kind: 'picture', pictureId: picture.id };
  const drag = useDraggable({
    id: `drag:picture:${picture.id}`,
    data: {
      item,
      name: areSeveral ? t('several', { count: stack.length }) : picture.fileName,
    },
    disabled: !isReady,
  });
  return (
    <li>
      <button
        ref={drag.setNodeRef}
        type="button"
        {...drag.listeners}
        data-photo={picture.id}
        tabIndex={isTabStop ? 0 : -1}
        aria-describedby={drag.attributes['aria-describedby']}
        disabled={!isReady}
        {...(isChoosing ? { 'aria-pressed': isChosen } : {})}
        aria-label={
          isReady
            ? `${t('picture', { name: picture.fileName, uses })}${picture.isAi ? `, ${ta('means')}` : ''}`
            : t('preparing', { name: picture.fileName })
        }
        onClick={(event) => onPress(picture.id, event)}
        className={classes(
          'relative block aspect-square w-full touch-manipulation overflow-hidden rounded-sm bg-linen select-none',
          isChosen && 'ring-3 ring-accent ring-offset-1',
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
              uses > 0 && !isChosen && 'opacity-55',
            )}
          />
        ) : (
          <span className="flex size-full items-center justify-center text-accent">
            <Spinner className="size-6" />
          </span>
        )}
        {isChoosing && isReady ? (
          <span
            className={classes(
              'absolute top-1 left-1 flex h-5 min-w-5 items-center justify-center rounded-full border px-1 text-xs leading-none font-semibold tabular-nums',
              isChosen ? 'border-accent bg-accent text-white' : 'border-white bg-ink/35',
            )}
          >
            {isChosen ? place + 1 : null}
          </span>
        ) : null}
        {picture.isAi ? (
          <span
            title={ta('means')}
            className="absolute bottom-1 left-1 rounded-full bg-accent-soft px-1.5 text-xs leading-5 font-medium text-accent-deep"
          >
            {ta('badge')}
          </span>
        ) : null}
        {uses > 0 ? (
          <span className="absolute top-1 right-1 flex items-center gap-0.5 rounded-full bg-good px-1.5 text-xs leading-5 text-white">
            <Check aria-hidden="true" className="size-3" />
            {uses > 1 ? uses : null}
          </span>
        ) : null}
      </button>
    </li>
  );
});
