import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CorrectionForm } from '@/components/admin/correction-form';
import { CorrectionList } from '@/components/admin/correction-list';
import { HolidayFilter } from '@/components/admin/holiday-filter';
import { HolidayYear } from '@/components/admin/holiday-year';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Page } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { listHolidays } from '@/lib/admin/list-holidays';
import { readHolidayWish } from '@/lib/admin/read-holiday-wish';
import { listCountries } from '@/lib/calendar-days/countries';
import { type PlainDate, YEAR_MAX, YEAR_MIN } from '@/lib/core/plain-date';
import { pageCtx } from '@/lib/http/page-ctx';
import type { Locale } from '@/lib/i18n/locales';

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
  const corrected = new Set(
    corrections.flatMap(({ date, monthDay }) => {
      if (date) return [date];
      return monthDay ? [`${wish.year}-${monthDay}` as PlainDate] : [];
    }),
  );
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const dayName = (date: PlainDate) => format.format(new Date(`${date}T12:00:00Z`));
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
      <div className="mt-8 mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">
          {t('effective', { count: effective.length, year: String(wish.year) })}
        </h2>
        <nav aria-label={t('years')} className="flex gap-2">
          {[wish.year - 1, wish.year + 1]
            .filter((year) => year >= YEAR_MIN && year <= YEAR_MAX)
            .map((year) => (
              <ButtonLink
                key={year}
                variant="secondary"
                size="sm"
                prefetch={false}
                href={`/admin/holidays?${new URLSearchParams({
                  country: wish.country,
                  ...(wish.region ? { region: wish.region } : {}),
                  year: String(year),
                  language: wish.language,
                })}`}
              >
                {year}
              </ButtonLink>
            ))}
        </nav>
      </div>
      <HolidayYear year={wish.year} holidays={effective} corrected={corrected} />
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
                <time dateTime={holiday.date}>{dayName(holiday.date)}</time>
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
