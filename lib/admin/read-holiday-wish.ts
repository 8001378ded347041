import { PRINT_LANGUAGES, type PrintLanguage } from '@/lib/calendars/document';
import { YEAR_MAX, YEAR_MIN } from '@/lib/core/plain-date';

export type HolidayWish = {
  country: string;
  region: string | null;
  year: number;
  language: PrintLanguage;
};

type Choices = {
  countries: readonly { code: string; regions: readonly { code: string }[] }[];
  year: number;
  language: PrintLanguage;
};

/** What the holidays page shows, out of its address; what is missing or unknown becomes Ukraine, next year, no region. */
export function readHolidayWish(
  query: Record<string, string | string[] | undefined>,
  choices: Choices,
): HolidayWish {
  const country =
    choices.countries.find(({ code }) => code === query.country) ??
    choices.countries.find(({ code }) => code === 'UA');
  const year = Number(query.year);
  return {
    country: country?.code ?? 'UA',
    region: country?.regions.find(({ code }) => code === query.region)?.code ?? null,
    year: Number.isInteger(year) && year >= YEAR_MIN && year <= YEAR_MAX ? year : choices.year,
    language: PRINT_LANGUAGES.find((code) => code === query.language) ?? choices.language,
  };
}
