'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Select } from '@/components/ui/field';
import { monthName } from '@/lib/calendar-days/names';
import type { PrintLanguage } from '@/lib/calendars/document';
import { monthPartsOf, YEAR_MAX, YEAR_MIN, type YearMonth, yearMonth } from '@/lib/core/plain-date';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const YEARS = Array.from({ length: YEAR_MAX - YEAR_MIN + 1 }, (_, index) => YEAR_MIN + index);

/** A month and its year: any that a calendar can begin with. */
export function MonthField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: YearMonth;
  onChange: (month: YearMonth) => void;
}) {
  const t = useTranslations('calendars.settings');
  const locale = useLocale() as PrintLanguage;
  const { year, month } = monthPartsOf(value);
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="flex gap-2">
        <Select
          aria-label={t('month')}
          value={month}
          className="min-w-0 flex-1 pr-2"
          onChange={(event) => onChange(yearMonth(year, Number(event.target.value)))}
        >
          {MONTHS.map((number) => (
            <option key={number} value={number}>
              {monthName(number, locale)}
            </option>
          ))}
        </Select>
        <Select
          aria-label={t('year')}
          value={year}
          className="w-24 shrink-0 pr-2"
          onChange={(event) => onChange(yearMonth(Number(event.target.value), month))}
        >
          {YEARS.map((number) => (
            <option key={number} value={number}>
              {number}
            </option>
          ))}
        </Select>
      </div>
    </fieldset>
  );
}
