'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Library } from '@/components/calendars/use-library';
import { useShortDate } from '@/components/calendars/use-short-date';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input, Select } from '@/components/ui/field';
import { expandOwnDate } from '@/lib/calendar-days/own-dates';
import { UNMARKED } from '@/lib/calendars/date-marks';
import {
  type CalendarDocument,
  DATE_TEXT_MAX,
  LEAP_RULES,
  type OwnDate,
  OwnDateSchema,
} from '@/lib/calendars/document';
import { newId } from '@/lib/core/ids';
import { type PlainDate, partsOf } from '@/lib/core/plain-date';
import { type DateDraft, draftOf, emptyDraft, whenOf } from './date-draft';
import { DayFields, KindField } from './day-fields';
import { MarkFields, type Marks } from './mark-fields';

/** What a date is shown in: the calendar at hand, or for the date book a year of any calendar. */
export type DateFrame = Pick<
  CalendarDocument,
  'from' | 'monthCount' | 'language' | 'hasNativeDigits' | 'people'
>;

/** Adds or changes one own date, and shows at once how it will be printed. */
export function DateForm({
  calendar,
  photos,
  initial,
  day = null,
  keep = null,
  isPending = false,
  onSave,
  onCancel,
}: {
  calendar: DateFrame;
  /** For a photo in the day; null where a date takes none. */
  photos: Library | null;
  initial: OwnDate | null;
  /** The day that was pressed, for a new date. */
  day?: PlainDate | null;
  /** Whether keeping it in the date book is chosen at first; null does not offer it. */
  keep?: boolean | null;
  isPending?: boolean;
  onSave: (date: OwnDate, isKept: boolean) => void;
  onCancel: () => void;
}) {
  const t = useTranslations('calendars.dates');
  const words = useTranslations('dates');
  const shortDate = useShortDate();
  const [draft, setDraft] = useState(() => firstDraft(initial, day, calendar));
  const [marks, setMarks] = useState<Marks>(() => marksOf(initial, calendar));
  const [isKept, setKept] = useState(keep ?? false);
  const [wasSent, setSent] = useState(false);
  const set = (change: Partial<DateDraft>) => setDraft((before) => ({ ...before, ...change }));
  const date = dateOf(draft, marks, initial?.id ?? null);
  const printed = date ? expandOwnDate(date, calendar.from, calendar.monthCount, calendar) : [];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (date) onSave(date, isKept);
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label={t('text')} error={wasSent && !draft.text.trim() ? t('text_needed') : undefined}>
        {(props) => (
          <Input
            {...props}
            value={draft.text}
            maxLength={DATE_TEXT_MAX}
            autoComplete="off"
            placeholder={t(`placeholder_${draft.kind}`)}
            onChange={(event) => set({ text: event.target.value })}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <KindField draft={draft} onChange={set} />
        <Field label={t('every')}>
          {(props) => (
            <Select
              {...props}
              value={draft.every}
              onChange={(event) => set({ every: event.target.value as DateDraft['every'] })}
            >
              <option value="year">{t('every_year')}</option>
              <option value="once">{t('every_once')}</option>
            </Select>
          )}
        </Field>
      </div>
      <DayFields draft={draft} onChange={set} wasSent={wasSent} />
      {draft.every === 'year' && draft.month === 2 && draft.day === 29 ? (
        <Field label={t('leap_rule')}>
          {(props) => (
            <Select
              {...props}
              value={draft.leapRule}
              onChange={(event) => set({ leapRule: event.target.value as DateDraft['leapRule'] })}
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
      <MarkFields
        marks={marks}
        people={calendar.people}
        photos={photos}
        onChange={(change) => setMarks((before) => ({ ...before, ...change }))}
      />
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
                {shortDate(entry.date, { weekday: true })}:{' '}
                <strong style={marks.colour ? { color: marks.colour } : undefined}>
                  {entry.text}
                </strong>
              </span>
            ))}
          </>
        )}
      </div>
      {keep === null ? null : (
        <Checkbox
          checked={isKept}
          onChange={(event) => setKept(event.target.checked)}
          label={
            <>
              {words('keep')}
              <span className="block text-sm text-ink-soft">{words('keep_hint')}</span>
            </>
          }
        />
      )}
      <div className="flex justify-end gap-2">
        <Button variant="secondary" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" pending={isPending}>
          {t(initial ? 'save' : 'add')}
        </Button>
      </div>
    </form>
  );
}

function firstDraft(
  initial: OwnDate | null,
  day: PlainDate | null,
  { from }: DateFrame,
): DateDraft {
  if (initial) return draftOf(initial);
  if (!day) return emptyDraft(Number(from.slice(5, 7)));
  const { month, day: dayOfMonth } = partsOf(day);
  return emptyDraft(month, dayOfMonth);
}

/** A column that is no longer there is nobody's choice any more. */
function marksOf(initial: OwnDate | null, { people }: DateFrame): Marks {
  if (!initial) return UNMARKED;
  const { icon, colour, picture, personId } = initial;
  return {
    icon,
    colour,
    picture,
    personId: people.some(({ id }) => id === personId) ? personId : null,
  };
}

/** The date that the fields say, or null while they do not say one. */
function dateOf(draft: DateDraft, marks: Marks, id: OwnDate['id'] | null): OwnDate | null {
  const when = whenOf(draft);
  const { text, kind } = draft;
  const said = { id: id ?? newId('eventDate'), text: text.trim(), kind, when, ...marks };
  return OwnDateSchema.safeParse(said).data ?? null;
}
