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
  /** When the server got the newest work, in milliseconds since 1970. */
  | { kind: 'saved'; at: number }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** Sent as soon as there is a connection again. `isKept` is false where this browser stores nothing. */
  | { kind: 'offline'; isKept: boolean }
  /** Another window or device has saved a version that this one does not know. */
  | { kind: 'conflict' }
  | { kind: 'refused'; problem: Problem };

/** A document as the server has it. */
export type Stored = { version: number; document: CalendarDocument; savedAt: number };

export type Autosave = {
  state: SaveState;
  version: number;
  /** What the work on the screen was made from. */
  base: () => CalendarDocument;
  /** Saves now what is unsaved; true when the server has everything. */
  flush: () => Promise<boolean>;
  /**
   * Goes on from another stored version.
   * @param shown what the screen shows from now on; where it differs from the stored one, it is saved over it
   */
  adopt: (stored: Stored, shown: CalendarDocument) => void;
};

/**
 * Saves a document a moment after each change, one request at a time, and never over a version that it was not made
 * from. Until the server has it, the work is kept in this browser.
 */
export function useAutosave(
  calendarId: Id<'calendar'>,
  document: CalendarDocument,
  initial: Stored,
): Autosave {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: initial.savedAt });
  const [version, setVersion] = useState(initial.version);
  const base = useRef(initial);
  const current = useRef(document);
  const isKept = useRef(true);
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

  const keep = useCallback(() => {
    const { version: baseVersion } = base.current;
    isKept.current = writeDraft(calendarId, { baseVersion, document: current.current });
  }, [calendarId]);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sent = current.current;
    if (sent === base.current.document) {
      dropDraft(calendarId);
      setState({ kind: 'saved', at: base.current.savedAt });
      return true;
    }
    setState({ kind: 'saving' });
    try {
      const answer = await callApi<{ version: number }>('PUT', `/api/calendars/${calendarId}`, {
        expectedVersion: base.current.version,
        document: sent,
      });
      const savedAt = Date.now();
      base.current = { version: answer.version, document: sent, savedAt };
      retryMs.current = RETRY_MIN_MS;
      setVersion(answer.version);
      if (current.current !== sent) {
        // The newer work was made from what is stored now.
        keep();
        return saveOnce();
      }
      dropDraft(calendarId);
      setState({ kind: 'saved', at: savedAt });
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const { problem } = error;
      if (problem.code === 'calendar.version_conflict') {
        isStopped.current = true;
        setState({ kind: 'conflict' });
      } else if (MAY_PASS.has(problem.code)) {
        setState({ kind: 'offline', isKept: isKept.current });
        schedule(retryMs.current);
        retryMs.current = Math.min(RETRY_MAX_MS, retryMs.current * 2);
      } else {
        setState({ kind: 'refused', problem });
      }
      return false;
    }
  }, [calendarId, keep, schedule]);

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
    if (document === current.current) return;
    current.current = document;
    keep();
    // While two versions wait for a decision, the work only stays in this browser.
    if (isStopped.current) return;
    setState((state) => (state.kind === 'offline' ? state : { kind: 'waiting' }));
    schedule(DEBOUNCE_MS);
  }, [document, keep, schedule]);

  useEffect(() => {
    const now = () => {
      if (current.current !== base.current.document) run.current().catch(reportError);
    };
    const onHidden = () => {
      // The last that a phone tells before it may end the page.
      if (window.document.visibilityState === 'hidden') now();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (current.current === base.current.document) return;
      now();
      event.preventDefault();
    };
    window.addEventListener('online', now);
    window.addEventListener('pagehide', now);
    window.addEventListener('beforeunload', onLeave);
    window.document.addEventListener('visibilitychange', onHidden);
    return () => {
      window.removeEventListener('online', now);
      window.removeEventListener('pagehide', now);
      window.removeEventListener('beforeunload', onLeave);
      window.document.removeEventListener('visibilitychange', onHidden);
      if (timer.current) clearTimeout(timer.current);
      now();
    };
  }, []);

  const adopt = useCallback(
    (stored: Stored, shown: CalendarDocument) => {
      base.current = stored;
      current.current = shown;
      isStopped.current = false;
      setVersion(stored.version);
      if (shown === stored.document) {
        dropDraft(calendarId);
        setState({ kind: 'saved', at: stored.savedAt });
        return;
      }
      keep();
      setState({ kind: 'waiting' });
      schedule(0);
    },
    [calendarId, keep, schedule],
  );

  const baseDocument = useCallback(() => base.current.document, []);
  return { state, version, base: baseDocument, flush, adopt };
}

/** Failures that go away by themselves. */
const MAY_PASS: ReadonlySet<string> = new Set([
  'server.unavailable',
  'server.unexpected',
  'request.rate_limited',
]);
