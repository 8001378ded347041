'use client';

import { ArrowRight, CalendarPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '@/components/calendars/sharing/use-attempt';
import { usePeriodName } from '@/components/calendars/use-page-name';
import { useShortDate } from '@/components/calendars/use-short-date';
import { callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { classes } from '@/components/ui/classes';
import { Checkbox } from '@/components/ui/field';
import { weekdayName } from '@/lib/calendar-days/names';
import type { OwnDate, PrintLanguage } from '@/lib/calendars/document';
import type { RollOverChanges } from '@/lib/calendars/roll-over';
import type { PlainDate } from '@/lib/core/plain-date';

/** Everything that next year's calendar will print differently, and the button that makes it. */
export function NextYear({
  calendarId,
  changes,
}: {
  calendarId: string;
  changes: RollOverChanges;
}) {
  const t = useTranslations('next_year');
  const router = useRouter();
  const { attempt, isPending } = useAttempt();
  const [shift, setShift] = useState<ReadonlySet<OwnDate['id']>>(new Set());
  const make = () =>
    attempt(async () => {
      const made = await callApi<{ calendarId: string }>(
        'POST',
        `/api/calendars/${calendarId}/roll-over`,
        { shift: [...shift] },
      );
      router.push(`/calendars/${made.calendarId}`);
    });
  return (
    <div className="flex flex-col gap-6">
      {changes.texts.length > 0 ? (
        <Part title={t('texts')} count={changes.texts.length}>
          {changes.texts.map(({ before, after }) => (
            <Change key={before} before={before} after={after} />
          ))}
        </Part>
      ) : null}
      <Dates changes={changes.dates} />
      {changes.once.length > 0 ? (
        <Part title={t('once')} lead={t('once_lead')} count={changes.once.length}>
          {changes.once.map(({ id, text, day, later }) => (
            <li key={id}>
              <OnceChoice
                text={text}
                day={day}
                later={later}
                isKept={shift.has(id)}
                onChange={(isKept) => {
                  const next = new Set(shift);
                  if (isKept) next.add(id);
                  else next.delete(id);
                  setShift(next);
                }}
              />
            </li>
          ))}
        </Part>
      ) : null}
      <Holidays changes={changes.holidays} />
      <Grids changes={changes.grids} />
      <div className="sticky bottom-0 -mx-4 flex justify-end border-t border-line bg-paper/95 px-4 py-3 backdrop-blur sm:mx-0 sm:rounded-card sm:border">
        <Button pending={isPending} onClick={make}>
          <CalendarPlus />
          {t('make')}
        </Button>
      </div>
    </div>
  );
}

function Part({
  title,
  lead,
  count,
  children,
}: {
  title: string;
  lead?: string;
  count: number;
  children: ReactNode;
}) {
  return (
    <Card>
      <h2 className="flex items-baseline gap-2 text-2xl">
        {title}
        <span className="text-base text-ink-soft tabular-nums">{count}</span>
      </h2>
      {lead ? <p className="mt-1 text-ink-soft">{lead}</p> : null}
      <ul className="mt-3 flex flex-col divide-y divide-line">{children}</ul>
    </Card>
  );
}

function Change({ label, before, after }: { label?: string; before: ReactNode; after: ReactNode }) {
  const t = useTranslations('next_year');
  return (
    <li className="grid gap-x-4 py-2.5 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
      {label === undefined ? null : <span className="font-medium">{label}</span>}
      <span
        className={classes(
          'flex flex-wrap items-center gap-x-2 text-ink-soft',
          label === undefined && 'sm:col-span-2',
        )}
      >
        <span>{before}</span>
        <ArrowRight role="img" aria-label={t('becomes')} className="size-4 shrink-0 text-accent" />
        <span className="text-ink">{after}</span>
      </span>
    </li>
  );
}

function OnceChoice({
  text,
  day,
  later,
  isKept,
  onChange,
}: {
  text: string;
  day: PlainDate;
  later: PlainDate;
  isKept: boolean;
  onChange: (isKept: boolean) => void;
}) {
  const t = useTranslations('next_year');
  const shortDate = useShortDate();
  return (
    <Checkbox
      checked={isKept}
      onChange={(event) => onChange(event.target.checked)}
      label={
        <>
          <span className="font-medium">{text}</span>{' '}
          <span className="text-ink-soft">
            {t('once_choice', { day: shortDate(day), later: shortDate(later) })}
          </span>
        </>
      }
    />
  );
}

function Dates({ changes }: { changes: RollOverChanges['dates'] }) {
  const t = useTranslations('next_year');
  const shortDate = useShortDate();
  if (changes.length === 0) return null;
  const said = (side: { day: PlainDate; text: string } | null) =>
    side ? `${side.text}, ${shortDate(side.day)}` : t('not_in_it');
  return (
    <Part title={t('dates')} count={changes.length}>
      {changes.map(({ id, before, after }) => (
        <Change
          key={`${id} ${before?.day ?? after?.day}`}
          before={said(before)}
          after={said(after)}
        />
      ))}
    </Part>
  );
}

function Holidays({ changes }: { changes: RollOverChanges['holidays'] }) {
  const t = useTranslations('next_year');
  const shortDate = useShortDate();
  if (changes.length === 0) return null;
  const said = (day: PlainDate | null) =>
    day ? shortDate(day, { weekday: true }) : t('not_in_it');
  return (
    <Part title={t('holidays')} count={changes.length}>
      {changes.map(({ text, before, after }) => (
        <Change
          key={`${text} ${before ?? after}`}
          label={text}
          before={said(before)}
          after={said(after)}
        />
      ))}
    </Part>
  );
}

function Grids({ changes }: { changes: RollOverChanges['grids'] }) {
  const t = useTranslations('next_year');
  const periodName = usePeriodName();
  const locale = useLocale() as PrintLanguage;
  if (changes.length === 0) return null;
  return (
    <Part title={t('grids')} lead={t('grids_lead')} count={changes.length}>
      {changes.map(({ before, after, weekdays, weeks }) => {
        const said = (side: 0 | 1) =>
          t('grid', { weekday: weekdayName(weekdays[side], locale, 'long'), weeks: weeks[side] });
        return (
          <Change
            key={before}
            label={periodName({ first: after, last: after })}
            before={said(0)}
            after={said(1)}
          />
        );
      })}
    </Part>
  );
}
