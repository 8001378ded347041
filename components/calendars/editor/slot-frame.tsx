'use client';

import { useDraggable, useDroppable } from '@dnd-kit/core';
import { ImagePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classes } from '@/components/ui/classes';
import type { SlotRef } from '@/lib/calendars/change-document';
import { effectiveDpi, sharpnessOf } from '@/lib/calendars/crop-moves';
import type { Slot } from '@/lib/calendars/document';
import type { DragItem, DropTarget } from '@/lib/calendars/drop-rules';
import type { PictureView } from '@/lib/pictures/picture-view';
import type { Box } from '@/lib/print/operations';
import { DpiBadge } from './dpi-badge';
import { useEditor } from './editor-context';
import { overBox } from './page-geometry';

/** One slot of the page in view: drop a picture on it, drag its picture away, press it to change the crop. */
export function SlotFrame({
  slotRef,
  slot,
  picture,
  box,
  shown,
  name,
}: {
  slotRef: SlotRef;
  slot: Slot | null;
  picture: PictureView | null;
  box: Box;
  shown: Box;
  name: string;
}) {
  const t = useTranslations('calendars.slot');
  const ts = useTranslations('calendars.sharpness');
  const { setCropping, openPanel } = useEditor();
  const id = `slot:${slotRef.pageIndex}:${slotRef.slotIndex}`;
  const target: DropTarget = { kind: 'slot', ref: slotRef };
  const item: DragItem = { kind: 'slot', ref: slotRef };
  const drop = useDroppable({ id: `drop:${id}`, data: { target, name } });
  const drag = useDraggable({ id: `drag:${id}`, data: { item, name }, disabled: !slot });
  const dpi =
    slot && picture?.widthPx && picture.heightPx
      ? effectiveDpi(slot.crop, { widthPx: picture.widthPx, heightPx: picture.heightPx }, box)
      : null;
  const label = slot ? t('filled', { slot: name }) : t('empty', { slot: name });
  // What can be read on the slot is part of its name, as speech control expects.
  const readable =
    dpi === null ? (slot ? '' : t('add')) : `${ts(sharpnessOf(dpi))} ${ts('dpi', { dpi })}`;
  return (
    <button
      ref={(element) => {
        drop.setNodeRef(element);
        drag.setNodeRef(element);
      }}
      type="button"
      data-slot={`${slotRef.pageIndex}:${slotRef.slotIndex}`}
      style={overBox(box, shown)}
      {...drag.listeners}
      aria-describedby={drag.attributes['aria-describedby']}
      aria-label={readable ? `${label}. ${readable}` : label}
      onClick={() => (slot ? setCropping(slotRef) : openPanel('photos'))}
      className={classes(
        'group z-10 touch-manipulation outline-offset-[-3px] transition-[box-shadow,background-color]',
        drop.isOver && 'bg-accent/20 shadow-[inset_0_0_0_3px_var(--color-accent)]',
        drag.isDragging && 'opacity-40',
        !drop.isOver && 'hover:shadow-[inset_0_0_0_2px_var(--color-accent)]',
      )}
    >
      {slot ? (
        dpi === null ? null : (
          <span
            className="absolute right-2 bottom-2 opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100 data-[always=true]:opacity-100"
            data-always={dpi < 150}
          >
            <DpiBadge dpi={dpi} />
          </span>
        )
      ) : (
        <span className="absolute inset-0 flex items-center justify-center">
          <span className="flex items-center gap-2 rounded-full bg-sheet/92 px-4 py-2 text-sm font-medium text-ink shadow-sheet [&_svg]:size-4.5">
            <ImagePlus aria-hidden="true" />
            {t('add')}
          </span>
        </span>
      )}
    </button>
  );
}
