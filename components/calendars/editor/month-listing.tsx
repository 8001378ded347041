'use client';

import { useTranslations } from 'next-intl';
import { usePageName } from '@/components/calendars/use-page-name';
import { useShortDate } from '@/components/calendars/use-short-date';
import { useEditor } from './editor-context';

/** The page in view in words, for people who do not see the drawing. */
export function MonthListing() {
  const t = useTranslations('calendars.listing');
  const pageName = usePageName();
  const shortDate = useShortDate();
  const { document, printIndex, rendered } = useEditor();
  const page = rendered.page(printIndex);
  const name = pageName(document, printIndex);
  return (
    <section className="sr-only" aria-label={t('label', { page: name })}>
      <h2>{name}</h2>
      {printIndex === 0 ? (
        <p>{[document.title, document.subtitle].filter(Boolean).join('. ')}</p>
      ) : null}
      {page?.role === 'month' ? (
        page.entries.length === 0 ? (
          <p>{t('no_entries')}</p>
        ) : (
          <ul>
            {page.entries.map((entry) => (
              <li key={`${entry.date} ${entry.text}`}>
                {shortDate(entry.date, { weekday: true })}: {entry.text}
                {entry.kind === 'public-holiday' ? `, ${t('day_off')}` : ''}
              </li>
            ))}
          </ul>
        )
      ) : null}
    </section>
  );
}
