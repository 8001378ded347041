import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CorrectionForm } from '@/components/admin/correction-form';
import { CorrectionList } from '@/components/admin/correction-list';
import { HolidayFilter } from '@/components/admin/holiday-filter';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { listHolidays } from '@/lib/admin/list-holidays';
import { readHolidayWish } from '@/lib/admin/read-holiday-wish';
import { listCountries } from '@/lib/calendar-days/countries';
import { pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';
import { formatDay } from '@/lib/orders/format-period';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.holidays');
  return { title: t('title') };
}

export default async function HolidaysPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const ctx = await pageCtx('content', '/admin/holidays');
  const t = await getTranslations('admin.holidays');
  const locale = (await getLocale()) as Locale;
  const countries = listCountries(locale);
  const wish = readHolidayWish(await searchParams, {
    countries,
    year: ctx.clock.now().getUTCFullYear() + 1,
    language: locale,
  });
  const { effective, corrections } = await listHolidays(ctx, wish);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <CorrectionForm
          countries={countries}
          country={wish.country}
          region={wish.region}
          start={null}
        />
      }
    >
      <HolidayFilter countries={countries} wish={wish} />
      <h2 className="mt-8 mb-4 text-2xl">
        {t('effective', { count: effective.length, year: String(wish.year) })}
      </h2>
      <Table>
        <thead>
          <tr>
            <Th>{t('day')}</Th>
            <Th>{t('name')}</Th>
            <Th>{t('kind')}</Th>
            <Th className="relative">
              <span className="sr-only">{t('printed')}</span>
            </Th>
            <Th className="relative">
              <span className="sr-only">{t('correct')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {effective.map((holiday) => (
            <tr key={`${holiday.date} ${holiday.key}`}>
              <Td className="whitespace-nowrap">
                <time dateTime={holiday.date}>{formatDay(holiday.date, locale)}</time>
              </Td>
              <Td lang={holiday.nameLanguage}>{holiday.name}</Td>
              <Td>{t(`kinds.${holiday.kind}`)}</Td>
              <Td>
                <Badge tone={holiday.printed ? 'good' : 'neutral'}>
                  {t(holiday.printed ? 'printed' : 'not_printed')}
                </Badge>
              </Td>
              <Td className="py-1 text-right">
                <CorrectionForm
                  countries={countries}
                  country={wish.country}
                  region={wish.region}
                  start={{ date: holiday.date, name: holiday.name }}
                />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <h2 className="mt-10 mb-4 text-2xl">{t('corrections')}</h2>
      <Card>
        <CorrectionList corrections={corrections} />
      </Card>
    </Page>
  );
}
