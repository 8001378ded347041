import { createTranslator } from 'next-intl';
import { loadMessages } from '@/lib/i18n/load-messages';
import { isLocale, type Locale } from '@/lib/i18n/locales';

export type OrderCopy = {
  locale: Locale;
  t: (key: string, values?: Record<string, string | number>) => string;
};

/** Words of orders.json outside a request: in mails and on the pay page, in the language of the order. */
export function orderCopy(orderLocale: string): OrderCopy {
  const locale = isLocale(orderLocale) ? orderLocale : 'en';
  const t = createTranslator({
    locale,
    messages: loadMessages(locale) as Record<string, Record<string, string>>,
    namespace: 'orders',
    onError(error) {
      throw error;
    },
  }) as OrderCopy['t'];
  return { locale, t };
}
