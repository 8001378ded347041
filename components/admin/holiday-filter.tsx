'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import type { HolidayWish } from '@/lib/admin/read-holiday-wish';
import { PRINT_LANGUAGES } from '@/lib/calendars/document';
import { YEAR_MAX, YEAR_MIN } from '@/lib/core/plain-date';

export type CountryOption = {
  code: string;
  name: string;
  regions: readonly { code: string; name: string }[];
};

/** Which country, region, year and print language the page shows. */
export function HolidayFilter({
  countries,
  wish,
}: {
  countries: readonly CountryOption[];
  wish: HolidayWish;
}) {
  const t = useTranslations('admin.holidays');
  const locale = useLocale();
  const [country, setCountry] = useState(wish.country);
  const regions = countries.find(({ code }) => code === country)?.regions ?? [];
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  return (
    <form
      action="/admin/holidays"
      className="grid grid-cols-1 items-end gap-4 rounded-card border border-line bg-sheet p-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,0.9fr)_minmax(0,1.4fr)_auto]"
    >
      <Field label={t('country')}>
        {(control) => (
          <Select
            {...control}
            name="country"
            value={country}
            onChange={(event) => setCountry(event.target.value)}
          >
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('region')}>
        {(control) => (
          <Select
            key={country}
            {...control}
            name="region"
            defaultValue={wish.region ?? ''}
            disabled={regions.length === 0}
          >
            <option value="">{t('whole_country')}</option>
            {regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('year')}>
        {(control) => (
          <Input
            {...control}
            type="number"
            name="year"
            min={YEAR_MIN}
            max={YEAR_MAX}
            defaultValue={wish.year}
          />
        )}
      </Field>
      <Field label={t('language')}>
        {(control) => (
          <Select {...control} name="language" defaultValue={wish.language}>
            {PRINT_LANGUAGES.map((code) => (
              <option key={code} value={code}>
                {languages.of(code)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}
