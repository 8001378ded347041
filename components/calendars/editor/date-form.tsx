'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useShortDate } from '@/components/calendars/use-short-date';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import { monthName } from '@/lib/calendar-days/names';
import { expandOwnDate } from '@/lib/calendar-days/own-dates';
import {
  type CalendarDocument,
  DATE_TEXT_MAX,
  LEAP_RULES,
  type OwnDate,
  OwnDateSchema,
  type PrintLanguage,
} from '@/lib/calendars/document';
import { newId } from '@/lib/core/ids';
import {
  daysInMonth,
  type MonthDay,
  type PlainDate,
  parsePlainDate,
  partsOf,
} from '@/lib/core/plain-date';

const KINDS = ['birthday', 'anniversary', 'other'] as const;
const LEAP_YEAR = 2000;

type Fields = {
  text: string;
  kind: OwnDate['kind'];
  every: 'year' | 'once';
  day: number;
  month: number;
  /** Empty when it is not known. */
  year: string;
  leapRule: (typeof LEAP_RULES)[number];
};

/** Adds or changes one own date, and shows at once how it will be printed. */
export function DateForm({
  document,
  initial,
  day,
  onSave,
  onCancel,
}: {
  document: CalendarDocument;
  initial: OwnDate | null;
  /** The day that was pressed, for a new date. */
  day: PlainDate | null;
  onSave: (date: OwnDate) => void;
  onCancel: () => void;
}) {
  const t = useTranslations('calendars.dates');
  const locale = useLocale() as PrintLanguage;
  const shortDate = useShortDate();
  const [fields, setFields] = useState(() => fieldsOf(initial, day, document));
  const [wasSent, setSent] = useState(false);
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const date = dateOf(fields, initial?.id ?? null);
  const printed = date
    ? expandOwnDate(date, document.from, document.monthCount, document.language)
    : [];
  const yearError =
    wasSent && !isYearGood(fields)
      ? t(fields.every === 'once' ? 'year_needed' : 'year_wrong')
      : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (date) onSave(date);
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field
        label={t('text')}
        error={wasSent && !fields.text.trim() ? t('text_needed') : undefined}
      >
        {(props) => (
          <Input
            {...props}
            value={fields.text}
            maxLength={DATE_TEXT_MAX}
            placeholder={t(`placeholder_${fields.kind}`)}
            onChange={(event) => set({ text: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('kind')}>
        {(props) => (
          <Select
            {...props}
            value={fields.kind}
            onChange={(event) => {
              const kind = event.target.value as OwnDate['kind'];
              set(kind === 'other' ? { kind } : { kind, every: 'year' });
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
      <Field label={t('every')}>
        {(props) => (
          <Select
            {...props}
            value={fields.every}
            onChange={(event) => set({ every: event.target.value as Fields['every'] })}
          >
            <option value="year">{t('every_year')}</option>
            <option value="once">{t('every_once')}</option>
          </Select>
        )}
      </Field>
      <div className="grid grid-cols-[5rem_1fr_6.5rem] gap-2">
        <Field label={t('day')}>
          {(props) => (
            <Select
              {...props}
              value={fields.day}
              onChange={(event) => set({ day: Number(event.target.value) })}
            >
              {Array.from({ length: daysInMonth(LEAP_YEAR, fields.month) }, (_, index) => (
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
              value={fields.month}
              onChange={(event) => {
                const month = Number(event.target.value);
                set({ month, day: Math.min(fields.day, daysInMonth(LEAP_YEAR, month)) });
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
        <Field
          label={t(fields.every === 'once' ? 'year' : `since_${fields.kind}`)}
          error={yearError}
        >
          {(props) => (
            <Input
              {...props}
              inputMode="numeric"
              maxLength={4}
              value={fields.year}
              placeholder={fields.every === 'year' ? t('year_unknown') : ''}
              onChange={(event) => set({ year: event.target.value.replace(/\D/g, '') })}
            />
          )}
        </Field>
      </div>
      {fields.every === 'year' && fields.month === 2 && fields.day === 29 ? (
        <Field label={t('leap_rule')}>
          {(props) => (
            <Select
              {...props}
              value={fields.leapRule}
              onChange={(event) => set({ leapRule: event.target.value as Fields['leapRule'] })}
            >
              {LEAP_RULES.map((rule) => (
                <option key={rule} value={rule}>
                  {t(`leap_rules.${rule}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <div aria-live="polite" className="rounded-control bg-linen px-3.5 py-2.5 text-sm">
        {date === null ? (
          <span className="text-ink-soft">{t('preview_empty')}</span>
        ) : printed.length === 0 ? (
          <span className="text-warn">{t('preview_outside')}</span>
        ) : (
          <>
            <span className="block text-ink-soft">{t('preview')}</span>
            {printed.map((entry) => (
              <span key={entry.date} className="block">
                {shortDate(entry.date, { weekday: true })}: <strong>{entry.text}</strong>
              </span>
            ))}
          </>
        )}
      </div>
      <div className="flex justify-end gap-2">
        <Button variant="secondary" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit">{t(initial ? 'save' : 'add')}</Button>
      </div>
    </form>
  );
}

function fieldsOf(
  initial: OwnDate | null,
  day: PlainDate | null,
  document: CalendarDocument,
): Fields {
  if (!initial) {
    const { day: dayOfMonth, month } = day
      ? partsOf(day)
      : { day: 1, month: monthOfRange(document) };
    return {
      text: '',
      kind: 'birthday',
      every: 'year',
      day: dayOfMonth,
      month,
      year: '',
      leapRule: 'feb-28',
    };
  }
  const { text, kind, when } = initial;
  if (when.every === 'once') {
    const { year, month, day: dayOfMonth } = partsOf(when.date);
    const leapRule = 'feb-28';
    return { text, kind, every: 'once', day: dayOfMonth, month, year: String(year), leapRule };
  }
  return {
    text,
    kind,
    every: 'year',
    day: Number(when.monthDay.slice(3)),
    month: Number(when.monthDay.slice(0, 2)),
    year: when.sinceYear === null ? '' : String(when.sinceYear),
    leapRule: when.leapRule,
  };
}

function monthOfRange({ from }: CalendarDocument): number {
  return Number(from.slice(5, 7));
}

const pad = (value: number) => String(value).padStart(2, '0');

function isYearGood({ every, year, month, day }: Fields): boolean {
  if (every === 'year' && year === '') return true;
  if (!/^\d{4}$/.test(year)) return false;
  return every === 'year' || parsePlainDate(`${year}-${pad(month)}-${pad(day)}`) !== null;
}

/** The date that the fields say, or null while they do not say one. */
function dateOf(fields: Fields, id: OwnDate['id'] | null): OwnDate | null {
  if (!isYearGood(fields)) return null;
  const { text, kind, every, day, month, year, leapRule } = fields;
  const monthDay = `${pad(month)}-${pad(day)}` as MonthDay;
  const when =
    every === 'once'
      ? { every, date: `${year}-${monthDay}` }
      : { every, monthDay, sinceYear: year === '' ? null : Number(year), leapRule };
  const parsed = OwnDateSchema.safeParse({
    id: id ?? newId('eventDate'),
    text: text.trim(),
    kind,
    when,
  });
  return parsed.success ? parsed.data : null;
}
