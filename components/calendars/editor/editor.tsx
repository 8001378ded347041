'use client';

import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
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
import type { CalendarDocument, PageIndex } from '@/lib/calendars/document';
import { bestSlotOf, placePictures } from '@/lib/calendars/drop-rules';
import {
  type EditorAction,
  historyOf,
  reduceEditor,
  startEditing,
} from '@/lib/calendars/editor-state';
import { pageCountOf, printIndexOf } from '@/lib/calendars/page-plan';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import { cropPlaced } from '@/lib/calendars/slot-place';
import type { Id } from '@/lib/core/ids';
import type { PicturePage } from '@/lib/pictures/list-pictures';
import type { PictureView } from '@/lib/pictures/picture-view';
import { ConflictDialog } from './conflict-dialog';
import { CropToolsPlace } from './crop-tools';
import { Dragged } from './dragged';
import { designedPageOf, EditorProvider, type EditorValue, type Panel } from './editor-context';
import { EditorForms, type Form } from './editor-forms';
import { EditorPanel } from './editor-panel';
import { MonthListing } from './month-listing';
import { PageCanvas } from './page-canvas';
import { PageSteps } from './page-steps';
import { PageStrip } from './page-strip';
import { PanelTabs } from './panel-tabs';
import { ShortcutsDialog } from './shortcuts-dialog';
import { TopBar } from './top-bar';
import type { Stored } from './use-autosave';
import { findTarget, useDragSensors, useDragWords } from './use-drag';
import { useDragging } from './use-dragging';
import { useShortcuts } from './use-shortcuts';
import { useStoredCalendar } from './use-stored-calendar';
import { useView } from './use-view';

/** Everything for designing one calendar. */
export function Editor({
  calendarId,
  stored,
  photos,
  placed,
  countries,
  firstPage,
  firstPanel,
  drawn,
}: {
  calendarId: Id<'calendar'>;
  stored: Stored;
  /** The newest photos of the library. */
  photos: PicturePage;
  /** The pictures that the calendar uses, however old they are. */
  placed: readonly PictureView[];
  countries: readonly CountryChoice[];
  firstPage: number;
  /** Opened at once, on a phone too; null leaves it to the screen. */
  firstPanel: Panel | null;
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
  const printIndex = Math.min(wantedPage, pageCountOf(document) - 1);
  const rendered = useRenderedPages(document, printIndex, drawn);
  const library = useLibrary(photos, placed);
  const [cropping, setCropping] = useState<SlotRef | null>(null);
  const [panel, setPanel] = useState<Panel | null>(firstPanel);
  const [chosenPictures, choosePictures] = useState<ReadonlySet<Id<'picture'>>>(new Set());
  const [wantedPages, choosePages] = useState<ReadonlySet<PageIndex>>(new Set());
  const view = useView();
  const [form, setForm] = useState<Form | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const sensors = useDragSensors();
  const dragWords = useDragWords();

  // A phone starts with the page alone; a desktop has room for a panel beside it.
  useEffect(() => {
    if (window.matchMedia('(min-width: 1024px)').matches) setPanel((open) => open ?? 'photos');
  }, []);

  const goTo = useCallback((index: number) => {
    setWantedPage(index);
    setCropping(null);
  }, []);

  const known = library.byId;
  const change = useCallback<EditorValue['change']>(
    (name, changeDocument, mergeKey) => {
      dispatch({
        type: 'change',
        name,
        change: (before) => cropPlaced(before, changeDocument(before), known),
        ...(mergeKey === undefined ? {} : { mergeKey }),
      });
    },
    [known],
  );

  // What is undone must be seen to be believed.
  const travel = useCallback(
    (action: EditorAction) => {
      const changed = onlyChangedPage(state.document, reduceEditor(state, action).document);
      const place = changed === null ? null : printIndexOf(state.document, changed);
      if (place !== null) goTo(place);
      dispatch(action);
    },
    [state, goTo],
  );
  const history = useMemo(() => historyOf(state), [state]);

  const isCropValid = cropping !== null && slotAtOrNull(document, cropping) !== null;
  // Pages may be gone by now.
  const chosenPages = useMemo(
    () => new Set([...wantedPages].filter((page) => printIndexOf(document, page) !== null)),
    [wantedPages, document],
  );
  const placeHere = useCallback(
    (pictureIds: readonly Id<'picture'>[]) => {
      const designed = designedPageOf(document, printIndex);
      const [first] = pictureIds;
      const best = designed === null ? null : bestSlotOf(document, designed);
      const ref = isCropValid && cropping ? cropping : best;
      if (ref === null || first === undefined) {
        toast(t('photos.not_on_back'));
        return;
      }
      if (pictureIds.length === 1) {
        change('place', (before) => placePicture(before, ref, first));
        return;
      }
      const { leftOver } = placePictures(document, ref, pictureIds);
      change('place', (before) => placePictures(before, ref, pictureIds).document);
      if (leftOver > 0) toast(t('photos.left_over', { count: leftOver }), 'warn');
    },
    [document, printIndex, isCropValid, cropping, change, toast, t],
  );

  const value = useMemo<EditorValue>(
    () => ({
      calendarId,
      document,
      change,
      settle: () => dispatch({ type: 'settle' }),
      history,
      jumpTo: (done) => travel({ type: 'jump', done }),
      printIndex,
      goTo,
      rendered,
      cropping: isCropValid ? cropping : null,
      setCropping,
      pictures: library.byId,
      placeHere: (pictureId) => placeHere([pictureId]),
      placeFromHere: placeHere,
      chosenPictures,
      choosePictures,
      chosenPages,
      choosePages,
      panel,
      openPanel: setPanel,
      view,
      addDateOn: (day) => setForm({ kind: 'date', date: null, day }),
    }),
    [
      calendarId,
      document,
      change,
      history,
      travel,
      printIndex,
      goTo,
      rendered,
      cropping,
      isCropValid,
      library.byId,
      placeHere,
      chosenPictures,
      chosenPages,
      panel,
      view,
    ],
  );

  useShortcuts({
    undo: () => travel({ type: 'undo' }),
    redo: () => travel({ type: 'redo' }),
    previous: () => goTo(Math.max(0, printIndex - 1)),
    next: () => goTo(Math.min(pageCountOf(document) - 1, printIndex + 1)),
    openPanel: setPanel,
    help: () => setHelpOpen(true),
  });

  const { dragged, handlers } = useDragging(
    document,
    change,
    { pictures: chosenPictures, choosePictures, pages: chosenPages, choosePages },
    () => setCropping(null),
  );

  const order = async () => {
    setLeaving(true);
    if (await save.flush()) router.push(`/calendars/${calendarId}/order`);
    else setLeaving(false);
  };

  const isAnyBlocked = Array.from({ length: pageCountOf(document) }, (_, index) => index).some(
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
        {...handlers}
      >
        <div className="fixed inset-0 z-30 flex flex-col bg-linen">
          <TopBar
            save={save.state}
            onUndo={() => travel({ type: 'undo' })}
            onRedo={() => travel({ type: 'redo' })}
            onDecide={conflict.open}
            onHelp={() => setHelpOpen(true)}
            onOrder={() => {
              order().catch(reportError);
            }}
            isLeaving={isLeaving}
          />
          <div className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[9.5rem_minmax(0,1fr)_23rem] short:flex-row">
            <main
              id="content"
              className="order-1 flex min-h-0 min-w-0 flex-1 flex-col gap-2 p-3 lg:order-2 lg:gap-3 lg:p-6 short:order-2 short:gap-1 short:p-2"
            >
              <PageSteps isOffline={rendered.isOffline} />
              <PageCanvas />
              <MonthListing />
            </main>
            <div
              className={classes(
                'order-2 min-h-0 lg:order-1 lg:flex lg:flex-col short:order-1 short:flex short:w-22 short:flex-col',
                // A phone has no room for both.
                panel !== null && 'max-lg:hidden',
              )}
            >
              <PageStrip />
            </div>
            <aside
              aria-label={t('panels.label')}
              className="relative order-3 flex min-h-0 flex-col border-t border-line bg-sheet lg:border-t-0 lg:border-l short:flex-row short:border-t-0 short:border-l"
            >
              <CropToolsPlace />
              <PanelTabs
                marked={marked}
                className="order-2 border-t border-line pb-[env(safe-area-inset-bottom)] lg:order-1 lg:border-t-0 lg:border-b short:border-t-0 short:border-l short:pr-[env(safe-area-inset-right)] short:pb-0"
              />
              <EditorPanel panel={panel} library={library} countries={countries} onForm={setForm} />
            </aside>
          </div>
        </div>
        <DragOverlay dropAnimation={null}>
          {dragged ? <Dragged item={dragged} /> : null}
        </DragOverlay>
      </DndContext>
      <EditorForms form={form} photos={library} onClose={() => setForm(null)} />
      <ShortcutsDialog isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
      <ConflictDialog
        isOpen={conflict.isOpen}
        sides={conflict.sides}
        isCopying={conflict.isCopying}
        onDecideLater={conflict.close}
        onDecide={conflict.decide}
        onKeepCopy={conflict.keepCopy}
      />
    </EditorProvider>
  );
}

/** Undo may take away the page or the picture whose crop is open. */
function slotAtOrNull(document: CalendarDocument, ref: SlotRef) {
  return ref.pageIndex < document.monthCount ? slotAt(document, ref) : null;
}
