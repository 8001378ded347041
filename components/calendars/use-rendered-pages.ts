'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem } from '@/components/call-api';
import type { CalendarDocument } from '@/lib/calendars/document';
import { pageCountOf } from '@/lib/calendars/page-plan';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import { drawnPage, drawPages, forgetPages, keepPages } from './render-store';

const NONE: readonly RenderedPage[] = [];

/** Small, so that the page in view never waits behind a long batch. */
const BATCH_PAGES = 7;
const RETRY_MS = 3000;

export type RenderedPages = {
  /** The page as it is now; while it is being drawn anew, as it was; null before the first time. */
  page: (index: number) => RenderedPage | null;
  /** False while an older drawing is shown. */
  isCurrent: (index: number) => boolean;
  /** True while the server cannot be asked. Drawing goes on by itself as soon as it can. */
  isOffline: boolean;
  /** Draws everything anew; the pages of before are shown until then. */
  redraw: () => void;
};

/**
 * Keeps every page of a document drawn. The page in view comes first, then its neighbours; drawings are kept by
 * content, so undo shows them at once.
 * @param inView index of the page to draw first
 * @param initial pages that came with the HTML, drawn for the first `document`; the same on every render
 */
export function useRenderedPages(
  document: CalendarDocument,
  inView: number,
  initial: readonly RenderedPage[] = NONE,
): RenderedPages {
  const [first] = useState({ document, pages: initial });
  const latest = useRef(new Map(initial.map((page) => [page.index, page])));
  const wish = useRef({ document, inView });
  const isBusy = useRef(false);
  const isMounted = useRef(false);
  const [tick, setTick] = useState(0);
  const [isOffline, setOffline] = useState(false);

  const pump = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      while (isMounted.current) {
        const now = wish.current;
        const batch = missingPages(now.document, now.inView);
        if (batch.length === 0) return;
        try {
          for (const page of await drawPages(now.document, batch)) {
            latest.current.set(page.index, page);
          }
        } catch (error) {
          const isUnreachable =
            error instanceof ApiProblem && error.problem.code === 'server.unavailable';
          // What the server refuses now it will refuse again; the next change of the document asks anew.
          if (!isUnreachable) return;
          setOffline(true);
          await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
          continue;
        }
        setOffline(false);
        setTick((tick) => tick + 1);
      }
    } finally {
      isBusy.current = false;
    }
  }, []);

  useEffect(() => {
    keepPages(first.document, first.pages);
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, [first]);

  useEffect(() => {
    wish.current = { document, inView };
    pump().catch(reportError);
  }, [pump, document, inView]);

  const redraw = useCallback(() => {
    forgetPages();
    pump().catch(reportError);
  }, [pump]);

  const page = useCallback(
    (index: number) => drawnPage(document, index) ?? latest.current.get(index) ?? null,
    [document],
  );
  const isCurrent = useCallback(
    (index: number) =>
      drawnPage(document, index) !== null ||
      (document === first.document && first.pages.some((page) => page.index === index)),
    [document, first],
  );
  // A new object when something was drawn, so that whoever is handed it sees that; the same one otherwise.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(
    () => ({ page, isCurrent, isOffline, redraw }),
    [page, isCurrent, isOffline, redraw, tick],
  );
}

function missingPages(document: CalendarDocument, inView: number): number[] {
  const all = Array.from({ length: pageCountOf(document) }, (_, index) => index);
  const missing = all.filter((index) => drawnPage(document, index) === null);
  if (missing.includes(inView)) return [inView];
  return missing.sort((a, b) => Math.abs(a - inView) - Math.abs(b - inView)).slice(0, BATCH_PAGES);
}
