'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field, Input, Select } from '@/components/ui/field';
import { monthName } from '@/lib/calendar-days/names';
import type { OwnDate, PrintLanguage } from '@/lib/calendars/document';
import { daysInMonth } from '@/lib/core/plain-date';
import { type DateDraft, isYearGood, KINDS } from './date-draft';

const LEAP_YEAR = 2000;

type Props = { draft: DateDraft; onChange: (change: Partial<DateDraft>) => void };

export function KindField({ draft, onChange }: Props) {
  const t = useTranslations('calendars.dates');
  return (
    <Field label={t('kind')}>
      {(props) => (
        <Select
          {...props}
          value={draft.kind}
          onChange={(event) => {
            const kind = event.target.value as OwnDate['kind'];
            onChange(kind === 'other' ? { kind } : { kind, every: 'year' });
          }}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Day, month and year; the year is optional for what comes every year. */
export function DayFields({ draft, onChange, wasSent }: Props & { wasSent: boolean }) {
  const t = useTranslations('calendars.dates');
  const locale = useLocale() as PrintLanguage;
  const isOnce = draft.every === 'once';
  const year = draft.year === '' ? LEAP_YEAR : Number(draft.year);
  const isWrong = !isYearGood(draft) && (wasSent || draft.year.length === 4);
  // With the fields of a 29 February in a common year the day stays to be seen and the year is called wrong.
  const isGone = draft.year.length === 4 && draft.day > daysInMonth(year, draft.month);
  const error = isOnce || isGone ? 'year_needed' : 'year_wrong';
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)_7.5rem] items-end gap-x-2 gap-y-1.5">
      <Field label={t('day')}>
        {(props) => (
          <Select
            {...props}
            className="pr-1 pl-2.5"
            value={draft.day}
            onChange={(event) => onChange({ day: Number(event.target.value) })}
          >
            {Array.from({ length: daysInMonth(LEAP_YEAR, draft.month) }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the days of a month
              <option key={index} value={index + 1}>
                {index + 1}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('month')}>
        {(props) => (
          <Select
            {...props}
            className="pr-1 pl-2.5"
            value={draft.month}
            onChange={(event) => {
              const month = Number(event.target.value);
              onChange({ month, day: Math.min(draft.day, daysInMonth(LEAP_YEAR, month)) });
            }}
          >
            {Array.from({ length: 12 }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the months of a year
              <option key={index} value={index + 1}>
                {monthName(index + 1, locale)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t(isOnce ? 'year' : `since_${draft.kind}`)}>
        {(props) => (
          <Input
            {...props}
            className="px-2.5"
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            aria-invalid={isWrong || undefined}
            value={draft.year}
            placeholder={isOnce ? '' : t('year_unknown')}
            onChange={(event) => onChange({ year: event.target.value.replace(/\D/g, '') })}
          />
        )}
      </Field>
      <p role="alert" className="col-span-3 text-sm font-medium text-bad empty:hidden">
        {isWrong ? t(error) : null}
      </p>
    </div>
  );
}
