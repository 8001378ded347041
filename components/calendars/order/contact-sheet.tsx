'use client';

import { useTranslations } from 'next-intl';
import { aspectOf, PagePicture } from '@/components/calendars/page-picture';
import { usePageName } from '@/components/calendars/use-page-name';
import { useRenderedPages } from '@/components/calendars/use-rendered-pages';
import type { CalendarDocument } from '@/lib/calendars/document';
import { pageCountOf } from '@/lib/calendars/page-plan';
import { formatOf } from '@/lib/print/formats';

/** All pages at a glance, drawn from what will be printed. */
export function ContactSheet({ document }: { document: CalendarDocument }) {
  const t = useTranslations('calendars.order');
  const pageName = usePageName();
  const rendered = useRenderedPages(document, 0);
  return (
    <ol
      aria-label={t('pages')}
      className="grid grid-cols-3 gap-3 sm:grid-cols-4 sm:gap-4 lg:grid-cols-7"
    >
      {Array.from({ length: pageCountOf(document) }, (_, index) => {
        const page = rendered.page(index);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the calendar
          <li key={index} className="text-center">
            <span
              className="block overflow-hidden bg-sheet shadow-sheet ring-1 ring-line"
              style={{ aspectRatio: aspectOf(page ?? formatOf(document.formatId)) }}
            >
              {page ? <PagePicture page={page} rendition="thumb" /> : null}
            </span>
            <span className="mt-1.5 block text-xs text-ink-soft">{pageName(document, index)}</span>
          </li>
        );
      })}
    </ol>
  );
}
