'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FirstWeekdayField, MonthCountField } from '@/components/calendars/calendar-fields';
import { FormatChoice } from '@/components/calendars/format-choice';
import { LanguageField } from '@/components/calendars/language-field';
import { MonthField } from '@/components/calendars/month-field';
import { NATIVE_DIGIT_LANGUAGES } from '@/components/calendars/print-languages';
import { usePeriodName } from '@/components/calendars/use-page-name';
import { Field, Select } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { SwitchRow } from '@/components/ui/switch-row';
import { setFirstMonth, setMonthCount } from '@/lib/calendars/change-document';
import {
  type CalendarDocument,
  NOTES_PAGES_MAX,
  SECONDARY_CALENDARS,
} from '@/lib/calendars/document';
import { isPoster } from '@/lib/calendars/page-plan';
import { periodOf } from '@/lib/calendars/period';
import { useEditor } from '../editor-context';
import { EarlierVersions } from './earlier-versions';
import { PeopleEditor } from './people-editor';

const WEEK_NUMBERS = ['none', 'iso', 'us'] as const satisfies CalendarDocument['weekNumbers'][];
const NOTES_COUNTS = Array.from({ length: NOTES_PAGES_MAX + 1 }, (_, count) => String(count));

/** Which months in which language on which paper, and what stands on the pages beside the days. */
export function SettingsPanel() {
  const t = useTranslations('calendars.settings');
  const periodName = usePeriodName();
  const { document, change } = useEditor();
  const hasNativeDigits = NATIVE_DIGIT_LANGUAGES.has(document.language);
  const isOneSheet = isPoster(document.formatId);
  const lost = document.pages
    .slice(-1)
    .some((page) => page.slots.some(Boolean) || page.caption !== '');
  return (
    <div className="flex flex-col gap-7">
      <Part name="months">
        <p className="rounded-card bg-accent-soft px-4 py-3 text-accent-deep">
          <span className="block text-sm">{t('runs')}</span>
          <strong className="font-display text-lg font-medium">
            {periodName(periodOf(document))}
          </strong>
        </p>
        <MonthField
          label={t('first_month')}
          value={document.from}
          onChange={(from) =>
            change('first_month', (before) => setFirstMonth(before, from), 'first_month')
          }
        />
        <div>
          <MonthCountField
            value={document.monthCount}
            onChange={(count) => change('month_count', (before) => setMonthCount(before, count))}
          />
          {lost ? <p className="mt-1.5 text-sm text-ink-soft">{t('fewer_months_hint')}</p> : null}
        </div>
      </Part>

      <Part name="paper">
        <FormatChoice
          value={document.formatId}
          onChange={(formatId) => change('format', (before) => ({ ...before, formatId }), 'format')}
        />
        {isOneSheet ? <p className="text-sm text-ink-soft">{t('poster_hint')}</p> : null}
        {isOneSheet ? null : (
          <>
            <SwitchRow
              label={t('overview')}
              hint={t('overview_hint')}
              isOn={document.hasOverview}
              onToggle={(hasOverview) =>
                change('overview', (before) => ({ ...before, hasOverview }))
              }
            />
            <Segments
              label={t('notes_pages')}
              isLabelShown
              value={String(document.notesPages)}
              onChange={(count) =>
                change('notes_pages', (before) => ({ ...before, notesPages: Number(count) }))
              }
              options={NOTES_COUNTS.map((count) => ({ value: count, label: count }))}
            />
          </>
        )}
      </Part>

      <Part name="words">
        <LanguageField
          value={document.language}
          onChange={(language) => change('language', (before) => ({ ...before, language }))}
        />
        {hasNativeDigits ? (
          <SwitchRow
            label={t('native_digits')}
            hint={t(`native_digits_${document.language as 'ar' | 'fa' | 'hi'}`)}
            isOn={document.hasNativeDigits}
            onToggle={(next) =>
              change('native_digits', (before) => ({ ...before, hasNativeDigits: next }))
            }
          />
        ) : null}
        <FirstWeekdayField
          value={document.firstWeekday}
          onChange={(firstWeekday) =>
            change('first_weekday', (before) => ({ ...before, firstWeekday }))
          }
        />
      </Part>

      <Part name="days">
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
        <Field label={t('secondary')} hint={t('secondary_hint')}>
          {(props) => (
            <Select
              {...props}
              value={document.secondaryCalendar}
              onChange={(event) => {
                const secondaryCalendar = event.target
                  .value as CalendarDocument['secondaryCalendar'];
                change('secondary_calendar', (before) => ({ ...before, secondaryCalendar }));
              }}
            >
              {SECONDARY_CALENDARS.map((value) => (
                <option key={value} value={value}>
                  {t(`secondary_${value}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <SwitchRow
          label={t('moon')}
          hint={t('moon_hint')}
          isOn={document.hasMoonPhases}
          onToggle={(hasMoonPhases) =>
            change('moon_phases', (before) => ({ ...before, hasMoonPhases }))
          }
        />
      </Part>

      <Part name="people">
        <PeopleEditor />
      </Part>

      <EarlierVersions />
    </div>
  );
}

function Part({
  name,
  children,
}: {
  name: 'months' | 'paper' | 'words' | 'days' | 'people';
  children: ReactNode;
}) {
  const t = useTranslations('calendars.settings.parts');
  return (
    <section
      aria-labelledby={`settings-${name}`}
      className="flex flex-col gap-4 border-t border-line pt-5 first:border-t-0 first:pt-0"
    >
      <h3 id={`settings-${name}`} className="text-lg">
        {t(name)}
      </h3>
      {children}
    </section>
  );
}
