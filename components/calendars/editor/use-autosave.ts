'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import type { CalendarDocument } from '@/lib/calendars/document';
import type { Id } from '@/lib/core/ids';
import type { Problem } from '@/lib/http/problem';
import { dropDraft, writeDraft } from './draft-storage';

const DEBOUNCE_MS = 700;
const RETRY_MIN_MS = 2000;
const RETRY_MAX_MS = 30_000;

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  /** Another window or device has saved a version that this one does not know. */
  | { kind: 'conflict' }
  | { kind: 'refused'; problem: Problem };

export type Autosave = {
  state: SaveState;
  version: number;
  /** Saves now what is unsaved; true when the server has everything. */
  flush: () => Promise<boolean>;
  /** After the document was replaced by one that the server has. */
  adopt: (version: number, document: CalendarDocument) => void;
};

/**
 * Saves a document a moment after each change, one request at a time, and never over a version that it was not made
 * from. Until the server has it, the work is kept in this browser.
 */
export function useAutosave(
  calendarId: Id<'calendar'>,
  document: CalendarDocument,
  initial: { version: number; document: CalendarDocument },
): Autosave {
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  const [version, setVersion] = useState(initial.version);
  const base = useRef({ version: initial.version, document: initial.document });
  const current = useRef(document);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const retryMs = useRef(RETRY_MIN_MS);
  const isStopped = useRef(false);
  const run = useRef<() => Promise<boolean>>(async () => true);

  const schedule = useCallback((delayMs: number) => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      run.current().catch(reportError);
    }, delayMs);
  }, []);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sent = current.current;
    if (sent === base.current.document) {
      setState({ kind: 'saved' });
      return true;
    }
    setState({ kind: 'saving' });
    try {
      const answer = await callApi<{ version: number }>('PUT', `/api/calendars/${calendarId}`, {
        expectedVersion: base.current.version,
        document: sent,
      });
      base.current = { version: answer.version, document: sent };
      retryMs.current = RETRY_MIN_MS;
      setVersion(answer.version);
      if (current.current !== sent) return saveOnce();
      dropDraft(calendarId);
      setState({ kind: 'saved' });
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const { problem } = error;
      if (problem.code === 'calendar.version_conflict') {
        isStopped.current = true;
        setState({ kind: 'conflict' });
      } else if (MAY_PASS.has(problem.code)) {
        setState({ kind: 'offline' });
        schedule(retryMs.current);
        retryMs.current = Math.min(RETRY_MAX_MS, retryMs.current * 2);
      } else {
        setState({ kind: 'refused', problem });
      }
      return false;
    }
  }, [calendarId, schedule]);

  const flush = useCallback(async (): Promise<boolean> => {
    if (timer.current) clearTimeout(timer.current);
    if (isStopped.current) return false;
    running.current ??= saveOnce().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [saveOnce]);

  useEffect(() => {
    run.current = flush;
  }, [flush]);

  useEffect(() => {
    current.current = document;
    if (document === base.current.document || isStopped.current) return;
    writeDraft(calendarId, { baseVersion: base.current.version, document });
    setState((state) => (state.kind === 'offline' ? state : { kind: 'waiting' }));
    schedule(DEBOUNCE_MS);
  }, [calendarId, document, schedule]);

  useEffect(() => {
    const now = () => {
      if (current.current !== base.current.document) run.current().catch(reportError);
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (current.current === base.current.document) return;
      now();
      event.preventDefault();
    };
    window.addEventListener('online', now);
    window.addEventListener('pagehide', now);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('online', now);
      window.removeEventListener('pagehide', now);
      window.removeEventListener('beforeunload', onLeave);
      if (timer.current) clearTimeout(timer.current);
      now();
    };
  }, []);

  const adopt = useCallback(
    (adopted: number, saved: CalendarDocument) => {
      base.current = { version: adopted, document: saved };
      current.current = saved;
      isStopped.current = false;
      dropDraft(calendarId);
      setVersion(adopted);
      setState({ kind: 'saved' });
    },
    [calendarId],
  );

  return { state, version, flush, adopt };
}

/** Failures that go away by themselves. */
const MAY_PASS: ReadonlySet<string> = new Set([
  'server.unavailable',
  'server.unexpected',
  'request.rate_limited',
]);
