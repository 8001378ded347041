'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field, Select } from '@/components/ui/field';
import { weekdayName } from '@/lib/calendar-days/names';
import { MONTHS_MAX, PRINT_LANGUAGES, type PrintLanguage } from '@/lib/calendars/document';
import type { Weekday } from '@/lib/core/plain-date';

/** Each language in its own words: who needs it can read it. */
const LANGUAGE_NAMES: Record<PrintLanguage, string> = {
  en: 'English',
  uk: 'Українська',
  de: 'Deutsch',
  pl: 'Polski',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  ja: '日本語',
};

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export function LanguageField({
  value,
  onChange,
}: {
  value: PrintLanguage;
  onChange: (language: PrintLanguage) => void;
}) {
  const t = useTranslations('calendars.settings');
  return (
    <Field label={t('language')}>
      {(props) => (
        <Select
          {...props}
          value={value}
          onChange={(event) => onChange(event.target.value as PrintLanguage)}
        >
          {PRINT_LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {LANGUAGE_NAMES[language]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

export function FirstWeekdayField({
  value,
  onChange,
}: {
  value: Weekday;
  onChange: (weekday: Weekday) => void;
}) {
  const t = useTranslations('calendars.settings');
  const locale = useLocale() as PrintLanguage;
  return (
    <Field label={t('first_weekday')}>
      {(props) => (
        <Select
          {...props}
          value={value}
          onChange={(event) => onChange(Number(event.target.value) as Weekday)}
        >
          {WEEKDAYS.map((weekday) => (
            <option key={weekday} value={weekday}>
              {weekdayName(weekday, locale, 'long')}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

export function MonthCountField({
  value,
  onChange,
}: {
  value: number;
  onChange: (monthCount: number) => void;
}) {
  const t = useTranslations('calendars.settings');
  return (
    <Field label={t('month_count')}>
      {(props) => (
        <Select {...props} value={value} onChange={(event) => onChange(Number(event.target.value))}>
          {Array.from({ length: MONTHS_MAX }, (_, index) => index + 1).map((count) => (
            <option key={count} value={count}>
              {t('months', { count })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
