'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { usePageName } from '@/components/calendars/use-page-name';
import { Segments } from '@/components/ui/segments';
import { printIndexOf } from '@/lib/calendars/page-plan';
import { designedPageOf, useEditor } from '../editor-context';
import { CalendarLook } from './calendar-look';
import { PageLook } from './page-look';

/** How pages look: the one in view or those that were chosen, and the calendar as a whole. */
export function DesignPanel() {
  const t = useTranslations('calendars.design');
  const pageName = usePageName();
  const { document, printIndex, chosenPages, choosePages } = useEditor();
  const [scope, setScope] = useState<'pages' | 'calendar'>('pages');
  const designed = designedPageOf(document, printIndex);
  const hasChoice = chosenPages.size > 0;
  const pages = hasChoice
    ? [...chosenPages].sort((a, b) => a - b)
    : designed === null
      ? []
      : [designed];
  const [only] = pages;
  const place = only === undefined ? null : printIndexOf(document, only);
  useEffect(() => {
    if (hasChoice) setScope('pages');
  }, [hasChoice]);
  return (
    <div className="flex flex-col gap-5">
      <Segments
        label={t('scope')}
        value={scope}
        onChange={setScope}
        options={[
          {
            value: 'pages',
            label:
              pages.length > 1
                ? t('chosen', { count: pages.length })
                : pageName(document, place ?? printIndex),
          },
          { value: 'calendar', label: t('whole') },
        ]}
      />
      {scope === 'calendar' ? (
        <CalendarLook />
      ) : pages.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('no_design')}</p>
      ) : (
        <>
          {pages.length > 1 ? (
            <p className="flex items-center justify-between gap-3 rounded-control bg-accent-soft px-3 py-2 text-sm text-accent-deep">
              {t('chosen_hint')}
              <button
                type="button"
                className="font-medium underline underline-offset-4"
                onClick={() => choosePages(new Set())}
              >
                {t('choose_end')}
              </button>
            </p>
          ) : null}
          <PageLook key={pages.join()} pages={pages} />
        </>
      )}
    </div>
  );
}
