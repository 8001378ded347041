import type { PrintLanguage } from '@/lib/calendars/document';

/** Each language in its own words: who needs it can read it. */
export const LANGUAGE_NAMES: Readonly<Record<PrintLanguage, string>> = {
  en: 'English',
  uk: 'Українська',
  de: 'Deutsch',
  pl: 'Polski',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  ja: '日本語',
  pt: 'Português',
  nl: 'Nederlands',
  cs: 'Čeština',
  sk: 'Slovenčina',
  hu: 'Magyar',
  ro: 'Română',
  bg: 'Български',
  hr: 'Hrvatski',
  sl: 'Slovenščina',
  lt: 'Lietuvių',
  lv: 'Latviešu',
  et: 'Eesti',
  fi: 'Suomi',
  sv: 'Svenska',
  da: 'Dansk',
  nb: 'Norsk',
  el: 'Ελληνικά',
  tr: 'Türkçe',
  he: 'עברית',
  ar: 'العربية',
  fa: 'فارسی',
  hi: 'हिन्दी',
  zh: '中文（简体）',
  ko: '한국어',
};

/** Languages whose own digits are not 0 to 9. */
export const NATIVE_DIGIT_LANGUAGES: ReadonlySet<PrintLanguage> = new Set(['ar', 'fa', 'hi']);
