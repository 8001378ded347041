'use client';

import { Check, MailOpen, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/components/calendars/sharing/use-attempt';
import { callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { sameDate } from '@/lib/calendars/date-book/same-date';
import type { OwnDate } from '@/lib/calendars/document';
import { useAgeWords } from './age-words';
import type { DateFrame } from './date-form';
import { useDateWords } from './date-words';
import { useDateBook } from './use-date-book';

/** Tells of dates that relatives sent for this calendar. Whether they come into it only its owner decides. */
export function DatesNews({
  calendarId,
  calendar,
  present,
  onAccept,
}: {
  calendarId: string;
  calendar: DateFrame;
  /** The dates that the calendar has. */
  present: readonly OwnDate[];
  onAccept: (dates: readonly OwnDate[]) => void;
}) {
  const t = useTranslations('dates.news');
  const from = useTranslations('dates.book');
  const kinds = useTranslations('calendars.dates.kinds');
  const dateWords = useDateWords();
  const ageWords = useAgeWords();
  const { book, refresh } = useDateBook(null);
  const { attempt, isPending } = useAttempt();
  const [isOpen, setOpen] = useState(false);
  const there = new Set(present.map(sameDate));
  const news = (book?.dates ?? []).filter(
    (date) =>
      date.source === 'INVITE' &&
      date.calendarId === calendarId &&
      !there.has(sameDate(date.value)),
  );
  const names = new Set(news.map(({ contributor }) => contributor));
  const [name] = names;
  const count = news.length;
  const reject = (id: string) =>
    attempt(async () => {
      await callApi('DELETE', `/api/dates/${id}`);
      await refresh();
    });
  return (
    <>
      <div aria-live="polite">
        {count > 0 ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card bg-accent-soft px-4 py-3 text-accent-deep">
            <MailOpen aria-hidden="true" className="size-5 shrink-0" />
            <p className="min-w-0 flex-1 font-medium">
              {names.size === 1 && name
                ? t('from_one', { count, name })
                : t('from_some', { count })}
            </p>
            <Button size="sm" variant="secondary" onClick={() => setOpen(true)}>
              {t('review')}
            </Button>
          </div>
        ) : null}
      </div>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('title')}
        description={t('lead')}
        closeLabel={from('close')}
      >
        {count === 0 ? <p className="text-ink-soft">{t('none')}</p> : null}
        <ul className="divide-y divide-line border-y border-line empty:hidden">
          {news.map(({ value, contributor }) => (
            <li key={value.id} className="flex items-center gap-2 py-2.5">
              <div className="min-w-0 flex-1">
                <p className="break-words">{value.text}</p>
                <p className="text-sm text-ink-soft">
                  {[
                    kinds(value.kind),
                    dateWords(value),
                    ageWords(value, calendar),
                    contributor ? from('from', { name: contributor }) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <Button
                size="icon"
                aria-label={t('accept_one', { text: value.text })}
                title={t('accept')}
                onClick={() => onAccept([value])}
              >
                <Check />
              </Button>
              <Button
                variant="ghost"
                size="icon"
                disabled={isPending}
                aria-label={t('reject_one', { text: value.text })}
                title={t('reject')}
                onClick={() => reject(value.id)}
              >
                <Trash2 />
              </Button>
            </li>
          ))}
        </ul>
        <div className="mt-4 flex justify-end">
          {count > 1 ? (
            <Button
              onClick={() => {
                onAccept(news.map(({ value }) => value));
                setOpen(false);
              }}
            >
              {t('accept_all')}
            </Button>
          ) : (
            <Button variant="secondary" onClick={() => setOpen(false)}>
              {from('close')}
            </Button>
          )}
        </div>
      </Dialog>
    </>
  );
}
