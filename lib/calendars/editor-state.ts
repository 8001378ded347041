import { sameContent } from '@/lib/core/same-content';
import { onlyChangedPage } from './change-document';
import type { CalendarDocument, PageIndex } from './document';

/** What a step did, named so that "Undo" can say it. The words stand in calendars.steps.<name>. */
export const STEP_NAMES = [
  'place',
  'move',
  'remove',
  'crop',
  'filter',
  'layout',
  'theme',
  'style',
  'caption',
  'title',
  'subtitle',
  'dates',
  'import',
  'people',
  'holidays',
  'format',
  'first_month',
  'month_count',
  'overview',
  'notes_pages',
  'language',
  'native_digits',
  'first_weekday',
  'week_numbers',
  'secondary_calendar',
  'moon_phases',
  'autofill',
  'refill',
  'lock',
  'fix',
  'restore',
  'merge',
] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** A step as the history lists it. */
export type HistoryEntry = {
  name: StepName;
  /** The one page that it changed; null where it changed the calendar or several pages. */
  pageIndex: PageIndex | null;
};

type Step = HistoryEntry & { before: CalendarDocument };
type UndoneStep = HistoryEntry & { after: CalendarDocument };

/** The document on the screen and every step that led to it. */
export type EditorState = {
  document: CalendarDocument;
  past: readonly Step[];
  future: readonly UndoneStep[];
  /**
   * Steps with the same key that follow each other at once are one step: typing a caption is undone as a whole.
   * Null after anything else happened.
   */
  mergeKey: string | null;
};

export type EditorAction =
  | {
      type: 'change';
      name: StepName;
      change: (document: CalendarDocument) => CalendarDocument;
      mergeKey?: string;
    }
  /** Ends a run of merged steps, for example when a field loses the focus. */
  | { type: 'settle' }
  | { type: 'undo' }
  | { type: 'redo' }
  /** Goes to where `done` steps of the history are done: 0 is the calendar as it was opened. */
  | { type: 'jump'; done: number }
  /** Another version takes the place of this one, history included: it was made elsewhere. */
  | { type: 'load'; document: CalendarDocument };

/** Each step keeps whole pages that did not change by reference, so that hundreds of steps stay small. */
export const HISTORY_MAX = 300;

export function startEditing(document: CalendarDocument): EditorState {
  return { document, past: [], future: [], mergeKey: null };
}

/** What the editor's state becomes. Pure; a change that changes nothing leaves no step. */
export function reduceEditor(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case 'change': {
      const document = action.change(state.document);
      if (document === state.document || sameContent(document, state.document)) return state;
      const mergeKey = action.mergeKey ?? null;
      const isMerged = mergeKey !== null && mergeKey === state.mergeKey && state.past.length > 0;
      const earlier = isMerged ? state.past.slice(0, -1) : state.past;
      const before = isMerged ? (state.past.at(-1)?.before ?? state.document) : state.document;
      const step = { name: action.name, pageIndex: onlyChangedPage(before, document), before };
      return { document, past: [...earlier, step].slice(-HISTORY_MAX), future: [], mergeKey };
    }
    case 'settle':
      return state.mergeKey === null ? state : { ...state, mergeKey: null };
    case 'undo': {
      const step = state.past.at(-1);
      if (!step) return state;
      return {
        document: step.before,
        past: state.past.slice(0, -1),
        future: [{ ...entryOf(step), after: state.document }, ...state.future],
        mergeKey: null,
      };
    }
    case 'redo': {
      const [step, ...future] = state.future;
      if (!step) return state;
      return {
        document: step.after,
        past: [...state.past, { ...entryOf(step), before: state.document }],
        future,
        mergeKey: null,
      };
    }
    case 'jump': {
      const way = action.done < state.past.length ? 'undo' : 'redo';
      let reached = state;
      while (reached.past.length !== action.done) {
        const next = reduceEditor(reached, { type: way });
        // Further than the history goes.
        if (next === reached) break;
        reached = next;
      }
      return reached;
    }
    case 'load':
      return startEditing(action.document);
  }
}

export type History = {
  /** What "Undo" and "Redo" would do; null when there is nothing. */
  undo: StepName | null;
  redo: StepName | null;
  /** Every step, oldest first, the undone ones last. */
  entries: readonly HistoryEntry[];
  /** How many of them are done. */
  done: number;
};

export function historyOf(state: EditorState): History {
  return {
    undo: state.past.at(-1)?.name ?? null,
    redo: state.future[0]?.name ?? null,
    entries: [...state.past, ...state.future].map(entryOf),
    done: state.past.length,
  };
}

function entryOf({ name, pageIndex }: HistoryEntry): HistoryEntry {
  return { name, pageIndex };
}
