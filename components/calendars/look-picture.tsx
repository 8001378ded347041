'use client';

import { useEffect, useRef, useState } from 'react';
import { classes } from '@/components/ui/classes';
import type { CalendarDocument } from '@/lib/calendars/document';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import { formatOf } from '@/lib/print/formats';
import { wishPage } from './draw-queue';
import { aspectOf, PagePicture } from './page-picture';
import { drawnPage } from './render-store';

/** Choices follow when the hand rests; while somebody types they would only be in the way. */
const REST_MS = 400;

/** How far outside the view a picture begins to be drawn. */
const MARGIN = '160px';

/**
 * A page as it would look with some choice, small. Drawn when it comes into view; while it is drawn anew, its older
 * drawing stays.
 */
export function LookPicture({
  document,
  index,
  className,
}: {
  document: CalendarDocument;
  /** In the page plan; a page that is not in it stays an empty sheet. */
  index: number;
  className?: string;
}) {
  const holder = useRef<HTMLSpanElement>(null);
  const [isInView, setInView] = useState(false);
  const [page, setPage] = useState<RenderedPage | null>(() => drawnPage(document, index));
  const isDrawn = page !== null;

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => setInView(entry?.isIntersecting ?? false),
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!isInView) return;
    const show = () => setPage((before) => drawnPage(document, index) ?? before);
    if (drawnPage(document, index)) {
      show();
      return;
    }
    let withdraw = () => {};
    const timer = setTimeout(
      () => {
        withdraw = wishPage({ document, index, onDrawn: show });
      },
      isDrawn ? REST_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      withdraw();
    };
  }, [document, index, isInView, isDrawn]);

  return (
    <span
      ref={holder}
      className={classes('block w-full bg-linen [content-visibility:auto]', className)}
      style={{ aspectRatio: aspectOf({ trim: page?.trim ?? formatOf(document.formatId).trim }) }}
    >
      {page ? <PagePicture page={page} rendition="thumb" /> : null}
    </span>
  );
}
