'use client';

import { ChevronLeft, ChevronRight, Pencil, ShoppingBag, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { PagePicture } from '@/components/calendars/page-picture';
import { usePageName } from '@/components/calendars/use-page-name';
import { useRenderedPages } from '@/components/calendars/use-rendered-pages';
import { Button, ButtonLink } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Spinner } from '@/components/ui/spinner';
import type { CalendarDocument } from '@/lib/calendars/document';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import { formatOf } from '@/lib/print/formats';
import { WireBinding } from './wire-binding';

const TURN_MS = 650;
const SWIPE_MIN_PX = 40;

type Turn = { from: number; to: number };

/** The calendar on a wall: its printed pages, turned over the wire one by one. */
export function FlipPreview({
  calendarId,
  document,
  drawn,
}: {
  calendarId: string;
  document: CalendarDocument;
  /** The cover, so that there is something to see at once. */
  drawn: readonly RenderedPage[];
}) {
  const t = useTranslations('calendars.preview');
  const pageName = usePageName();
  const [current, setCurrent] = useState(0);
  const [turn, setTurn] = useState<Turn | null>(null);
  const rendered = useRenderedPages(document, current, drawn);
  const last = document.monthCount + 1;
  const { trim } = formatOf(document.formatId);
  const aspect = trim.widthMm / trim.heightMm;

  const go = useCallback(
    (to: number) => {
      if (to < 0 || to > last || to === current) return;
      const isStep = Math.abs(to - current) === 1;
      const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      setTurn(isStep && !isStill ? { from: current, to } : null);
      setCurrent(to);
    },
    [current, last],
  );

  useEffect(() => {
    if (!turn) return;
    const timer = setTimeout(() => setTurn(null), TURN_MS);
    return () => clearTimeout(timer);
  }, [turn]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (['ArrowRight', 'ArrowDown', 'PageDown'].includes(event.key)) go(current + 1);
      else if (['ArrowLeft', 'ArrowUp', 'PageUp'].includes(event.key)) go(current - 1);
      else if (event.key === 'Home') go(0);
      else if (event.key === 'End') go(last);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [go, current, last]);

  const swipe = useSwipe(
    () => go(current + 1),
    () => go(current - 1),
  );

  // Forwards the leaf that was in view goes up and over; backwards the earlier leaf comes down again.
  const isForwards = turn !== null && turn.to > turn.from;
  const lying = turn ? Math.max(turn.from, turn.to) : current;
  const leaf = turn ? Math.min(turn.from, turn.to) : null;

  return (
    <div className="fixed inset-0 z-30 flex flex-col bg-[radial-gradient(ellipse_at_50%_20%,#fdfaf4_0%,#f0e8da_55%,#dccfb9_100%)]">
      <header className="flex items-center gap-2 px-3 py-2 sm:px-5">
        <Link
          href={`/calendars/${calendarId}`}
          aria-label={t('close')}
          className="inline-flex size-11 items-center justify-center rounded-control hover:bg-black/5"
        >
          <X aria-hidden="true" className="size-5" />
        </Link>
        <h1 className="min-w-0 flex-1 truncate text-lg">
          {t('title', { title: document.title || t('untitled') })}
        </h1>
        <ButtonLink
          href={`/calendars/${calendarId}?page=${current}`}
          variant="secondary"
          size="sm"
          className="min-h-11"
        >
          <Pencil />
          <span className="max-sm:sr-only">{t('edit')}</span>
        </ButtonLink>
        <ButtonLink href={`/calendars/${calendarId}/order`} size="sm" className="min-h-11">
          <ShoppingBag />
          <span className="sm:hidden">{t('order_short')}</span>
          <span className="max-sm:hidden">{t('order')}</span>
        </ButtonLink>
      </header>
      <main
        id="content"
        className="flex min-h-0 flex-1 touch-pan-y items-center justify-center px-4 pt-8 pb-2 [container-type:size] sm:px-16"
        {...swipe}
      >
        <div
          className="relative [perspective:2400px]"
          style={{
            width: `min(100cqw - 2rem, calc((100cqh - 4rem) * ${aspect}))`,
            aspectRatio: String(aspect),
          }}
        >
          <div className="absolute inset-x-1 top-1 -bottom-1.5 bg-[#efe9df] shadow-[0_30px_60px_-18px_rgb(60_45_25/0.5)]" />
          <div className="absolute inset-x-0.5 top-0.5 -bottom-0.5 bg-[#f7f3ec] shadow-sm" />
          <Leaf page={rendered.page(lying)} />
          {leaf === null ? null : (
            <div
              key={`${turn?.from}-${turn?.to}`}
              className={classes(
                'absolute inset-0 origin-top [backface-visibility:hidden] [transform-style:preserve-3d]',
                isForwards ? 'animate-leaf-up' : 'animate-leaf-down',
              )}
            >
              <Leaf page={rendered.page(leaf)} />
            </div>
          )}
          <WireBinding formatId={document.formatId} />
        </div>
      </main>
      <nav
        aria-label={t('pages')}
        className="flex items-center justify-center gap-3 px-3 pt-2 pb-[calc(1rem+env(safe-area-inset-bottom))]"
      >
        <Button
          variant="secondary"
          size="icon"
          aria-label={t('previous')}
          disabled={current === 0}
          onClick={() => go(current - 1)}
        >
          <ChevronLeft />
        </Button>
        <p aria-live="polite" className="min-w-52 text-center">
          <span className="block font-display text-xl">{pageName(document, current)}</span>
          <span className="block text-sm text-ink-soft">
            {t('position', { page: current + 1, count: last + 1 })}
          </span>
        </p>
        <Button
          variant="secondary"
          size="icon"
          aria-label={t('next')}
          disabled={current === last}
          onClick={() => go(current + 1)}
        >
          <ChevronRight />
        </Button>
      </nav>
      <style>{MOTION}</style>
    </div>
  );
}

const MOTION = `
@keyframes leaf-up { from { transform: rotateX(0); filter: brightness(1); } to { transform: rotateX(90deg); filter: brightness(0.75); } }
@keyframes leaf-down { from { transform: rotateX(90deg); filter: brightness(0.75); } to { transform: rotateX(0); filter: brightness(1); } }
.animate-leaf-up { animation: leaf-up ${TURN_MS}ms cubic-bezier(0.45, 0, 0.6, 1) forwards; }
.animate-leaf-down { animation: leaf-down ${TURN_MS}ms cubic-bezier(0.2, 0.6, 0.3, 1) forwards; }
`;

function Leaf({ page }: { page: RenderedPage | null }) {
  return (
    <div className="absolute inset-0 overflow-hidden bg-sheet shadow-[0_1px_3px_rgb(60_45_25/0.25)]">
      {page ? (
        <PagePicture page={page} />
      ) : (
        <div className="flex size-full items-center justify-center text-accent">
          <Spinner className="size-8" />
        </div>
      )}
    </div>
  );
}

/** A finger that moves sideways turns the page; one that moves up or down does not. */
function useSwipe(onForwards: () => void, onBackwards: () => void) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown(event: PointerEvent) {
      start.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp(event: PointerEvent) {
      const from = start.current;
      start.current = null;
      if (!from) return;
      const dx = event.clientX - from.x;
      const dy = event.clientY - from.y;
      if (Math.abs(dx) < SWIPE_MIN_PX || Math.abs(dx) < Math.abs(dy)) return;
      if (dx < 0) onForwards();
      else onBackwards();
    },
    onPointerCancel() {
      start.current = null;
    },
  };
}
