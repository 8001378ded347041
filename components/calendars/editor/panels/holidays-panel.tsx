'use client';

import { Search } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useMemo, useState } from 'react';
import { HolidaySetEditor } from '@/components/calendars/holiday-set-editor';
import { useShortDate } from '@/components/calendars/use-short-date';
import { callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import { Spinner } from '@/components/ui/spinner';
import { Switch } from '@/components/ui/switch';
import type { CountryChoice } from '@/lib/calendar-days/countries';
import type { HolidayKind } from '@/lib/calendar-days/holiday-kinds';
import { setHolidayShown } from '@/lib/calendars/change-document';
import type { HolidayChoice } from '@/lib/calendars/list-holidays';
import { useEditor } from '../editor-context';

/** From what everybody has off to what few keep. */
const KINDS = [
  'public',
  'observance',
  'bank',
  'optional',
  'school',
] as const satisfies HolidayKind[];

/** With fewer than this everything is seen at once. */
const SEARCH_FROM = 12;

/** Whose holidays are printed, and each one to switch on or off. */
export function HolidaysPanel({ countries }: { countries: readonly CountryChoice[] }) {
  const t = useTranslations('calendars.holidays');
  const locale = useLocale();
  const { document, change } = useEditor();
  const { holidays, hasFailed, retry } = useHolidays();
  const [word, setWord] = useState('');
  const isShown = useShown();
  const found = useMemo(() => {
    const plain = (text: string) =>
      text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale);
    const wanted = plain(word.trim());
    return (holidays ?? []).filter(({ name }) => plain(name).includes(wanted));
  }, [holidays, word, locale]);
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
        <section aria-labelledby="holiday-list" className="flex flex-col gap-4">
          <div>
            <h3 id="holiday-list" className="mb-1 text-lg">
              {t('list', { shown: holidays.filter(isShown).length, all: holidays.length })}
            </h3>
            <p className="text-sm text-ink-soft">{t('list_hint')}</p>
          </div>
          {holidays.length >= SEARCH_FROM ? (
            <div className="relative">
              <Search
                aria-hidden="true"
                className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft"
              />
              <Input
                type="search"
                aria-label={t('search')}
                placeholder={t('search')}
                value={word}
                onChange={(event) => setWord(event.target.value)}
                className="pl-9"
              />
            </div>
          ) : null}
          {found.length === 0 ? (
            <p role="status" className="text-sm text-ink-soft">
              {t('not_found')}
            </p>
          ) : null}
          {KINDS.map((kind) => (
            <HolidaysOfKind
              key={kind}
              kind={kind}
              holidays={found.filter((holiday) => holiday.kind === kind)}
              isShown={isShown}
              isFolded={word.trim() === '' && kind !== 'public' && kind !== 'observance'}
            />
          ))}
        </section>
      )}
    </div>
  );
}

/** Whether a holiday is printed: the usual ones unless switched off, the others when switched on. */
function useShown(): (holiday: HolidayChoice) => boolean {
  const { hiddenHolidays, shownHolidays } = useEditor().document;
  return useMemo(() => {
    const [hidden, shown] = [new Set(hiddenHolidays), new Set(shownHolidays)];
    return ({ keys, isUsual }) =>
      !keys.some((key) => hidden.has(key)) && (isUsual || keys.some((key) => shown.has(key)));
  }, [hiddenHolidays, shownHolidays]);
}

function HolidaysOfKind({
  kind,
  holidays,
  isShown,
  isFolded,
}: {
  kind: HolidayKind;
  holidays: readonly HolidayChoice[];
  isShown: (holiday: HolidayChoice) => boolean;
  /** Closed at first: there may be many, and most people want none of them. */
  isFolded: boolean;
}) {
  const t = useTranslations('calendars.holidays');
  const { change } = useEditor();
  if (holidays.length === 0) return null;
  const shown = holidays.filter(isShown).length;
  const areAllShown = shown === holidays.length;
  const toggle = (some: readonly HolidayChoice[], next: boolean) =>
    change('holidays', (before) =>
      some.reduce((document, holiday) => setHolidayShown(document, holiday, next), before),
    );
  return (
    <details
      key={String(isFolded)}
      open={!isFolded}
      className="group rounded-card border border-line"
    >
      <summary className="flex min-h-12 items-center gap-3 rounded-card px-3.5 py-2 -outline-offset-2 group-open:rounded-b-none">
        <span className="flex-1">
          <span className="block font-medium">{t(`kinds.${kind}`)}</span>
          <span className="block text-xs text-ink-soft">{t(`kind_hints.${kind}`)}</span>
        </span>
        <span className="text-sm text-ink-soft tabular-nums">
          {t('shown_of', { shown, all: holidays.length })}
        </span>
      </summary>
      <div className="flex justify-end border-t border-line px-3.5 py-1">
        <Button variant="link" size="sm" onClick={() => toggle(holidays, !areAllShown)}>
          {t(areAllShown ? 'all_off' : 'all_on')}
        </Button>
      </div>
      <ul className="divide-y divide-line border-t border-line px-3.5">
        {holidays.map((holiday) => (
          <HolidayRow
            key={holiday.keys[0]}
            holiday={holiday}
            isShown={isShown(holiday)}
            onToggle={(next) => toggle([holiday], next)}
          />
        ))}
      </ul>
    </details>
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
        <span
          className={
            isShown ? 'block' : `block text-ink-soft ${holiday.isUsual ? 'line-through' : ''}`
          }
        >
          {holiday.name}
        </span>
        <span className="block text-xs text-ink-soft">
          {first ? shortDate(first, { weekday: true }) : null}
          {more.length > 0 ? ` ${t('more_days', { count: more.length })}` : null}
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
