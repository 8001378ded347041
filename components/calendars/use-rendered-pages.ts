'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '@/components/call-api';
import type { CalendarDocument } from '@/lib/calendars/document';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import { drawnPage, drawPages, keepPages } from './render-store';

const NONE: readonly RenderedPage[] = [];

/** Small, so that the page in view never waits behind a long batch. */
const BATCH_PAGES = 7;
const RETRY_MS = 3000;
/** Variants follow when the hand rests; while somebody types they would only be in the way. */
const VARIANT_DELAY_MS = 250;

export type RenderedPages = {
  /** The page as it is now; while it is being drawn anew, as it was; null before the first time. */
  page: (index: number) => RenderedPage | null;
  /** False while an older drawing is shown. */
  isCurrent: (index: number) => boolean;
  /** True while the server cannot be asked. Drawing goes on by itself as soon as it can. */
  isOffline: boolean;
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
  const [, setTick] = useState(0);
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
  return { page, isCurrent, isOffline };
}

function missingPages(document: CalendarDocument, inView: number): number[] {
  const all = Array.from({ length: document.monthCount + 2 }, (_, index) => index);
  const missing = all.filter((index) => drawnPage(document, index) === null);
  if (missing.includes(inView)) return [inView];
  return missing.sort((a, b) => Math.abs(a - inView) - Math.abs(b - inView)).slice(0, BATCH_PAGES);
}

/**
 * Draws the same page of several documents, for choosing between them. While one is drawn anew its older drawing stays;
 * null before the first time.
 */
export function useVariants(
  variants: readonly { document: CalendarDocument; index: number }[],
): (RenderedPage | null)[] {
  const [, setTick] = useState(0);
  const latest = useRef<(RenderedPage | null)[]>([]);
  useEffect(() => {
    let isWanted = true;
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const draw = async () => {
      const missing = variants.filter(({ document, index }) => !drawnPage(document, index));
      if (missing.length > 0) await pause(VARIANT_DELAY_MS);
      for (const { document, index } of missing) {
        while (isWanted && !(await wasDrawn(document, index))) await pause(RETRY_MS);
        if (!isWanted) return;
        setTick((tick) => tick + 1);
      }
    };
    draw().catch(reportError);
    return () => {
      isWanted = false;
    };
  }, [variants]);
  const pages = variants.map(
    ({ document, index }, position) =>
      drawnPage(document, index) ?? latest.current[position] ?? null,
  );
  useEffect(() => {
    latest.current = pages;
  });
  return pages;
}

/** False when the server cannot be reached. What it refuses stays undrawn: the choices are named as well. */
async function wasDrawn(document: CalendarDocument, index: number): Promise<boolean> {
  try {
    await drawPages(document, [index]);
    return true;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return error.problem.code !== 'server.unavailable';
  }
}
