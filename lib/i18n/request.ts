import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { loadMessages } from './load-messages';
import { isLocale, LOCALE_COOKIE, negotiateLocale } from './locales';
import { ZONE_COOKIE, zoneOfCookie } from './time-zone';

/** Language of the screens: the visitor's choice, else what the browser asks for. */
export default getRequestConfig(async () => {
  const jar = await cookies();
  const chosen = jar.get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen)
    ? chosen
    : negotiateLocale((await headers()).get('accept-language'));
  // Instants are shown by the visitor's own clock, on the server as in the browser. Days are plain dates: who formats
  // one names UTC himself.
  const timeZone = zoneOfCookie(jar.get(ZONE_COOKIE)?.value);
  return { locale, messages: loadMessages(locale), timeZone };
});
