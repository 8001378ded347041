import { CakeSlice, CalendarPlus } from 'lucide-react';
import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { CalendarCard } from '@/components/calendars/list/calendar-card';
import { ImportProject } from '@/components/calendars/list/import-project';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { listCalendars } from '@/lib/calendars/list-calendars';
import { renderPages } from '@/lib/calendars/render-pages';
import { pageCtx } from '@/lib/http/page-ctx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendars.list');
  return { title: t('title') };
}

export default async function CalendarsPage() {
  const ctx = await pageCtx('guest', '/calendars');
  const t = await getTranslations('calendars.list');
  const dates = await getTranslations('dates.book');
  const format = await getFormatter();
  const calendars = await listCalendars(ctx);
  const covers = await Promise.all(
    calendars.map(async ({ document }) => {
      const [cover] = await renderPages(ctx, { document, pageIndexes: [0], rendition: 'thumb' });
      return cover ?? null;
    }),
  );
  const start = (
    <ButtonLink href="/calendars/new">
      <CalendarPlus />
      {t('new')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <ButtonLink href="/account/dates" variant="secondary">
            <CakeSlice />
            {dates('menu')}
          </ButtonLink>
          <ImportProject />
          {calendars.length > 0 ? start : null}
        </>
      }
    >
      {calendars.length === 0 ? (
        <EmptyState icon={<CalendarPlus />} title={t('empty_title')} action={start}>
          {t('empty_text')}
        </EmptyState>
      ) : (
        <ul className="grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 sm:gap-x-8 lg:grid-cols-4">
          {calendars.map(({ document: _document, ...calendar }, index) => (
            <CalendarCard
              key={calendar.id}
              calendar={calendar}
              cover={covers[index] ?? null}
              changed={format.relativeTime(new Date(calendar.updatedAt), ctx.clock.now())}
            />
          ))}
        </ul>
      )}
    </Page>
  );
}
