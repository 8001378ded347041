'use client';

import { ChevronLeft, ChevronRight, CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePageName } from '@/components/calendars/use-page-name';
import { Button } from '@/components/ui/button';
import { pageCountOf } from '@/lib/calendars/page-plan';
import { useEditor } from './editor-context';
import { ViewBar } from './view-bar';

/** The name of the page in view, the way to its neighbours, and how pages are looked at. */
export function PageSteps({ isOffline }: { isOffline: boolean }) {
  const t = useTranslations('calendars.editor');
  const pageName = usePageName();
  const { document, printIndex, goTo } = useEditor();
  const last = pageCountOf(document) - 1;
  return (
    <div className="flex shrink-0 items-center justify-between gap-2">
      <div className="flex min-w-0 items-center gap-1 sm:gap-2">
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('previous_page')}
          disabled={printIndex === 0}
          onClick={() => goTo(printIndex - 1)}
        >
          <ChevronLeft />
        </Button>
        <p
          aria-live="polite"
          className="min-w-40 truncate short:min-w-28 text-center font-display text-lg"
        >
          {pageName(document, printIndex)}
        </p>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('next_page')}
          disabled={printIndex === last}
          onClick={() => goTo(printIndex + 1)}
        >
          <ChevronRight />
        </Button>
        {isOffline ? (
          <span role="status" className="flex items-center gap-1.5 text-sm text-bad">
            <CloudOff aria-hidden="true" className="size-4 shrink-0" />
            <span className="max-sm:sr-only">{t('not_drawn')}</span>
          </span>
        ) : null}
      </div>
      <ViewBar />
    </div>
  );
}
