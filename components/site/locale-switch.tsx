'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { LOCALE_COOKIE, LOCALES } from '@/lib/i18n/locales';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const NAMES: Record<string, string> = { en: 'English', uk: 'Українська' };

/** Chooses the language of the screens for this browser. */
export function LocaleSwitch() {
  const router = useRouter();
  const t = useTranslations('site');
  const locale = useLocale();
  return (
    <select
      aria-label={t('language')}
      value={locale}
      onChange={(event) => {
        // biome-ignore lint/suspicious/noDocumentCookie: the server reads it on the next request; no secret is in it
        document.cookie = `${LOCALE_COOKIE}=${event.target.value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
        router.refresh();
      }}
      className="min-h-11 [field-sizing:content] rounded-control border-0 bg-transparent px-2 text-sm text-ink-soft hover:bg-linen"
    >
      {LOCALES.map((code) => (
        <option key={code} value={code}>
          {NAMES[code]}
        </option>
      ))}
    </select>
  );
}
