import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { CustomThemesProvider } from '@/components/calendars/custom-themes';
import { NewCalendar } from '@/components/calendars/new/new-calendar';
import { savedSettings } from '@/lib/accounts/read-settings';
import { listCountries } from '@/lib/calendar-days/countries';
import { calendarDefaults, withSettings } from '@/lib/calendars/calendar-defaults';
import { listDates } from '@/lib/calendars/date-book/list-dates';
import type { PrintLanguage } from '@/lib/calendars/document';
import { listThemes } from '@/lib/calendars/list-themes';
import { listTemplates } from '@/lib/calendars/templates/list-templates';
import { dayAt } from '@/lib/core/plain-date';
import { pageCtx } from '@/lib/http/page-ctx';
import { negotiateLocale } from '@/lib/i18n/locales';
import { listPictures } from '@/lib/pictures/list-pictures';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendars.new');
  return { title: t('meta_title') };
}

type Props = { searchParams: Promise<{ template?: string | string[] }> };

export default async function NewCalendarPage({ searchParams }: Props) {
  const ctx = await pageCtx('public', '/calendars/new');
  const wanted = (await searchParams).template;
  const templates = typeof wanted === 'string' ? await listTemplates(ctx) : [];
  const template = templates.find(({ slug }) => slug === wanted) ?? null;
  const locale = (await getLocale()) as PrintLanguage;
  const countries = listCountries(locale);
  const today = dayAt(ctx.clock.now(), 'UTC');
  const known = new Set(countries.map(({ code }) => code));
  // Whoever chose another language for the screens than the browser asks for, reads that one.
  const asked = (await headers()).get('accept-language');
  const wished = negotiateLocale(asked) === locale ? asked : `${locale},${asked ?? ''}`;
  const usual = calendarDefaults(wished, today, known);
  const saved = ctx.actor.userId === null ? null : await savedSettings(ctx, locale);
  const defaults = saved ? withSettings(usual, saved, known) : usual;
  // A visitor without a session becomes a guest on the page itself, and a new guest has no photos.
  const photos = ctx.actor.userId === null ? null : await listPictures(ctx);
  const book = ctx.actor.userId === null ? null : await listDates(ctx);
  const dates = book?.dates.map(({ value }) => value) ?? [];
  return (
    <CustomThemesProvider themes={await listThemes(ctx)}>
      <NewCalendar
        defaults={defaults}
        countries={countries}
        template={template}
        dates={dates}
        photos={photos}
      />
    </CustomThemesProvider>
  );
}
