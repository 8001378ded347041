'use client';

import {
  CakeSlice,
  CalendarHeart,
  CalendarPlus,
  FileUp,
  Heart,
  Pencil,
  Trash2,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { removeDate } from '@/lib/calendars/change-document';
import type { OwnDate } from '@/lib/calendars/document';
import { useDayAndMonth, useShortDate } from '../../use-short-date';
import { useEditor } from '../editor-context';

const ICONS = { birthday: CakeSlice, anniversary: Heart, other: CalendarHeart } as const;

/** Birthdays, anniversaries and other days of one's own. */
export function DatesPanel({
  onAdd,
  onEdit,
  onImport,
}: {
  onAdd: () => void;
  onEdit: (date: OwnDate) => void;
  onImport: () => void;
}) {
  const t = useTranslations('calendars.dates');
  const { document, change } = useEditor();
  const dates = [...document.dates].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
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
    </div>
  );
  if (dates.length === 0) {
    return (
      <EmptyState
        icon={<CakeSlice />}
        title={t('empty_title')}
        action={buttons}
        className="px-4 py-8"
      >
        {t('empty_text')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
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
  const Icon = ICONS[date.kind];
  return (
    <li className="flex items-center gap-3 py-2">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <p className="truncate">{date.text}</p>
        <p className="text-xs text-ink-soft">
          {t(`kinds.${date.kind}`)} · {words(date)}
        </p>
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

/** "14 May, since 1987" or "14 May 2028". */
export function useDateWords(): (date: OwnDate) => string {
  const t = useTranslations('calendars.dates');
  const shortDate = useShortDate();
  const dayAndMonth = useDayAndMonth();
  return ({ when }) => {
    if (when.every === 'once') return shortDate(when.date);
    const day = dayAndMonth(when.monthDay);
    return when.sinceYear === null ? day : t('day_since', { day, year: when.sinceYear });
  };
}

function sortKey({ when, text }: OwnDate): string {
  const monthDay = when.every === 'year' ? when.monthDay : when.date.slice(5);
  return `${monthDay} ${text}`;
}
