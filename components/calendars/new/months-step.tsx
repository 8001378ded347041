'use client';

import { CalendarRange } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FirstWeekdayField, MonthCountField } from '@/components/calendars/calendar-fields';
import { FormatChoice } from '@/components/calendars/format-choice';
import { HolidaySetEditor } from '@/components/calendars/holiday-set-editor';
import { LanguageField } from '@/components/calendars/language-field';
import { MonthField } from '@/components/calendars/month-field';
import { usePeriodName } from '@/components/calendars/use-page-name';
import { Card } from '@/components/ui/card';
import type { CountryChoice } from '@/lib/calendar-days/countries';
import { defaultTitle } from '@/lib/calendars/calendar-defaults';
import type { CalendarChoices } from '@/lib/calendars/compose-document';
import { periodOf } from '@/lib/calendars/period';

/** Paper, months, language and holidays. The period is said in full: a wrong year is the costliest mistake. */
export function MonthsStep({
  choices,
  countries,
  onChange,
}: {
  choices: CalendarChoices;
  countries: readonly CountryChoice[];
  onChange: (change: Partial<CalendarChoices>) => void;
}) {
  const t = useTranslations('calendars.new');
  const ts = useTranslations('calendars.settings');
  const th = useTranslations('calendars.holidays');
  const periodName = usePeriodName();
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Card className="flex flex-col gap-5">
        <h2 className="text-2xl">{t('which_months')}</h2>
        <div className="grid gap-4">
          <MonthField
            label={ts('first_month')}
            value={choices.from}
            onChange={(from) => onChange({ from })}
          />
          <MonthCountField
            value={choices.monthCount}
            onChange={(monthCount) => onChange({ monthCount })}
          />
        </div>
        <p
          aria-live="polite"
          className="flex items-center gap-3 rounded-card bg-accent-soft px-4 py-3 text-accent-deep"
        >
          <CalendarRange aria-hidden="true" className="size-6 shrink-0" />
          <span className="font-display text-xl">{periodName(periodOf(choices))}</span>
        </p>
      </Card>
      <div className="flex flex-col gap-6">
        <Card className="flex flex-col gap-5">
          <h2 className="text-2xl">{t('which_language')}</h2>
          <div className="grid gap-4 sm:grid-cols-2">
            <LanguageField
              value={choices.language}
              onChange={(language) =>
                onChange({
                  language,
                  ...(choices.title === defaultTitle(choices.language)
                    ? { title: defaultTitle(language) }
                    : {}),
                })
              }
            />
            <FirstWeekdayField
              value={choices.firstWeekday}
              onChange={(firstWeekday) => onChange({ firstWeekday })}
            />
          </div>
        </Card>
        <Card className="flex flex-col gap-4">
          <div>
            <h2 className="text-2xl">{t('which_holidays')}</h2>
            <p className="mt-1 text-sm text-ink-soft">{th('wizard_hint')}</p>
          </div>
          <HolidaySetEditor
            countries={countries}
            sets={choices.holidaySets}
            onChange={(holidaySets) => onChange({ holidaySets })}
          />
        </Card>
      </div>
      <Card className="lg:col-span-2">
        <h2 className="mb-4 text-2xl">{t('which_paper')}</h2>
        <FormatChoice value={choices.formatId} onChange={(formatId) => onChange({ formatId })} />
      </Card>
    </div>
  );
}
