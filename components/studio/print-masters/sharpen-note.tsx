'use client';

import { Sparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { NotEnoughStars } from '@/components/stars/not-enough';
import { Button } from '@/components/ui/button';
import { useErrorMessage } from '@/components/use-error-message';
import { Sharpening } from './sharpening';
import { usePrintMasters } from './use-print-masters';

/**
 * Beside the check of a calendar with coarse AI pictures: enlarges them on the spot, for a price that stands on the
 * button.
 * @param onDone some are larger now: what was measured before is out of date; `isOver` when no more will follow
 */
export function SharpenNote({
  calendarId,
  onDone,
}: {
  calendarId: string;
  onDone: (isOver: boolean) => void;
}) {
  const t = useTranslations('upscale');
  const words = useErrorMessage();
  const masters = usePrintMasters(calendarId, null);
  const { view, done, problem } = masters;
  const told = useRef(0);
  useEffect(() => {
    if (done === told.current) return;
    told.current = done;
    onDone(view.open === 0);
  }, [done, view.open, onDone]);
  if (view.open > 0) {
    return (
      <div className="rounded-card border border-line bg-sheet p-4">
        <Sharpening masters={masters} isOrdering={false} />
      </div>
    );
  }
  if (view.wanted === 0) return null;
  return (
    <div className="flex flex-col gap-3 rounded-card border border-line bg-sheet p-4">
      <p className="flex items-start gap-2.5 text-sm">
        <Sparkles aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-accent" />
        {t('note', { count: view.wanted })}
      </p>
      {problem ? <p className="text-sm text-bad">{words(problem)}</p> : null}
      {view.balance < view.stars ? (
        <NotEnoughStars
          needed={view.stars}
          balance={view.balance}
          returnTo={`/calendars/${calendarId}?panel=check`}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button size="sm" pending={masters.isStarting} onClick={masters.start}>
            {t('start', { stars: view.stars })}
          </Button>
          <span className="text-sm text-ink-soft">{t('balance', { balance: view.balance })}</span>
        </div>
      )}
    </div>
  );
}
