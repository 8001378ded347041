'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { sameDate } from '@/lib/calendars/date-book/same-date';
import { DATES_MAX, type OwnDate } from '@/lib/calendars/document';
import type { DateFrame } from './date-form';
import { byDay } from './date-words';
import { FoundDates } from './found-dates';
import { useDateBook } from './use-date-book';

/** Takes dates from the person's date book into a calendar: all that it does not have, unless some are left out. */
export function ChooseDates({
  calendar,
  present,
  onAdd,
  onCancel,
}: {
  calendar: DateFrame;
  /** The dates that the calendar has. */
  present: readonly OwnDate[];
  onAdd: (dates: OwnDate[]) => void;
  onCancel: () => void;
}) {
  const t = useTranslations('dates.book');
  const common = useTranslations('calendars.import');
  const { book } = useDateBook(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const room = DATES_MAX - present.length;
  const there = new Set(present.map(sameDate));
  const dates = (book?.dates ?? []).map(({ value }) => value).toSorted(byDay);
  const known = new Set(
    dates.filter((date) => there.has(sameDate(date))).map(({ id }) => id as string),
  );
  const wanted = dates.filter(({ id }) => !known.has(id) && !left.has(id));
  const chosen = wanted.slice(0, room);
  return (
    <div className="flex flex-col gap-4">
      {book === null ? (
        <p role="status" className="flex items-center gap-3 text-ink-soft">
          <Spinner className="size-5 text-accent" />
          {t('loading')}
        </p>
      ) : dates.length === 0 ? (
        <p className="text-ink-soft">{t('empty_text')}</p>
      ) : (
        <>
          {known.size === dates.length ? <p>{t('all_there')}</p> : null}
          <FoundDates
            label={t('choose_title')}
            dates={dates.toSorted((a, b) => Number(known.has(a.id)) - Number(known.has(b.id)))}
            known={known}
            left={left}
            calendar={calendar}
            onLeft={setLeft}
          />
          {wanted.length > room ? (
            <p className="text-sm text-warn">{common('too_many', { room })}</p>
          ) : null}
        </>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Link
          href="/account/dates"
          target="_blank"
          className="mr-auto inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-4 hover:text-accent-deep"
        >
          {t('open')}
        </Link>
        <Button variant="secondary" onClick={onCancel}>
          {common('cancel')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => onAdd(chosen)}>
          {t('put', { count: chosen.length })}
        </Button>
      </div>
    </div>
  );
}
