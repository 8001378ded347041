import { createTranslator } from 'next-intl';
import { loadMessages } from '@/lib/i18n/load-messages';
import type { Locale } from '@/lib/i18n/locales';
import { deliveryMethod } from '../delivery/methods';

type Words = (key: string, values?: Record<string, string | number>) => string;

/**
 * Words outside a request, in the language of the press: `t` of print_desk.json under "ticket", `rule` of a finding,
 * `methodName` of a delivery method.
 */
export function ticketCopy(locale: Locale): {
  t: Words;
  rule: Words;
  methodName: (method: string) => string;
} {
  const translate = createTranslator({
    locale,
    messages: loadMessages(locale) as Record<string, Record<string, string>>,
    onError(error) {
      throw error;
    },
  }) as Words;
  return {
    t: (key, values) => translate(`print_desk.ticket.${key}`, values),
    rule: (key, values) => translate(`preflight.rule.${key}`, values),
    methodName: (method) => translate(`delivery.methods.${deliveryMethod(method) ?? 'unknown'}`),
  };
}
