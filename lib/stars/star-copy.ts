import { createTranslator } from 'next-intl';
import { loadMessages } from '@/lib/i18n/load-messages';
import type { Locale } from '@/lib/i18n/locales';

/** What the pay page calls a pack, in the buyer's language. */
export function packTitle(locale: Locale, stars: number): string {
  const t = createTranslator({
    locale,
    messages: loadMessages(locale) as { stars: { checkout: { line: string } } },
    namespace: 'stars.checkout',
    onError(error) {
      throw error;
    },
  });
  return t('line', { stars });
}
