import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePage } from '@/lib/calendars/change-document';
import type { CalendarDocument } from '@/lib/calendars/document';
import {
  type EditorAction,
  type EditorState,
  HISTORY_MAX,
  historyOf,
  reduceEditor,
  startEditing,
} from '@/lib/calendars/editor-state';
import { sampleDocument } from './sample-document';

const retitle = (title: string, mergeKey?: string): EditorAction => ({
  type: 'change',
  name: 'title',
  change: (document) => ({ ...document, title }),
  ...(mergeKey === undefined ? {} : { mergeKey }),
});
const run = (state: EditorState, actions: EditorAction[]) => actions.reduce(reduceEditor, state);

describe('the editor state', () => {
  it('undoes and redoes each step by its name', () => {
    const state = run(startEditing(sampleDocument()), [
      retitle('A'),
      {
        type: 'change',
        name: 'caption',
        change: (document) => changePage(document, 2, { caption: 'Lviv' }),
      },
    ]);
    expect(historyOf(state)).toMatchObject({ undo: 'caption', redo: null });
    const undone = run(state, [{ type: 'undo' }]);
    expect(undone.document.pages[2]?.caption).toBe('');
    expect(undone.document.title).toBe('A');
    expect(historyOf(undone)).toMatchObject({ undo: 'title', redo: 'caption' });
    expect(run(undone, [{ type: 'redo' }]).document).toBe(state.document);
  });

  it('makes one step of typing into one field, and two when something else came between', () => {
    const start = startEditing(sampleDocument());
    const typed = run(start, [retitle('A', 't'), retitle('Ab', 't'), retitle('Abc', 't')]);
    expect(typed.past).toHaveLength(1);
    expect(run(typed, [{ type: 'undo' }]).document).toBe(start.document);
    const settled = run(typed, [{ type: 'settle' }, retitle('Abcd', 't')]);
    expect(settled.past).toHaveLength(2);
  });

  it('leaves no step when nothing changed', () => {
    const start = startEditing(sampleDocument());
    expect(run(start, [retitle(start.document.title)])).toBe(start);
  });

  it('forgets what was undone when a new step is made', () => {
    const state = run(startEditing(sampleDocument()), [
      retitle('A'),
      { type: 'undo' },
      retitle('B'),
    ]);
    expect(historyOf(state).redo).toBeNull();
    expect(run(state, [{ type: 'redo' }])).toBe(state);
  });

  it('starts a new history with a version from elsewhere', () => {
    const other = sampleDocument({ title: 'Other' });
    const state = run(startEditing(sampleDocument()), [
      retitle('A'),
      { type: 'load', document: other },
    ]);
    expect(state.document).toBe(other);
    expect(historyOf(state)).toEqual({ undo: null, redo: null, entries: [], done: 0 });
  });

  it('lists every step with the page it changed, done and undone', () => {
    const caption = (pageIndex: number): EditorAction => ({
      type: 'change',
      name: 'caption',
      change: (document) => changePage(document, pageIndex, { caption: `${pageIndex}` }),
    });
    const state = run(startEditing(sampleDocument()), [
      caption(2),
      retitle('A'),
      caption(-1),
      { type: 'undo' },
    ]);
    expect(historyOf(state)).toMatchObject({
      done: 2,
      entries: [
        { name: 'caption', pageIndex: 2 },
        { name: 'title', pageIndex: null },
        { name: 'caption', pageIndex: -1 },
      ],
    });
  });

  it('knows the page of a merged step as a whole', () => {
    const type = (pageIndex: number, caption: string): EditorAction => ({
      type: 'change',
      name: 'caption',
      change: (document) => changePage(document, pageIndex, { caption }),
      mergeKey: 'k',
    });
    const typed = run(startEditing(sampleDocument()), [type(3, 'L'), type(3, 'Lv')]);
    expect(historyOf(typed).entries).toEqual([{ name: 'caption', pageIndex: 3 }]);
    const both = run(typed, [type(4, 'K')]);
    expect(historyOf(both).entries).toEqual([{ name: 'caption', pageIndex: null }]);
  });

  it('jumps to any step and back without losing one', () => {
    const end = run(
      startEditing(sampleDocument()),
      ['A', 'B', 'C', 'D'].map((t) => retitle(t)),
    );
    for (const done of [0, 3, 1, 4]) {
      const reached = run(end, [
        { type: 'jump', done: 0 },
        { type: 'jump', done },
      ]);
      expect(reached.document.title).toBe(['Our year', 'A', 'B', 'C', 'D'][done]);
      expect(historyOf(reached)).toMatchObject({ done });
      expect(historyOf(reached).entries).toHaveLength(4);
    }
    expect(run(end, [{ type: 'jump', done: 99 }])).toBe(end);
  });

  it('keeps a bounded history', () => {
    const steps = Array.from({ length: HISTORY_MAX + 20 }, (_, index) => retitle(`T${index}`));
    expect(run(startEditing(sampleDocument()), steps).past).toHaveLength(HISTORY_MAX);
  });

  it('comes back to the first document by undoing everything, whatever happened', () => {
    const action = fc.oneof<fc.Arbitrary<EditorAction>[]>(
      fc.string({ maxLength: 3 }).map((title) => retitle(title)),
      fc.string({ maxLength: 3 }).map((title) => retitle(title, 'k')),
      fc.constant<EditorAction>({ type: 'undo' }),
      fc.constant<EditorAction>({ type: 'redo' }),
      fc.constant<EditorAction>({ type: 'settle' }),
      fc.nat(6).map((done): EditorAction => ({ type: 'jump', done })),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const start: CalendarDocument = sampleDocument();
        let state = run(startEditing(start), actions);
        const reached = state.document;
        const depth = state.past.length;
        for (let step = 0; step < depth; step += 1) state = reduceEditor(state, { type: 'undo' });
        expect(state.document).toEqual(start);
        for (let step = 0; step < depth; step += 1) state = reduceEditor(state, { type: 'redo' });
        expect(state.document).toEqual(reached);
      }),
    );
  });
});
