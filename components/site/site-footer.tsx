import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { HOLIDAY_DATA_VERSION } from '@/lib/calendar-days/date-holidays-utc';
import { Wordmark } from './wordmark';

export async function SiteFooter() {
  const t = await getTranslations('site');
  const gifts = await getTranslations('gifts');
  return (
    <footer className="mt-16 border-t border-line bg-linen/50 print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-4 px-4 py-8 text-sm text-ink-soft sm:px-6">
        <Wordmark />
        <p>{t('footer.promise')}</p>
        <Link
          href="/gift-certificates"
          className="inline-flex min-h-11 items-center font-medium text-ink underline underline-offset-4"
        >
          {gifts('menu')}
        </Link>
        <p>{t('footer.holiday_data', { version: HOLIDAY_DATA_VERSION })}</p>
      </div>
    </footer>
  );
}
