'use client';

import {
  ChevronLeft,
  ChevronRight,
  type LucideIcon,
  Pencil,
  ShoppingBag,
  Sofa,
  SquareStack,
  X,
} from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { usePageName } from '@/components/calendars/use-page-name';
import { useRenderedPages } from '@/components/calendars/use-rendered-pages';
import { Button, ButtonLink } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import type { CalendarDocument } from '@/lib/calendars/document';
import { pageCountOf } from '@/lib/calendars/page-plan';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import { FlipStage } from './flip-stage';
import { RoomStage } from './room-stage';

const MODES = ['flip', 'room'] as const;
type Mode = (typeof MODES)[number];
const MODE_ICONS: Record<Mode, LucideIcon> = { flip: SquareStack, room: Sofa };

/** The finished calendar to look at: leafed through from near, or in its place in a room. The same pages as in print. */
export function CalendarPreview({
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
  const [mode, setMode] = useState<Mode>('flip');
  const [current, setCurrent] = useState(0);
  const rendered = useRenderedPages(document, current, drawn);
  const last = pageCountOf(document) - 1;

  const go = useCallback(
    (to: number) => {
      if (to >= 0 && to <= last) setCurrent(to);
    },
    [last],
  );
  usePageKeys(current, last, go);

  return (
    <div className="fixed inset-0 z-30 flex flex-col bg-[radial-gradient(ellipse_at_50%_20%,#fdfaf4_0%,#f0e8da_55%,#dccfb9_100%)]">
      <header className="relative z-30 flex items-center gap-2 px-3 py-2 sm:px-5">
        <Link
          href={`/calendars/${calendarId}`}
          aria-label={t('close')}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-black/5"
        >
          <X aria-hidden="true" className="size-5" />
        </Link>
        <h1 className="min-w-0 flex-1 truncate text-lg max-sm:sr-only">
          {t('title', { title: document.title || t('untitled') })}
        </h1>
        <div
          role="radiogroup"
          aria-label={t('mode')}
          className="flex rounded-control bg-sheet/75 p-0.5 ring-1 ring-line max-sm:mr-auto"
        >
          {MODES.map((id) => (
            <ModeChoice key={id} mode={id} isChosen={mode === id} onChoose={() => setMode(id)} />
          ))}
        </div>
        <ButtonLink
          href={`/calendars/${calendarId}?page=${current}`}
          aria-label={t('edit')}
          variant="secondary"
          size="sm"
          className="min-h-11 max-lg:size-11 max-lg:px-0"
        >
          <Pencil />
          <span className="max-lg:hidden">{t('edit')}</span>
        </ButtonLink>
        <ButtonLink href={`/calendars/${calendarId}/order`} size="sm" className="min-h-11">
          <ShoppingBag className="max-sm:hidden" />
          <span className="sm:hidden">{t('order_short')}</span>
          <span className="max-sm:hidden">{t('order')}</span>
        </ButtonLink>
      </header>
      {mode === 'flip' ? (
        <FlipStage
          document={document}
          rendered={rendered}
          current={current}
          onForwards={() => go(current + 1)}
          onBackwards={() => go(current - 1)}
        />
      ) : (
        <RoomStage document={document} page={rendered.page(current)} />
      )}
      <nav
        aria-label={t('pages')}
        className="relative z-20 flex items-center justify-center gap-3 px-3 pt-2 pb-[calc(1rem+env(safe-area-inset-bottom))]"
      >
        {last === 0 ? null : (
          <Button
            variant="secondary"
            size="icon"
            aria-label={t('previous')}
            disabled={current === 0}
            onClick={() => go(current - 1)}
          >
            <ChevronLeft />
          </Button>
        )}
        <p aria-live="polite" className="min-w-52 text-center">
          <span className="block font-display text-xl">{pageName(document, current)}</span>
          {last === 0 ? null : (
            <span className="block text-sm text-ink-soft">
              {t('position', { page: current + 1, count: last + 1 })}
            </span>
          )}
        </p>
        {last === 0 ? null : (
          <Button
            variant="secondary"
            size="icon"
            aria-label={t('next')}
            disabled={current === last}
            onClick={() => go(current + 1)}
          >
            <ChevronRight />
          </Button>
        )}
      </nav>
    </div>
  );
}

function ModeChoice({
  mode,
  isChosen,
  onChoose,
}: {
  mode: Mode;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations('calendars.preview.modes');
  const Icon = MODE_ICONS[mode];
  return (
    <label
      className={classes(
        'flex min-h-10 cursor-pointer items-center gap-2 rounded-[0.4rem] px-2 text-sm font-medium whitespace-nowrap sm:px-3 has-focus-visible:outline-2 has-focus-visible:outline-accent',
        isChosen ? 'bg-sheet text-accent-deep shadow-sm' : 'text-ink-soft hover:text-ink',
      )}
    >
      <input type="radio" name="mode" className="sr-only" checked={isChosen} onChange={onChoose} />
      <Icon aria-hidden="true" className="size-4.5 max-sm:hidden" />
      {t(mode)}
    </label>
  );
}

/** Arrows, page keys, Home and End turn the pages, except where a choice has its own use for them. */
function usePageKeys(current: number, last: number, go: (to: number) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.closest('input')) return;
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
}
