import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { NewCalendar } from '@/components/calendars/new/new-calendar';
import { savedSettings } from '@/lib/accounts/read-settings';
import { listCountries } from '@/lib/calendar-days/countries';
import { calendarDefaults, withSettings } from '@/lib/calendars/calendar-defaults';
import type { PrintLanguage } from '@/lib/calendars/document';
import { dayAt, partsOf } from '@/lib/core/plain-date';
import { pageCtx } from '@/lib/http/page-ctx';
import { listPictures } from '@/lib/pictures/list-pictures';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendars.new');
  return { title: t('meta_title') };
}

export default async function NewCalendarPage() {
  const ctx = await pageCtx('public', '/calendars/new');
  const locale = (await getLocale()) as PrintLanguage;
  const countries = listCountries(locale);
  const today = dayAt(ctx.clock.now(), 'UTC');
  const known = new Set(countries.map(({ code }) => code));
  const usual = calendarDefaults((await headers()).get('accept-language'), today, known);
  const saved = ctx.actor.userId === null ? null : await savedSettings(ctx, locale);
  const defaults = saved ? withSettings(usual, saved, known) : usual;
  // A visitor without a session becomes a guest on the page itself, and a new guest has no photos.
  const photos = ctx.actor.userId === null ? null : await listPictures(ctx);
  return (
    <NewCalendar
      defaults={defaults}
      countries={countries}
      photos={photos}
      thisYear={partsOf(today).year}
    />
  );
}
