'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useErrorMessage } from '@/components/use-error-message';
import type { CorrectionView } from '@/lib/admin/list-holidays';
import { formatDay } from '@/lib/orders/format-period';
import { useSend } from './use-send';

const TONES: Record<CorrectionView['action'], Tone> = {
  add: 'good',
  remove: 'bad',
  rename: 'fine',
};
/** A leap year, so that 29 February has a name too. */
const ANY_LEAP_YEAR = 2024;

/** What staff corrected in one country, each with its reason and the way back. */
export function CorrectionList({ corrections }: { corrections: readonly CorrectionView[] }) {
  const t = useTranslations('admin.holidays');
  const errorMessage = useErrorMessage();
  const locale = useLocale();
  const { send, problem, isPending } = useSend();
  const dayOf = (correction: CorrectionView) => {
    if (correction.date) return formatDay(correction.date, locale);
    const [month, day] = (correction.monthDay ?? '01-01').split('-').map(Number);
    const text = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(Date.UTC(ANY_LEAP_YEAR, (month ?? 1) - 1, day));
    return t('every_year', { day: text });
  };
  if (corrections.length === 0) return <p className="text-ink-soft">{t('no_corrections')}</p>;
  return (
    <div className="flex flex-col gap-4">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <ul className="divide-y divide-line">
        {corrections.map((correction) => (
          <li
            key={correction.id}
            className="flex flex-wrap items-center gap-4 py-4 first:pt-0 last:pb-0"
          >
            <Badge tone={TONES[correction.action]}>{t(`actions.${correction.action}`)}</Badge>
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-medium">
                {dayOf(correction)}
                {correction.region ? ` · ${correction.region}` : ''}
              </p>
              <p className="break-words">
                {Object.entries(correction.names)
                  .map(([language, name]) => `${language}: ${name}`)
                  .join(' · ')}
              </p>
              <p className="text-sm break-words text-ink-soft">{correction.reason}</p>
            </div>
            <Button
              variant="secondary"
              size="sm"
              aria-label={t('take_back_label', { day: dayOf(correction) })}
              pending={isPending}
              onClick={() =>
                send('DELETE', `/api/admin/holidays/${correction.id}`, undefined, t('taken_back'))
              }
            >
              {t('take_back')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
