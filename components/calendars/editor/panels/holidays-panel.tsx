'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { HolidaySetEditor } from '@/components/calendars/holiday-set-editor';
import { useShortDate } from '@/components/calendars/use-short-date';
import { callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { Switch } from '@/components/ui/switch';
import type { CountryChoice } from '@/lib/calendar-days/countries';
import { setHolidayShown } from '@/lib/calendars/change-document';
import type { HolidayChoice } from '@/lib/calendars/list-holidays';
import { useEditor } from '../editor-context';

/** Whose holidays are printed, and each one to switch off. */
export function HolidaysPanel({ countries }: { countries: readonly CountryChoice[] }) {
  const t = useTranslations('calendars.holidays');
  const { document, change } = useEditor();
  const { holidays, hasFailed, retry } = useHolidays();
  const hidden = new Set(document.hiddenHolidays);
  const isHidden = (holiday: HolidayChoice) => holiday.keys.some((key) => hidden.has(key));
  const shownCount = holidays?.filter((holiday) => !isHidden(holiday)).length ?? 0;
  return (
    <div className="flex flex-col gap-6">
      <HolidaySetEditor
        countries={countries}
        sets={document.holidaySets}
        onChange={(holidaySets) => change('holidays', (before) => ({ ...before, holidaySets }))}
      />
      {document.holidaySets.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('none_chosen')}</p>
      ) : hasFailed ? (
        <div className="flex items-center justify-between gap-3 text-sm text-ink-soft">
          {t('not_loaded')}
          <Button variant="secondary" size="sm" onClick={retry}>
            {t('retry')}
          </Button>
        </div>
      ) : holidays === null ? (
        <p className="flex items-center gap-2 text-sm text-ink-soft">
          <Spinner />
          {t('loading')}
        </p>
      ) : (
        <section aria-labelledby="holiday-list">
          <h3 id="holiday-list" className="mb-1 text-lg">
            {t('list', { shown: shownCount, all: holidays.length })}
          </h3>
          <p className="mb-3 text-sm text-ink-soft">{t('list_hint')}</p>
          <ul className="divide-y divide-line border-y border-line">
            {holidays.map((holiday) => (
              <HolidayRow
                key={holiday.keys[0]}
                holiday={holiday}
                isShown={!isHidden(holiday)}
                onToggle={(isShown) =>
                  change('holidays', (before) => setHolidayShown(before, holiday.keys, isShown))
                }
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function HolidayRow({
  holiday,
  isShown,
  onToggle,
}: {
  holiday: HolidayChoice;
  isShown: boolean;
  onToggle: (isShown: boolean) => void;
}) {
  const t = useTranslations('calendars.holidays');
  const shortDate = useShortDate();
  const id = useId();
  const [first, ...more] = holiday.dates;
  return (
    <li className="flex items-center gap-3 py-2">
      <label htmlFor={id} className="min-w-0 flex-1 cursor-pointer">
        <span className={isShown ? 'block' : 'block text-ink-soft line-through'}>
          {holiday.name}
        </span>
        <span className="block text-xs text-ink-soft">
          {first ? shortDate(first, { weekday: true }) : null}
          {more.length > 0 ? ` ${t('more_days', { count: more.length })}` : null}
          {holiday.isDayOff ? <span className="text-bad"> · {t('day_off')}</span> : null}
        </span>
      </label>
      <Switch id={id} checked={isShown} onCheckedChange={onToggle} />
    </li>
  );
}

function useHolidays() {
  const { document } = useEditor();
  const { holidaySets, from, monthCount, language } = document;
  const [holidays, setHolidays] = useState<HolidayChoice[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt asks again
  useEffect(() => {
    const controller = new AbortController();
    setFailed(false);
    const body = { holidaySets, from, monthCount, language };
    callApi<HolidayChoice[]>('POST', '/api/calendars/holidays', body, {
      signal: controller.signal,
    }).then(setHolidays, () => {
      if (!controller.signal.aborted) setFailed(true);
    });
    return () => controller.abort();
  }, [holidaySets, from, monthCount, language, attempt]);
  return { holidays, hasFailed, retry: () => setAttempt((count) => count + 1) };
}
