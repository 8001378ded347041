import { useLocale, useTranslations } from 'next-intl';
import { classes } from '@/components/ui/classes';
import type { HolidayKind } from '@/lib/calendar-days/holiday-kinds';
import { monthGrid } from '@/lib/calendar-days/month-grid';
import { type PlainDate, partsOf, yearMonth } from '@/lib/core/plain-date';

type ShownHoliday = { date: PlainDate; name: string; kind: HolidayKind; printed: boolean };

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Off work, remembered, or in the data but not on calendars. */
function lookOf({ kind, printed }: ShownHoliday): 'off' | 'remembered' | 'silent' {
  if (!printed) return 'silent';
  return kind === 'public' ? 'off' : 'remembered';
}

const LOOKS = {
  off: 'bg-accent font-semibold text-white',
  remembered: 'bg-accent-soft font-semibold text-accent-deep',
  silent: 'text-ink-soft ring-1 ring-line-strong ring-inset',
} as const;

/** The year at a glance: twelve months with their holidays. The table below it says the same in words. */
export function HolidayYear({
  year,
  holidays,
  corrected,
}: {
  year: number;
  holidays: readonly ShownHoliday[];
  /** Days that staff corrected. */
  corrected: ReadonlySet<PlainDate>;
}) {
  const t = useTranslations('admin.holidays');
  const locale = useLocale();
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const byDay = Map.groupBy(holidays, ({ date }) => date);
  return (
    <figure className="mb-8">
      <div
        role="img"
        aria-label={t('year_label', { count: holidays.length, year: String(year) })}
        className="grid grid-cols-2 gap-x-6 gap-y-5 rounded-card border border-line bg-sheet p-4 sm:grid-cols-3 sm:p-5 lg:grid-cols-4"
      >
        {MONTHS.map((month) => (
          <div key={month}>
            <p className="mb-1.5 text-sm font-medium first-letter:uppercase">
              {monthName.format(Date.UTC(year, month - 1, 1))}
            </p>
            <div className="grid grid-cols-7 gap-0.5 text-center text-xs tabular-nums">
              {monthGrid(yearMonth(year, month), 1).weeks.flatMap((days) =>
                days.map(({ date, inMonth }) => {
                  const found = inMonth ? (byDay.get(date) ?? []) : [];
                  const first = found.toSorted((a, b) => Number(b.printed) - Number(a.printed))[0];
                  return (
                    <span
                      key={date}
                      title={found.map(({ name }) => name).join(', ') || undefined}
                      className={classes(
                        'relative flex aspect-square items-center justify-center rounded-sm',
                        first ? LOOKS[lookOf(first)] : '',
                      )}
                    >
                      {inMonth ? partsOf(date).day : ''}
                      {inMonth && corrected.has(date) ? (
                        <span className="absolute top-0 right-0 size-2 rounded-full bg-fine ring-2 ring-sheet" />
                      ) : null}
                    </span>
                  );
                }),
              )}
            </div>
          </div>
        ))}
      </div>
      <figcaption className="mt-3 flex flex-wrap gap-x-5 gap-y-2 text-sm text-ink-soft">
        {(['off', 'remembered', 'silent'] as const).map((look) => (
          <span key={look} className="inline-flex items-center gap-2">
            <span aria-hidden="true" className={classes('size-4 rounded-sm', LOOKS[look])} />
            {t(`looks.${look}`)}
          </span>
        ))}
        <span className="inline-flex items-center gap-2">
          <span aria-hidden="true" className="size-2 rounded-full bg-fine" />
          {t('looks.corrected')}
        </span>
      </figcaption>
    </figure>
  );
}
