'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { classes } from '@/components/ui/classes';
import type { OwnDate } from '@/lib/calendars/document';
import { useAgeWords } from './age-words';
import type { DateFrame } from './date-form';
import { useDateWords } from './date-words';

/** Dates to choose from, each with its kind, its day and what age it brings; those that are there already are only told. */
export function FoundDates({
  label,
  dates,
  known,
  left,
  calendar,
  onLeft,
}: {
  label: string;
  dates: readonly OwnDate[];
  /** Ids of those that are there already. */
  known: ReadonlySet<string>;
  /** Ids of those that are not wanted. */
  left: ReadonlySet<string>;
  calendar: DateFrame;
  onLeft: (left: ReadonlySet<string>) => void;
}) {
  const t = useTranslations('dates.preview');
  const kinds = useTranslations('calendars.dates.kinds');
  const dateWords = useDateWords();
  const ageWords = useAgeWords();
  const fresh = dates.filter(({ id }) => !known.has(id));
  const areAll = fresh.length > 0 && fresh.every(({ id }) => !left.has(id));
  const areSome = !areAll && fresh.some(({ id }) => !left.has(id));
  if (dates.length === 0) return null;
  return (
    <div className="max-h-72 overflow-y-auto rounded-control border border-line">
      <table aria-label={label} className="w-full border-collapse text-left text-sm">
        <thead className="sticky top-0 z-10 bg-linen">
          <tr>
            <th scope="col" className="w-11">
              <label className="flex size-11 cursor-pointer items-center justify-center">
                <span className="sr-only">{t('choose_all')}</span>
                <input
                  type="checkbox"
                  checked={areAll}
                  disabled={fresh.length === 0}
                  ref={(box) => {
                    if (box) box.indeterminate = areSome;
                  }}
                  onChange={() => onLeft(new Set(areAll ? fresh.map(({ id }) => id) : []))}
                  className="size-4.5 accent-accent"
                />
              </label>
            </th>
            <th scope="col" className="px-1 py-2 font-semibold">
              {t('text')}
            </th>
            <th scope="col" className="py-2 pr-3 pl-2 font-semibold">
              {t('day')}
            </th>
          </tr>
        </thead>
        <tbody>
          {dates.map((date) => {
            const isKnown = known.has(date.id);
            return (
              <tr key={date.id} className="border-t border-line align-top">
                <td>
                  {isKnown ? null : (
                    <label className="flex size-11 cursor-pointer items-center justify-center">
                      <span className="sr-only">{t('choose_one', { text: date.text })}</span>
                      <input
                        type="checkbox"
                        checked={!left.has(date.id)}
                        onChange={(event) => {
                          const next = new Set(left);
                          if (event.target.checked) next.delete(date.id);
                          else next.add(date.id);
                          onLeft(next);
                        }}
                        className="size-4.5 accent-accent"
                      />
                    </label>
                  )}
                </td>
                <td className={classes('px-1 py-2.5', isKnown && 'text-ink-soft')}>
                  <span className="block break-words [overflow-wrap:anywhere]">{date.text}</span>
                  <span className="block text-xs text-ink-soft">{kinds(date.kind)}</span>
                  {isKnown ? <Badge className="mt-1 text-xs">{t('known')}</Badge> : null}
                </td>
                <td className={classes('py-2.5 pr-3 pl-2', isKnown && 'text-ink-soft')}>
                  <span className="block">{dateWords(date)}</span>
                  <span className="block text-xs text-ink-soft">{ageWords(date, calendar)}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
