import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountNav } from '@/components/account/account-nav';
import { DateBookView } from '@/components/calendars/dates/date-book-view';
import { Page } from '@/components/ui/page';
import { listDates } from '@/lib/calendars/date-book/list-dates';
import { listCalendars } from '@/lib/calendars/list-calendars';
import { isAdmitted } from '@/lib/core/actor';
import { dayAt, monthPartsOf, yearMonth } from '@/lib/core/plain-date';
import { pageCtx } from '@/lib/http/page-ctx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('dates.book');
  return { title: t('title') };
}

/** A guest has a date book too; it goes along into the account that they make. */
export default async function DateBookPage() {
  const ctx = await pageCtx('guest', '/account/dates');
  const t = await getTranslations('dates.book');
  const [book, calendars] = await Promise.all([listDates(ctx), listCalendars(ctx)]);
  const { year } = monthPartsOf(dayAt(ctx.clock.now(), 'UTC'));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      nav={isAdmitted(ctx.actor, 'customer') ? <AccountNav /> : null}
    >
      <DateBookView
        initial={book}
        calendars={calendars.map(({ id, title }) => ({ id, title }))}
        from={yearMonth(year + 1, 1)}
      />
    </Page>
  );
}
