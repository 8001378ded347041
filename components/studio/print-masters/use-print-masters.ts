'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { isLive, subscribePictureEvents } from '@/components/pictures/picture-events';
import type { Problem } from '@/lib/http/problem';
import type { PrintMastersView } from '@/lib/studio/print-masters-view';

const NONE: PrintMastersView = { wanted: 0, stars: 0, blocked: 0, open: 0, failed: 0, balance: 0 };

/** Twelve pictures tell of every step: one question is enough for all of them. */
const GATHER_MS = 700;
const POLL_MS = 4_000;
/** With a live stream only to be safe. */
const POLL_LIVE_MS = 20_000;

export type PrintMasters = {
  view: PrintMastersView;
  /** Of those that were under way since the screen opened. */
  done: number;
  all: number;
  isStarting: boolean;
  problem: Problem | null;
  start: () => void;
};

/**
 * Follows how the AI pictures of a calendar are made large enough for print.
 * @param initial null asks the server first
 * @param isOn false asks nothing: there is nothing to follow
 */
export function usePrintMasters(
  calendarId: string,
  initial: PrintMastersView | null,
  isOn = true,
): PrintMasters {
  const [view, setView] = useState(initial ?? NONE);
  const [all, setAll] = useState(view.open);
  const [isStarting, setStarting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [wish, setWish] = useState(initial ? 0 : 1);
  const asking = useRef<AbortController | null>(null);

  const take = useCallback((fresh: PrintMastersView) => {
    setView(fresh);
    setAll((before) => (fresh.open === 0 ? before : Math.max(before, fresh.open)));
  }, []);

  useEffect(() => {
    if (!isOn || wish === 0) return;
    const controller = new AbortController();
    asking.current = controller;
    const timer = setTimeout(() => {
      callApi<PrintMastersView>(
        'GET',
        `/api/studio/print-masters?calendarId=${calendarId}`,
        undefined,
        { signal: controller.signal },
      ).then(take, (error) => {
        // The next news or the next look brings it up to date.
        if (!controller.signal.aborted && !(error instanceof ApiProblem)) throw error;
      });
    }, GATHER_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [calendarId, isOn, wish, take]);

  const look = useCallback(() => setWish((before) => before + 1), []);
  useEffect(() => {
    if (!isOn) return;
    return subscribePictureEvents(({ type }) => {
      if (type === 'upscale' || type === 'stars' || type === 'resync') look();
    });
  }, [isOn, look]);
  const isOpen = view.open > 0;
  useEffect(() => {
    if (!isOn || !isOpen) return;
    let asked = Date.now();
    const timer = setInterval(() => {
      if (Date.now() - asked < (isLive() ? POLL_LIVE_MS : POLL_MS)) return;
      asked = Date.now();
      look();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [isOn, isOpen, look]);

  const start = useCallback(async () => {
    // A look that is on its way knows nothing of what is started now.
    asking.current?.abort();
    setStarting(true);
    setProblem(null);
    try {
      const wished = { calendarId, stars: view.stars };
      take(await callApi<PrintMastersView>('POST', '/api/studio/print-masters', wished));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      look();
    } finally {
      setStarting(false);
    }
  }, [calendarId, view.stars, take, look]);

  return {
    view,
    done: Math.max(0, all - view.open),
    all,
    isStarting,
    problem,
    start: () => {
      start().catch(reportError);
    },
  };
}
