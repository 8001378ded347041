'use client';

import { createContext, useContext } from 'react';
import type { RenderedPages } from '@/components/calendars/use-rendered-pages';
import type { PageIndex, SlotRef } from '@/lib/calendars/change-document';
import type { CalendarDocument } from '@/lib/calendars/document';
import type { StepName } from '@/lib/calendars/editor-state';
import type { Id } from '@/lib/core/ids';
import type { PlainDate } from '@/lib/core/plain-date';
import type { PictureView } from '@/lib/pictures/picture-view';

export const PANELS = ['photos', 'design', 'dates', 'holidays', 'settings', 'check'] as const;
export type Panel = (typeof PANELS)[number];

export type EditorValue = {
  calendarId: Id<'calendar'>;
  document: CalendarDocument;
  /** Changes the document as one named step; steps with the same merge key in a row are one. */
  change: (
    name: StepName,
    change: (document: CalendarDocument) => CalendarDocument,
    mergeKey?: string,
  ) => void;
  settle: () => void;
  /** Printed pages: 0 is the cover, then the months, then the back cover. */
  printIndex: number;
  goTo: (printIndex: number) => void;
  rendered: RenderedPages;
  /** The slot whose crop is being changed. */
  cropping: SlotRef | null;
  setCropping: (ref: SlotRef | null) => void;
  pictures: ReadonlyMap<Id<'picture'>, PictureView>;
  /** Puts a picture where it is most likely wanted: into the slot being changed, else on the page in view. */
  placeHere: (pictureId: Id<'picture'>) => void;
  panel: Panel | null;
  openPanel: (panel: Panel | null) => void;
  showsOverlay: boolean;
  /** Opens the form for an own date on that day. */
  addDateOn: (date: PlainDate) => void;
};

const EditorContext = createContext<EditorValue | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): EditorValue {
  const value = useContext(EditorContext);
  if (!value) throw new Error('useEditor is used inside the editor');
  return value;
}

/** The designed page behind a printed one; null for the back cover. */
export function designedPageOf(document: CalendarDocument, printIndex: number): PageIndex | null {
  return printIndex <= document.monthCount ? printIndex - 1 : null;
}
