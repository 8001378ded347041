'use client';

import { CircleDot } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { usePageName } from '@/components/calendars/use-page-name';
import { classes } from '@/components/ui/classes';
import { printIndexOf } from '@/lib/calendars/page-plan';
import { useEditor } from './editor-context';

/** Every step since the calendar was opened, newest on top; pressing one goes there. */
export function HistoryList() {
  const t = useTranslations('calendars.history');
  const ts = useTranslations('calendars.steps');
  const pageName = usePageName();
  const { document, history, jumpTo } = useEditor();
  const here = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    here.current?.focus({ preventScroll: true });
    here.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const placeOf = (pageIndex: number | null) => {
    // A page may be gone by now, and a poster has no months.
    const place = pageIndex === null ? null : printIndexOf(document, pageIndex);
    return place === null ? null : pageName(document, place);
  };
  const rows = [
    { done: 0, text: t('start'), place: null as string | null },
    ...history.entries.map(({ name, pageIndex }, index) => ({
      done: index + 1,
      text: ts(name),
      place: placeOf(pageIndex),
    })),
  ].reverse();
  return (
    <div className="p-4 pb-2">
      <h2 className="text-xl">{t('title')}</h2>
      <p className="mt-1 mb-3 text-sm text-ink-soft">{t('lead')}</p>
      <ol className="-mx-2">
        {rows.map(({ done, text, place }) => {
          const isHere = done === history.done;
          const isUndone = done > history.done;
          return (
            <li key={done}>
              <button
                ref={isHere ? here : null}
                type="button"
                aria-current={isHere ? 'step' : undefined}
                onClick={() => jumpTo(done)}
                className={classes(
                  'flex min-h-10 w-full items-center gap-2.5 rounded-control px-2 py-1.5 text-left text-sm -outline-offset-2 hover:bg-linen',
                  isHere && 'bg-accent-soft font-semibold text-accent-deep',
                  isUndone && 'text-ink-soft',
                )}
              >
                {isHere ? (
                  <CircleDot aria-hidden="true" className="size-4 shrink-0" />
                ) : (
                  <span
                    aria-hidden="true"
                    className={classes(
                      'mx-1 size-2 shrink-0 rounded-full',
                      isUndone ? 'ring-1 ring-line-strong' : 'bg-line-strong',
                    )}
                  />
                )}
                <span className={classes('min-w-0 flex-1', isUndone && 'line-through')}>
                  <span className="inline-block first-letter:uppercase">{text}</span>
                  {place ? <span className="font-normal text-ink-soft"> · {place}</span> : null}
                </span>
                {isUndone ? <span className="sr-only">{t('undone')}</span> : null}
                {isHere ? <span className="sr-only">{t('here')}</span> : null}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
