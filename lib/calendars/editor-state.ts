import type { CalendarDocument } from './document';

/** What a step did, named so that "Undo" can say it. The words stand in calendars.steps.<name>. */
export const STEP_NAMES = [
  'place',
  'move',
  'remove',
  'crop',
  'layout',
  'theme',
  'caption',
  'title',
  'subtitle',
  'dates',
  'import',
  'holidays',
  'format',
  'first_month',
  'month_count',
  'language',
  'first_weekday',
  'week_numbers',
  'autofill',
  'restore',
] as const;
export type StepName = (typeof STEP_NAMES)[number];

type Step = { name: StepName; before: CalendarDocument };
type UndoneStep = { name: StepName; after: CalendarDocument };

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
      if (document === state.document || isSame(document, state.document)) return state;
      const mergeKey = action.mergeKey ?? null;
      const isMerged = mergeKey !== null && mergeKey === state.mergeKey && state.past.length > 0;
      const past = isMerged
        ? state.past
        : [...state.past, { name: action.name, before: state.document }].slice(-HISTORY_MAX);
      return { document, past, future: [], mergeKey };
    }
    case 'settle':
      return state.mergeKey === null ? state : { ...state, mergeKey: null };
    case 'undo': {
      const step = state.past.at(-1);
      if (!step) return state;
      return {
        document: step.before,
        past: state.past.slice(0, -1),
        future: [{ name: step.name, after: state.document }, ...state.future],
        mergeKey: null,
      };
    }
    case 'redo': {
      const [step, ...future] = state.future;
      if (!step) return state;
      return {
        document: step.after,
        past: [...state.past, { name: step.name, before: state.document }],
        future,
        mergeKey: null,
      };
    }
    case 'load':
      return startEditing(action.document);
  }
}

/** What "Undo" and "Redo" would do, null when there is nothing. */
export function historyOf(state: EditorState): { undo: StepName | null; redo: StepName | null } {
  return { undo: state.past.at(-1)?.name ?? null, redo: state.future[0]?.name ?? null };
}

function isSame(a: CalendarDocument, b: CalendarDocument): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
