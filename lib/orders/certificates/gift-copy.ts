import { createTranslator } from 'next-intl';
import { loadMessages } from '@/lib/i18n/load-messages';
import type { Locale } from '@/lib/i18n/locales';

/** What the pay page calls a certificate, in the buyer's language. */
export function certificateTitle(locale: Locale, recipientName: string): string {
  const t = createTranslator({
    locale,
    messages: loadMessages(locale) as { gifts: { checkout: { line: string } } },
    namespace: 'gifts.checkout',
    onError(error) {
      throw error;
    },
  });
  return t('line', { name: recipientName });
}
