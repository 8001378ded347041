'use client';

import type { DragEndEvent, DragStartEvent } from '@dnd-kit/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useToast } from '@/components/ui/toast';
import type { CalendarDocument, PageIndex } from '@/lib/calendars/document';
import { applyDrop, type DragItem, type DropTarget } from '@/lib/calendars/drop-rules';
import type { Id } from '@/lib/core/ids';
import { choose } from './choose';
import type { EditorValue } from './editor-context';

/** A finger that moves less than this has pressed long, not dragged. */
const PRESS_MOVE_MAX_PX = 8;

/** What is being moved, and what happens when it is put down. */
export function useDragging(
  document: CalendarDocument,
  change: EditorValue['change'],
  choice: {
    pictures: ReadonlySet<Id<'picture'>>;
    choosePictures: (ids: ReadonlySet<Id<'picture'>>) => void;
    pages: ReadonlySet<PageIndex>;
    choosePages: (pages: ReadonlySet<PageIndex>) => void;
  },
  onStart: () => void,
) {
  const t = useTranslations('calendars.photos');
  const toast = useToast();
  const [dragged, setDragged] = useState<DragItem | null>(null);

  /** On a touch screen a long press chooses; only with a movement it carries. */
  const press = (item: DragItem) => {
    if (item.kind === 'page') {
      choice.choosePages(choose(choice.pages, [], null, item.pageIndex, 'toggle'));
    } else if (item.kind === 'picture') {
      choice.choosePictures(choose(choice.pictures, [], null, item.pictureId, 'toggle'));
    }
  };

  const handlers = {
    onDragStart: ({ active }: DragStartEvent) => {
      onStart();
      setDragged((active.data.current?.item as DragItem | undefined) ?? null);
    },
    onDragEnd: ({ active, over, delta, activatorEvent }: DragEndEvent) => {
      setDragged(null);
      const item = active.data.current?.item as DragItem | undefined;
      const target = over?.data.current?.target as DropTarget | undefined;
      if (!item) return;
      if (isTouch(activatorEvent) && Math.hypot(delta.x, delta.y) < PRESS_MOVE_MAX_PX) {
        press(item);
        return;
      }
      const drop = target ? applyDrop(document, item, target) : null;
      if (!drop) return;
      change(drop.name, () => drop.document);
      if (item.kind === 'pictures') choice.choosePictures(new Set());
      if (drop.leftOver > 0) toast(t('left_over', { count: drop.leftOver }), 'warn');
    },
    onDragCancel: () => setDragged(null),
  };
  return { dragged, handlers };
}

function isTouch(event: Event): boolean {
  return 'touches' in event;
}
