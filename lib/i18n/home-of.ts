import type { Currency } from '@/lib/core/money';
import type { Locale } from './locales';

/**
 * What readers of a language most likely mean before they say otherwise: whose holidays and which post,
 * and what money. English is read everywhere, so it stands for no country.
 */
export const HOME_OF: Readonly<
  Record<Locale, { country: 'UA' | 'DE' | 'PL' | null; currency: Currency }>
> = {
  en: { country: null, currency: 'EUR' },
  uk: { country: 'UA', currency: 'UAH' },
  de: { country: 'DE', currency: 'EUR' },
  pl: { country: 'PL', currency: 'PLN' },
};
