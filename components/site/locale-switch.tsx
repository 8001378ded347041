'use client';

import { Globe } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { LOCALE_COOKIE, LOCALES, type Locale } from '@/lib/i18n/locales';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Each language in its own words: who needs it can read it. */
const NAMES: Record<Locale, string> = {
  en: 'English',
  uk: 'Українська',
  de: 'Deutsch',
  pl: 'Polski',
};

/** Chooses the language of the screens for this browser. The globe finds it for those who cannot read the page. */
export function LocaleSwitch() {
  const router = useRouter();
  const t = useTranslations('site');
  const locale = useLocale();
  return (
    <span className="relative inline-flex items-center text-ink-soft">
      <Globe aria-hidden="true" className="pointer-events-none absolute left-2.5 size-4.5" />
      <select
        aria-label={t('language')}
        value={locale}
        onChange={(event) => {
          // biome-ignore lint/suspicious/noDocumentCookie: the server reads it on the next request; no secret is in it
          document.cookie = `${LOCALE_COOKIE}=${event.target.value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
          router.refresh();
        }}
        className="min-h-11 cursor-pointer appearance-none [field-sizing:content] rounded-control border-0 bg-transparent pr-2.5 pl-8.5 text-sm hover:bg-linen"
      >
        {LOCALES.map((code) => (
          <option key={code} value={code} lang={code}>
            {NAMES[code]}
          </option>
        ))}
      </select>
    </span>
  );
}
