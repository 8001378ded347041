'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field, Select } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { weekdayName } from '@/lib/calendar-days/names';
import { MONTHS_MAX, MONTHS_MIN, type PrintLanguage } from '@/lib/calendars/document';
import type { Weekday } from '@/lib/core/plain-date';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

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

/** What calendars usually have: a year, one that begins before it, a school year and a half. */
const USUAL_COUNTS = ['12', '13', '15', '18'] as const;

/** How many months: the usual numbers at hand, any other in the list. */
export function MonthCountField({
  value,
  onChange,
}: {
  value: number;
  onChange: (monthCount: number) => void;
}) {
  const t = useTranslations('calendars.settings');
  return (
    <div className="flex items-end gap-2">
      <Segments
        label={t('month_count')}
        isLabelShown
        value={String(value)}
        onChange={(count) => onChange(Number(count))}
        options={USUAL_COUNTS.map((count) => ({ value: count as string, label: count }))}
        className="min-w-0 flex-1"
      />
      <Select
        aria-label={t('month_count_other')}
        value={value}
        className="w-32 shrink-0 pr-2"
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {Array.from({ length: MONTHS_MAX - MONTHS_MIN + 1 }, (_, index) => index + MONTHS_MIN).map(
          (count) => (
            <option key={count} value={count}>
              {t('months', { count })}
            </option>
          ),
        )}
      </Select>
    </div>
  );
}
