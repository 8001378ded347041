import { useFormatter, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { StudioNumbers } from '@/lib/admin/list-studio-work';
import { useDuration } from './use-duration';

/** How the last seven days went: what came to nothing, how long things took, what was spent. */
export function StudioNumbersPanel({ numbers }: { numbers: StudioNumbers }) {
  const t = useTranslations('studio_board');
  const format = useFormatter();
  const duration = useDuration();
  return (
    <section aria-labelledby="numbers" className="mb-8">
      <h2 id="numbers" className="mb-3 text-2xl">
        {t('numbers')}
      </h2>
      <div className="grid gap-4 sm:grid-cols-3 lg:grid-cols-[repeat(3,minmax(0,1fr))_minmax(0,1.4fr)]">
        {numbers.kinds.map(({ kind, ended, rejectionRate, medianSeconds }) => (
          <Card key={kind} className="flex flex-col gap-1 p-4 sm:p-5">
            <h3 className="text-lg">{t(`kinds_many.${kind}`)}</h3>
            <p className="font-display text-3xl tabular-nums">
              {medianSeconds === null ? '–' : duration(medianSeconds)}
            </p>
            <p className="text-sm text-ink-soft">
              {t('ended', { count: ended })}
              {rejectionRate === null ? null : (
                <>
                  {', '}
                  {t('rejected', {
                    rate: format.number(rejectionRate, {
                      style: 'percent',
                      maximumFractionDigits: 1,
                    }),
                  })}
                </>
              )}
            </p>
          </Card>
        ))}
        <Card className="flex flex-col gap-3 p-4 sm:col-span-3 sm:p-5 lg:col-span-1">
          <h3 className="text-lg">{t('spent')}</h3>
          <StarDays days={numbers.days} />
        </Card>
      </div>
    </section>
  );
}

function StarDays({ days }: { days: StudioNumbers['days'] }) {
  const t = useTranslations('studio_board');
  const format = useFormatter();
  const most = Math.max(1, ...days.map(({ stars }) => stars));
  // A calendar day has no zone: noon UTC formatted in UTC stays that day.
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  return (
    <ol className="flex flex-1 items-end gap-2">
      {days.map(({ day, stars }) => (
        <li key={day} className="flex min-w-0 flex-1 flex-col items-center gap-1 text-xs">
          <span className="sr-only">
            {t('spent_on', {
              day: format.dateTime(noon(day), { dateStyle: 'long', timeZone: 'UTC' }),
              stars,
            })}
          </span>
          <span aria-hidden="true" className="tabular-nums">
            {format.number(stars, { notation: 'compact', maximumFractionDigits: 1 })}
          </span>
          <span aria-hidden="true" className="flex h-12 w-full items-end">
            <span
              className="w-full rounded-t-sm bg-accent/75"
              style={{ height: `${Math.max(3, (stars / most) * 100)}%` }}
            />
          </span>
          <span aria-hidden="true" className="text-ink-soft">
            {format.dateTime(noon(day), { weekday: 'short', timeZone: 'UTC' })}
          </span>
        </li>
      ))}
    </ol>
  );
}
