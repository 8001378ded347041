'use client';

import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { PagePicture } from '@/components/calendars/page-picture';
import type { RenderedPages } from '@/components/calendars/use-rendered-pages';
import { classes } from '@/components/ui/classes';
import { Spinner } from '@/components/ui/spinner';
import type { CalendarDocument } from '@/lib/calendars/document';
import { pageCountOf } from '@/lib/calendars/page-plan';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import { formatOf } from '@/lib/print/formats';
import { PunchedBinding } from './wire-binding';

const TURN_MS = 650;
const SWIPE_MIN_PX = 40;

type Turn = { from: number; to: number };

/**
 * The calendar from near, its pages turned over the wire one by one: hanging, standing on its easel, or a single sheet.
 * Whatever the language, pages are bound at the top and turn upwards.
 */
export function FlipStage({
  document,
  rendered,
  current,
  onForwards,
  onBackwards,
}: {
  document: CalendarDocument;
  rendered: RenderedPages;
  current: number;
  onForwards: () => void;
  onBackwards: () => void;
}) {
  const turn = useTurn(current);
  const swipe = useSwipe(onForwards, onBackwards);
  const format = formatOf(document.formatId);
  const aspect = format.trim.widthMm / format.trim.heightMm;
  const isStanding = format.binding !== null && format.binding.notchRadiusMm === null;
  const leavesBelow = pageCountOf(document) - 1 - current;

  // Forwards the leaf that was in view goes up and over; backwards the earlier leaf comes down again.
  const isForwards = turn !== null && turn.to > turn.from;
  const lying = turn ? Math.max(turn.from, turn.to) : current;
  const leaf = turn ? Math.min(turn.from, turn.to) : null;

  return (
    <main
      id="content"
      className="flex min-h-0 flex-1 touch-pan-y items-center justify-center px-4 pt-8 pb-2 [container-type:size] sm:px-16"
      {...swipe}
    >
      <div
        className="relative [perspective:2400px]"
        style={{
          width: `min(100cqw - 2rem, calc((100cqh - ${isStanding ? 6 : 4}rem) * ${aspect}))`,
          aspectRatio: String(aspect),
        }}
      >
        {isStanding ? <Easel /> : null}
        {leavesBelow > 0 ? (
          <>
            <div className="absolute inset-x-1 top-1 -bottom-1.5 bg-[#efe9df] shadow-[0_30px_60px_-18px_rgb(60_45_25/0.5)]" />
            <div className="absolute inset-x-0.5 top-0.5 -bottom-0.5 bg-[#f7f3ec] shadow-sm" />
          </>
        ) : (
          <div className="absolute inset-0 shadow-[0_24px_50px_-18px_rgb(60_45_25/0.5)]" />
        )}
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
        <PunchedBinding formatId={document.formatId} />
      </div>
      <style>{MOTION}</style>
    </main>
  );
}

const MOTION = `
@keyframes leaf-up { from { transform: rotateX(0); filter: brightness(1); } to { transform: rotateX(90deg); filter: brightness(0.75); } }
@keyframes leaf-down { from { transform: rotateX(90deg); filter: brightness(0.75); } to { transform: rotateX(0); filter: brightness(1); } }
.animate-leaf-up { animation: leaf-up ${TURN_MS}ms cubic-bezier(0.45, 0, 0.6, 1) forwards; }
.animate-leaf-down { animation: leaf-down ${TURN_MS}ms cubic-bezier(0.2, 0.6, 0.3, 1) forwards; }
`;

/** The turn from the page that was shown before; null while none moves, for longer ways, and where motion is unwanted. */
function useTurn(current: number): Turn | null {
  const [shown, setShown] = useState(current);
  const [turn, setTurn] = useState<Turn | null>(null);
  if (shown !== current) {
    setShown(current);
    setTurn(Math.abs(current - shown) === 1 ? { from: shown, to: current } : null);
  }
  useEffect(() => {
    if (!turn) return;
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = setTimeout(() => setTurn(null), isStill ? 0 : TURN_MS);
    return () => clearTimeout(timer);
  }, [turn]);
  return turn;
}

/** The board that a desk calendar stands on, and its shadow on the table. */
function Easel() {
  return (
    <div aria-hidden="true">
      <div className="absolute inset-x-[-3%] -bottom-9 h-10 rounded-[50%] bg-[#3a2c1a]/35 blur-md" />
      <div
        className="absolute inset-x-[-1.2%] -bottom-6 h-8 bg-[#c9b99d]"
        style={{ clipPath: 'polygon(1.2% 0, 98.8% 0, 100% 100%, 0 100%)' }}
      />
      <div className="absolute inset-x-[-1.2%] -bottom-6 h-1 bg-[#a89877]" />
    </div>
  );
}

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
