'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import type { CountryChoice } from '@/lib/calendar-days/countries';
import type { HolidaySet } from '@/lib/calendars/document';

const SETS_MAX = 6;

/** The countries whose holidays are printed, each with its region where regions differ. */
export function HolidaySetEditor({
  countries,
  sets,
  onChange,
}: {
  countries: readonly CountryChoice[];
  sets: readonly HolidaySet[];
  onChange: (sets: HolidaySet[]) => void;
}) {
  const t = useTranslations('calendars.holidays');
  const change = (index: number, set: HolidaySet) =>
    onChange(sets.map((other, position) => (position === index ? set : other)));
  const unused = countries.find(
    ({ code }) => !sets.some((set) => set.country === code && set.region === null),
  );
  return (
    <div className="flex flex-col gap-3">
      {sets.map((set, index) => {
        const regions = countries.find(({ code }) => code === set.country)?.regions ?? [];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a set has nothing but its place in the list
          <div key={index} className="flex items-end gap-2">
            <div className="flex min-w-0 flex-1 flex-col gap-2">
              <Field label={t('country')}>
                {(props) => (
                  <Select
                    {...props}
                    value={set.country}
                    onChange={(event) =>
                      change(index, { country: event.target.value, region: null })
                    }
                  >
                    {countries.map(({ code, name }) => (
                      <option key={code} value={code}>
                        {name}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
              {regions.length > 0 ? (
                <Select
                  aria-label={t('region')}
                  value={set.region ?? ''}
                  onChange={(event) =>
                    change(index, { ...set, region: event.target.value || null })
                  }
                >
                  <option value="">{t('whole_country')}</option>
                  {regions.map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </Select>
              ) : null}
            </div>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t('remove_country', {
                country: countries.find(({ code }) => code === set.country)?.name ?? set.country,
              })}
              onClick={() => onChange(sets.filter((_, position) => position !== index))}
            >
              <X />
            </Button>
          </div>
        );
      })}
      {sets.length < SETS_MAX && unused ? (
        <Button
          variant="secondary"
          size="sm"
          className="self-start"
          onClick={() => onChange([...sets, { country: unused.code, region: null }])}
        >
          <Plus />
          {sets.length === 0 ? t('add_country') : t('add_another')}
        </Button>
      ) : null}
    </div>
  );
}
