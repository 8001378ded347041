'use client';

import { createContext, useContext } from 'react';
import type { RenderedPages } from '@/components/calendars/use-rendered-pages';
import type { SlotRef } from '@/lib/calendars/change-document';
import type { CalendarDocument, PageIndex } from '@/lib/calendars/document';
import type { History, StepName } from '@/lib/calendars/editor-state';
import { plannedPageAt } from '@/lib/calendars/page-plan';
import type { Id } from '@/lib/core/ids';
import type { PlainDate } from '@/lib/core/plain-date';
import type { PictureView } from '@/lib/pictures/picture-view';
import type { View } from './use-view';

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
  history: History;
  /** Goes to where so many steps of the history are done. */
  jumpTo: (done: number) => void;
  /** The page in view, in the page plan. */
  printIndex: number;
  goTo: (printIndex: number) => void;
  rendered: RenderedPages;
  /** The slot whose crop is being changed. */
  cropping: SlotRef | null;
  setCropping: (ref: SlotRef | null) => void;
  pictures: ReadonlyMap<Id<'picture'>, PictureView>;
  /** Puts a picture where it is most likely wanted: into the slot being changed, else on the page in view. */
  placeHere: (pictureId: Id<'picture'>) => void;
  /** Puts pictures one after the other, from the page in view on. */
  placeFromHere: (pictureIds: readonly Id<'picture'>[]) => void;
  /** Photos of the library that are chosen to be placed together, in the order in which they were chosen. */
  chosenPictures: ReadonlySet<Id<'picture'>>;
  choosePictures: (pictureIds: ReadonlySet<Id<'picture'>>) => void;
  /** Pages that are chosen to be designed together. */
  chosenPages: ReadonlySet<PageIndex>;
  choosePages: (pages: ReadonlySet<PageIndex>) => void;
  panel: Panel | null;
  openPanel: (panel: Panel | null) => void;
  /** How the pages are looked at: zoom, several at once, print lines, printed colours. */
  view: View;
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

/** The designed page behind a printed one; null where there is nothing to place. */
export function designedPageOf(document: CalendarDocument, printIndex: number): PageIndex | null {
  return plannedPageAt(document, printIndex).pageIndex;
}
