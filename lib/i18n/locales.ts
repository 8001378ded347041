/** Languages of the screens; more are data. The print language is chosen apart. */
export const LOCALES = ['en', 'uk', 'de', 'pl'] as const;
export type Locale = (typeof LOCALES)[number];
export const LOCALE_COOKIE = 'locale';

export function isLocale(text: string | undefined): text is Locale {
  return text !== undefined && (LOCALES as readonly string[]).includes(text);
}

/** The best of our languages for an Accept-Language header; English when none fits. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return {
        base: tag.toLowerCase().split('-')[0],
        weight: quality ? Number(quality) : 1,
        index,
      };
    })
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { base } of wanted) if (isLocale(base)) return base;
  return 'en';
}
