import { asPerson, type Ctx } from '@/lib/db/context';
import { HOME_OF } from '@/lib/i18n/home-of';
import type { Locale } from '@/lib/i18n/locales';
import { countryName } from './address-lines';
import { type CountryCode, isServed } from './served-countries';
import { findContact, findDeliveredCountries } from './store';

/** Where we deliver, by name in the reader's language, and the country to begin with for this person. */
export async function listDeliveredCountries(
  ctx: Ctx,
  locale: Locale,
): Promise<{ countries: { code: CountryCode; name: string }[]; home: CountryCode }> {
  const contact = await findContact(ctx, { ownerId: asPerson(ctx).actor.userId });
  const countries = namedCountries((await findDeliveredCountries(ctx)).filter(isServed), locale);
  return { countries, home: homeOf(contact?.setting?.country, locale) };
}

export function namedCountries(codes: readonly CountryCode[], locale: Locale) {
  return codes
    .map((code) => ({ code, name: countryName(code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** The person's own setting, else what readers of the language most likely mean. */
export function homeOf(setting: string | null | undefined, locale: Locale): CountryCode {
  return setting && isServed(setting) ? setting : (HOME_OF[locale].country ?? 'DE');
}
