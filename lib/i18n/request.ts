import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { loadMessages } from './load-messages';
import { isLocale, LOCALE_COOKIE, negotiateLocale } from './locales';

/** Language of the screens: the visitor's choice, else what the browser asks for. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen)
    ? chosen
    : negotiateLocale((await headers()).get('accept-language'));
  // Days are formatted from plain dates; instants are shown in the zone of the server unless a page says otherwise.
  return { locale, messages: loadMessages(locale), timeZone: 'UTC' };
});
