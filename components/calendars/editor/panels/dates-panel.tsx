'use client';

import { BookHeart, CakeSlice, CalendarPlus, FileUp, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAgeWords } from '@/components/calendars/dates/age-words';
import { DateMark } from '@/components/calendars/dates/date-icon';
import { byDay, useDateWords } from '@/components/calendars/dates/date-words';
import { DatesNews } from '@/components/calendars/dates/dates-news';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { putDates, removeDate } from '@/lib/calendars/change-document';
import type { OwnDate } from '@/lib/calendars/document';
import { useEditor } from '../editor-context';

/** Birthdays, anniversaries and other days of one's own. */
export function DatesPanel({
  onAdd,
  onEdit,
  onImport,
  onBook,
}: {
  onAdd: () => void;
  onEdit: (date: OwnDate) => void;
  onImport: () => void;
  onBook: () => void;
}) {
  const t = useTranslations('calendars.dates');
  const book = useTranslations('dates.book');
  const { calendarId, document, change } = useEditor();
  const dates = document.dates.toSorted(byDay);
  const buttons = (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" onClick={onAdd}>
        <CalendarPlus />
        {t('add_date')}
      </Button>
      <Button size="sm" variant="secondary" onClick={onImport}>
        <FileUp />
        {t('import')}
      </Button>
      <Button size="sm" variant="secondary" onClick={onBook}>
        <BookHeart />
        {book('button')}
      </Button>
    </div>
  );
  const news = (
    <DatesNews
      calendarId={calendarId}
      calendar={document}
      present={document.dates}
      onAccept={(accepted) => change('dates', (before) => putDates(before, accepted).document)}
    />
  );
  if (dates.length === 0) {
    return (
      <div className="flex flex-col gap-4">
        {news}
        <EmptyState
          icon={<CakeSlice />}
          title={t('empty_title')}
          action={buttons}
          className="px-4 py-8 [&>div:last-child]:justify-center"
        >
          {t('empty_text')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {news}
      {buttons}
      <p className="text-sm text-ink-soft">{t('hint')}</p>
      <ul className="divide-y divide-line border-y border-line">
        {dates.map((date) => (
          <DateRow
            key={date.id}
            date={date}
            onEdit={() => onEdit(date)}
            onRemove={() => change('dates', (before) => removeDate(before, date.id))}
          />
        ))}
      </ul>
    </div>
  );
}

function DateRow({
  date,
  onEdit,
  onRemove,
}: {
  date: OwnDate;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations('calendars.dates');
  const words = useDateWords();
  const ageWords = useAgeWords();
  const { document, pictures } = useEditor();
  const person = document.people.find(({ id }) => id === date.personId);
  const photo = date.picture ? pictures.get(date.picture.pictureId) : undefined;
  const details = [t(`kinds.${date.kind}`), words(date), ageWords(date, document), person?.name];
  return (
    <li className="flex items-center gap-3 py-2">
      <DateMark date={date} photo={photo} />
      <div className="min-w-0 flex-1">
        <p className="truncate">{date.text}</p>
        <p className="text-xs text-ink-soft">{details.filter(Boolean).join(' · ')}</p>
      </div>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('edit', { text: date.text })}
        onClick={onEdit}
      >
        <Pencil />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('remove', { text: date.text })}
        onClick={onRemove}
      >
        <Trash2 />
      </Button>
    </li>
  );
}
