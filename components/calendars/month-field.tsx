'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Select } from '@/components/ui/field';
import { monthName } from '@/lib/calendar-days/names';
import type { PrintLanguage } from '@/lib/calendars/document';
import { monthPartsOf, type YearMonth, yearMonth } from '@/lib/core/plain-date';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const YEARS_AHEAD = 6;
const YEARS_BACK = 1;

/** A month and its year. The years offered are those that somebody orders, and always the one that is chosen. */
export function MonthField({
  label,
  value,
  thisYear,
  onChange,
}: {
  label: string;
  value: YearMonth;
  thisYear: number;
  onChange: (month: YearMonth) => void;
}) {
  const t = useTranslations('calendars.settings');
  const locale = useLocale() as PrintLanguage;
  const { year, month } = monthPartsOf(value);
  const offered = Array.from(
    { length: YEARS_BACK + YEARS_AHEAD + 1 },
    (_, index) => thisYear - YEARS_BACK + index,
  );
  const years = offered.includes(year) ? offered : [...offered, year].sort((a, b) => a - b);
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
          {years.map((number) => (
            <option key={number} value={number}>
              {number}
            </option>
          ))}
        </Select>
      </div>
    </fieldset>
  );
}
