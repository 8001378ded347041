'use client';

import { CakeSlice, CalendarPlus, FileUp, Pencil, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/components/calendars/sharing/use-attempt';
import { callApi } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Input } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { BookDate } from '@/lib/calendars/date-book/present';
import { DATES_MAX, type OwnDate, type PrintLanguage } from '@/lib/calendars/document';
import type { YearMonth } from '@/lib/core/plain-date';
import { DateForm, type DateFrame } from './date-form';
import { DateMark } from './date-icon';
import { DateInvites } from './date-invites';
import { byDay, useDateWords } from './date-words';
import { ImportDates } from './import-dates';
import { type DateBook, keepInDateBook, useDateBook } from './use-date-book';

type Form = { kind: 'date'; date: OwnDate | null } | { kind: 'import' };

/** With fewer one sees them all. */
const SEARCH_FROM = 12;

/** A person's date book: what is in it, and the links by which others add to it. */
export function DateBookView({
  initial,
  calendars,
  from,
}: {
  initial: DateBook;
  calendars: readonly { id: string; title: string }[];
  /** The January of which ages are told. */
  from: YearMonth;
}) {
  const t = useTranslations('dates');
  const toast = useToast();
  const language = useLocale() as PrintLanguage;
  const { book, refresh } = useDateBook(initial);
  const { attempt, isPending } = useAttempt();
  const [form, setForm] = useState<Form | null>(null);
  const { dates, invites } = book ?? initial;
  const frame: DateFrame = { from, monthCount: 12, language, hasNativeDigits: false, people: [] };
  const values = dates.map(({ value }) => value);

  const put = (changed: readonly OwnDate[], source: 'OWN' | 'IMPORT') =>
    attempt(async () => {
      const count = await keepInDateBook(changed, source);
      await refresh();
      setForm(null);
      toast(source === 'OWN' ? t('book.saved') : t('book.imported', { count }), 'good');
    });
  const remove = ({ id, text }: OwnDate) =>
    attempt(async () => {
      await callApi('DELETE', `/api/dates/${id}`);
      await refresh();
      toast(t('book.removed', { text }));
    });

  const buttons = (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setForm({ kind: 'date', date: null })}>
        <CalendarPlus />
        {t('book.add')}
      </Button>
      <Button variant="secondary" onClick={() => setForm({ kind: 'import' })}>
        <FileUp />
        {t('book.import')}
      </Button>
    </div>
  );
  const dialogTitle = form?.kind === 'import' ? 'import' : form?.date ? 'edit_title' : 'add_title';
  return (
    <div className="grid items-start gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_25rem]">
      <div className="flex min-w-0 flex-col gap-6">
        {dates.length === 0 ? (
          <EmptyState icon={<CakeSlice />} title={t('book.empty_title')} action={buttons}>
            {t('book.empty_text')}
          </EmptyState>
        ) : (
          <>
            {buttons}
            <BookDates
              dates={dates}
              isPending={isPending}
              onEdit={(date) => setForm({ kind: 'date', date })}
              onRemove={remove}
            />
          </>
        )}
      </div>
      <section aria-labelledby="invites-title">
        <h2 id="invites-title" className="text-2xl">
          {t('invites.title')}
        </h2>
        <p className="mt-1.5 mb-5 text-ink-soft">{t('invites.text')}</p>
        <DateInvites invites={invites} calendars={calendars} onChanged={refresh} />
      </section>
      <Dialog
        open={form !== null}
        onOpenChange={(open) => {
          if (!open) setForm(null);
        }}
        title={t(`book.${dialogTitle}`)}
        closeLabel={t('book.close')}
      >
        {form?.kind === 'date' ? (
          <DateForm
            calendar={frame}
            photos={null}
            initial={form.date}
            isPending={isPending}
            onCancel={() => setForm(null)}
            onSave={(date) => put([date], 'OWN')}
          />
        ) : null}
        {form?.kind === 'import' ? (
          <ImportDates
            calendar={frame}
            known={values}
            room={DATES_MAX - dates.length}
            isPending={isPending}
            onCancel={() => setForm(null)}
            onAdd={(found) => put(found, 'IMPORT')}
          />
        ) : null}
      </Dialog>
    </div>
  );
}

function BookDates({
  dates,
  isPending,
  onEdit,
  onRemove,
}: {
  dates: readonly BookDate[];
  isPending: boolean;
  onEdit: (date: OwnDate) => void;
  onRemove: (date: OwnDate) => void;
}) {
  const t = useTranslations('dates.book');
  const words = useTranslations('calendars.dates');
  const dateWords = useDateWords();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const shown = dates
    .filter(({ value, contributor }) =>
      `${value.text} ${contributor ?? ''}`.toLowerCase().includes(wanted),
    )
    .toSorted((a, b) => byDay(a.value, b.value));
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-soft">{t('count', { count: dates.length })}</p>
        {dates.length >= SEARCH_FROM ? (
          <Input
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="max-w-64"
          />
        ) : null}
      </div>
      {shown.length === 0 ? <p className="text-ink-soft">{t('none_found')}</p> : null}
      <ul className="divide-y divide-line border-y border-line">
        {shown.map(({ value, contributor }) => (
          <li key={value.id} className="flex items-center gap-3 py-2.5">
            <DateMark date={value} />
            <div className="min-w-0 flex-1">
              <p className="break-words">{value.text}</p>
              <p className="text-sm text-ink-soft">
                {words(`kinds.${value.kind}`)} · {dateWords(value)}
                {contributor ? ` · ${t('from', { name: contributor })}` : null}
              </p>
            </div>
            <Button
              variant="ghost"
              size="icon"
              aria-label={words('edit', { text: value.text })}
              onClick={() => onEdit(value)}
            >
              <Pencil />
            </Button>
            <Button
              variant="ghost"
              size="icon"
              disabled={isPending}
              aria-label={words('remove', { text: value.text })}
              onClick={() => onRemove(value)}
            >
              <Trash2 />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
