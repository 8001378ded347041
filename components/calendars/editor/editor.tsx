'use client';

import { DndContext, type DragEndEvent, DragOverlay, type DragStartEvent } from '@dnd-kit/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { PagePicture } from '@/components/calendars/page-picture';
import { useLibrary } from '@/components/calendars/use-library';
import { useRenderedPages } from '@/components/calendars/use-rendered-pages';
import { classes } from '@/components/ui/classes';
import { useToast } from '@/components/ui/toast';
import type { CountryChoice } from '@/lib/calendar-days/countries';
import {
  onlyChangedPage,
  placePicture,
  type SlotRef,
  slotAt,
} from '@/lib/calendars/change-document';
import type { CalendarDocument } from '@/lib/calendars/document';
import { applyDrop, bestSlotOf, type DragItem, type DropTarget } from '@/lib/calendars/drop-rules';
import { historyOf, reduceEditor, startEditing } from '@/lib/calendars/editor-state';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import type { Id } from '@/lib/core/ids';
import type { PicturePage } from '@/lib/pictures/list-pictures';
import type { PictureView } from '@/lib/pictures/picture-view';
import { ConflictDialog } from './conflict-dialog';
import { designedPageOf, EditorProvider, type EditorValue, type Panel } from './editor-context';
import { EditorForms, type Form } from './editor-forms';
import { EditorPanel } from './editor-panel';
import { MonthListing } from './month-listing';
import { PageCanvas } from './page-canvas';
import { PageSteps } from './page-steps';
import { PageStrip } from './page-strip';
import { PanelTabs } from './panel-tabs';
import { TopBar } from './top-bar';
import { findTarget, useDragSensors, useDragWords } from './use-drag';
import { useShortcuts } from './use-shortcuts';
import { useStoredCalendar } from './use-stored-calendar';

/** Everything for designing one calendar. */
export function Editor({
  calendarId,
  stored,
  photos,
  placed,
  countries,
  thisYear,
  firstPage,
  drawn,
}: {
  calendarId: Id<'calendar'>;
  stored: { version: number; document: CalendarDocument };
  /** The newest photos of the library. */
  photos: PicturePage;
  /** The pictures that the calendar uses, however old they are. */
  placed: readonly PictureView[];
  countries: readonly CountryChoice[];
  thisYear: number;
  firstPage: number;
  /** The first page as it is drawn now, so that there is something to see at once. */
  drawn: readonly RenderedPage[];
}) {
  const t = useTranslations('calendars');
  const toast = useToast();
  const router = useRouter();
  const [state, dispatch] = useReducer(reduceEditor, stored.document, startEditing);
  const { document } = state;
  const { save, conflict } = useStoredCalendar(calendarId, stored, document, dispatch);
  const [wantedPage, setWantedPage] = useState(firstPage);
  const printIndex = Math.min(wantedPage, document.monthCount + 1);
  const rendered = useRenderedPages(document, printIndex, drawn);
  const library = useLibrary(photos, placed);
  const [cropping, setCropping] = useState<SlotRef | null>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [showsOverlay, setShowsOverlay] = useState(false);
  const [form, setForm] = useState<Form | null>(null);
  const [dragged, setDragged] = useState<DragItem | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const sensors = useDragSensors();
  const dragWords = useDragWords();

  // A phone starts with the page alone; a desktop has room for a panel beside it.
  useEffect(() => {
    if (window.matchMedia('(min-width: 1024px)').matches) setPanel('photos');
  }, []);

  const goTo = useCallback((index: number) => {
    setWantedPage(index);
    setCropping(null);
  }, []);

  const change = useCallback<EditorValue['change']>((name, changeDocument, mergeKey) => {
    dispatch({
      type: 'change',
      name,
      change: changeDocument,
      ...(mergeKey === undefined ? {} : { mergeKey }),
    });
  }, []);

  const isCropValid = cropping !== null && slotAtOrNull(document, cropping) !== null;
  const value = useMemo<EditorValue>(
    () => ({
      calendarId,
      document,
      change,
      settle: () => dispatch({ type: 'settle' }),
      printIndex,
      goTo,
      rendered,
      cropping: isCropValid ? cropping : null,
      setCropping,
      pictures: library.byId,
      placeHere: (pictureId) => {
        const designed = designedPageOf(document, printIndex);
        if (designed === null) {
          toast(t('photos.not_on_back'));
          return;
        }
        const ref = isCropValid && cropping ? cropping : bestSlotOf(document, designed);
        change('place', (before) => placePicture(before, ref, pictureId));
      },
      panel,
      openPanel: setPanel,
      showsOverlay,
      addDateOn: (day) => setForm({ kind: 'date', date: null, day }),
    }),
    [
      calendarId,
      document,
      change,
      printIndex,
      goTo,
      rendered,
      cropping,
      isCropValid,
      library.byId,
      panel,
      showsOverlay,
      toast,
      t,
    ],
  );

  const { undo, redo } = historyOf(state);
  // What is undone must be seen to be believed.
  const travel = (action: { type: 'undo' } | { type: 'redo' }) => {
    const changed = onlyChangedPage(document, reduceEditor(state, action).document);
    if (changed !== null && changed + 1 !== printIndex) goTo(changed + 1);
    dispatch(action);
  };
  useShortcuts({
    undo: () => travel({ type: 'undo' }),
    redo: () => travel({ type: 'redo' }),
    previous: () => goTo(Math.max(0, printIndex - 1)),
    next: () => goTo(Math.min(document.monthCount + 1, printIndex + 1)),
  });

  const onDragStart = ({ active }: DragStartEvent) => {
    setCropping(null);
    setDragged((active.data.current?.item as DragItem | undefined) ?? null);
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const item = active.data.current?.item as DragItem | undefined;
    const target = over?.data.current?.target as DropTarget | undefined;
    if (!item || !target) return;
    const result = applyDrop(document, item, target);
    if (result) change(result.name, () => result.document);
  };

  const order = async () => {
    setLeaving(true);
    if (await save.flush()) router.push(`/calendars/${calendarId}/order`);
    else setLeaving(false);
  };

  const isAnyBlocked = Array.from({ length: document.monthCount + 2 }, (_, index) => index).some(
    (index) => rendered.page(index)?.findings.some(({ severity }) => severity === 'blocked'),
  );
  const marked = useMemo<ReadonlySet<Panel>>(
    () => new Set(isAnyBlocked ? (['check'] as const) : []),
    [isAnyBlocked],
  );

  return (
    <EditorProvider value={value}>
      <DndContext
        // Named, because a counted id differs between server and browser.
        id="editor"
        sensors={sensors}
        collisionDetection={findTarget}
        accessibility={dragWords}
        onDragStart={onDragStart}
        onDragEnd={onDragEnd}
        onDragCancel={() => setDragged(null)}
      >
        <div className="fixed inset-0 z-30 flex flex-col bg-linen">
          <TopBar
            save={save.state}
            undo={undo}
            redo={redo}
            onUndo={() => travel({ type: 'undo' })}
            onRedo={() => travel({ type: 'redo' })}
            onToggleOverlay={() => setShowsOverlay((shown) => !shown)}
            onDecide={conflict.open}
            onOrder={() => {
              order().catch(reportError);
            }}
            isLeaving={isLeaving}
          />
          <div className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[9.5rem_minmax(0,1fr)_23rem]">
            <main
              id="content"
              className="order-1 flex min-h-0 flex-1 flex-col gap-2 p-3 lg:order-2 lg:gap-3 lg:p-6"
            >
              <PageSteps isOffline={rendered.isOffline} />
              <PageCanvas />
              <MonthListing />
            </main>
            <div
              className={classes(
                'order-2 min-h-0 lg:order-1 lg:flex lg:flex-col',
                // A phone has no room for both.
                panel !== null && 'max-lg:hidden',
              )}
            >
              <PageStrip />
            </div>
            <aside
              aria-label={t('panels.label')}
              className="order-3 flex min-h-0 flex-col border-t border-line bg-sheet lg:border-t-0 lg:border-l"
            >
              <PanelTabs
                marked={marked}
                className="order-2 border-t border-line pb-[env(safe-area-inset-bottom)] lg:order-1 lg:border-t-0 lg:border-b"
              />
              <EditorPanel
                panel={panel}
                library={library}
                countries={countries}
                thisYear={thisYear}
                onForm={setForm}
              />
            </aside>
          </div>
        </div>
        <DragOverlay dropAnimation={null}>
          {dragged ? <Dragged item={dragged} value={value} /> : null}
        </DragOverlay>
      </DndContext>
      <EditorForms form={form} onClose={() => setForm(null)} />
      <ConflictDialog
        isOpen={conflict.isOpen}
        pending={conflict.pending}
        onDecideLater={conflict.close}
        onLoadOther={conflict.loadOther}
        onKeepCopy={conflict.keepCopy}
      />
    </EditorProvider>
  );
}

/** Undo may take away the page or the picture whose crop is open. */
function slotAtOrNull(document: CalendarDocument, ref: SlotRef) {
  return ref.pageIndex < document.monthCount ? slotAt(document, ref) : null;
}

/** What is under the finger while something is moved. */
function Dragged({ item, value }: { item: DragItem; value: EditorValue }) {
  if (item.kind === 'page') {
    const page = value.rendered.page(item.pageIndex + 1);
    return (
      <span className="block w-24 -rotate-2 shadow-float">
        {page ? <PagePicture page={page} rendition="thumb" /> : null}
      </span>
    );
  }
  const pictureId =
    item.kind === 'picture' ? item.pictureId : slotAt(value.document, item.ref)?.pictureId;
  const url = pictureId ? value.pictures.get(pictureId)?.thumbUrl : null;
  return url ? (
    // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
    <img
      src={url}
      alt=""
      className="h-28 w-auto max-w-44 -rotate-2 rounded-sm object-cover shadow-float"
    />
  ) : null;
}
