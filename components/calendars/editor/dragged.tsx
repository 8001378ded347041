'use client';

import { PagePicture } from '@/components/calendars/page-picture';
import { slotAt } from '@/lib/calendars/change-document';
import type { DragItem } from '@/lib/calendars/drop-rules';
import { printIndexOf } from '@/lib/calendars/page-plan';
import type { Id } from '@/lib/core/ids';
import { type EditorValue, useEditor } from './editor-context';

/** Photos of a stack that are seen one behind the other. */
const STACK_MAX = 3;

/** What is under the finger while something is moved. */
export function Dragged({ item }: { item: DragItem }) {
  const editor = useEditor();
  if (item.kind === 'page') {
    const place = printIndexOf(editor.document, item.pageIndex);
    const page = place === null ? null : editor.rendered.page(place);
    return (
      <span className="block w-24 -rotate-2 shadow-float">
        {page ? <PagePicture page={page} rendition="thumb" /> : null}
      </span>
    );
  }
  const ids = picturesOf(item, editor);
  const urls = ids.flatMap((id) => editor.pictures.get(id)?.thumbUrl ?? []);
  return (
    <span className="relative block size-28">
      {urls.slice(0, STACK_MAX).map((url, index) => (
        // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
        <img
          key={url}
          src={url}
          alt=""
          className="absolute inset-0 m-auto max-h-28 w-auto max-w-28 rounded-sm object-cover shadow-float"
          style={{
            rotate: `${-2 + index * 5}deg`,
            translate: `${index * 6}px ${index * 4}px`,
            zIndex: STACK_MAX - index,
          }}
        />
      ))}
      {ids.length > 1 ? (
        <span className="absolute -top-2 -right-3 z-10 min-w-6 rounded-full bg-accent px-1.5 text-center text-sm leading-6 font-semibold text-white shadow-float">
          {ids.length}
        </span>
      ) : null}
    </span>
  );
}

function picturesOf(
  item: Exclude<DragItem, { kind: 'page' }>,
  { document }: EditorValue,
): readonly Id<'picture'>[] {
  switch (item.kind) {
    case 'picture':
      return [item.pictureId];
    case 'pictures':
      return item.pictureIds;
    case 'slot': {
      const slot = slotAt(document, item.ref);
      return slot ? [slot.pictureId] : [];
    }
  }
}
