'use client';

import { useTranslations } from 'next-intl';
import {
  FirstWeekdayField,
  LanguageField,
  MonthCountField,
} from '@/components/calendars/calendar-fields';
import { FormatChoice } from '@/components/calendars/format-choice';
import { MonthField } from '@/components/calendars/month-field';
import { usePeriodName } from '@/components/calendars/use-page-name';
import { Field, Select } from '@/components/ui/field';
import { setFirstMonth, setMonthCount } from '@/lib/calendars/change-document';
import type { CalendarDocument } from '@/lib/calendars/document';
import { periodOf } from '@/lib/calendars/period';
import { useEditor } from '../editor-context';
import { EarlierVersions } from './earlier-versions';

const WEEK_NUMBERS = ['none', 'iso', 'us'] as const satisfies CalendarDocument['weekNumbers'][];

/** Which months in which language on which paper. */
export function SettingsPanel({ thisYear }: { thisYear: number }) {
  const t = useTranslations('calendars.settings');
  const periodName = usePeriodName();
  const { document, change } = useEditor();
  const lost = document.pages
    .slice(-1)
    .some((page) => page.slots.some(Boolean) || page.caption !== '');
  return (
    <div className="flex flex-col gap-5">
      <p className="rounded-card bg-accent-soft px-4 py-3 text-accent-deep">
        <span className="block text-sm">{t('runs')}</span>
        <strong className="font-display text-lg font-medium">
          {periodName(periodOf(document))}
        </strong>
      </p>
      <MonthField
        label={t('first_month')}
        value={document.from}
        thisYear={thisYear}
        onChange={(from) => change('first_month', (before) => setFirstMonth(before, from))}
      />
      <div>
        <MonthCountField
          value={document.monthCount}
          onChange={(count) => change('month_count', (before) => setMonthCount(before, count))}
        />
        {lost ? <p className="mt-1.5 text-sm text-ink-soft">{t('fewer_months_hint')}</p> : null}
      </div>
      <LanguageField
        value={document.language}
        onChange={(language) => change('language', (before) => ({ ...before, language }))}
      />
      <FirstWeekdayField
        value={document.firstWeekday}
        onChange={(firstWeekday) =>
          change('first_weekday', (before) => ({ ...before, firstWeekday }))
        }
      />
      <Field label={t('week_numbers')}>
        {(props) => (
          <Select
            {...props}
            value={document.weekNumbers}
            onChange={(event) => {
              const weekNumbers = event.target.value as CalendarDocument['weekNumbers'];
              change('week_numbers', (before) => ({ ...before, weekNumbers }));
            }}
          >
            {WEEK_NUMBERS.map((value) => (
              <option key={value} value={value}>
                {t(`week_numbers_${value}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <FormatChoice
        value={document.formatId}
        onChange={(formatId) => change('format', (before) => ({ ...before, formatId }))}
      />
      <EarlierVersions />
    </div>
  );
}
