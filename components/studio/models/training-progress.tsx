'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { classes } from '@/components/ui/classes';
import { Progress } from '@/components/ui/progress';
import { Spinner } from '@/components/ui/spinner';
import type { TrainingView } from '@/lib/studio/lora-view';

const TICK_MS = 1000;
/** An estimate never says that something is done. */
const ESTIMATE_MAX = 0.97;

const STAGES = ['packing', 'queue', 'learning'] as const;

/** How far a training is: measured in stages, and estimated by what such trainings usually take. */
export function TrainingProgress({ training }: { training: TrainingView }) {
  const t = useTranslations('lora.progress');
  const now = useNow();
  const stage =
    training.status === 'QUEUED' ? 0 : training.stage === 'running' ? 2 : training.stage ? 1 : 0;
  const startedAt = training.startedAt ? Date.parse(training.startedAt) : null;
  const seconds = now === null || startedAt === null ? 0 : Math.max(0, (now - startedAt) / 1000);
  const share = stage === 0 ? null : Math.min(ESTIMATE_MAX, seconds / training.usualSeconds);
  const left = training.usualSeconds - seconds;
  const words =
    stage === 0
      ? t('packing_long')
      : left > 90
        ? t('left', { minutes: Math.round(left / 60) })
        : left > 0
          ? t('nearly')
          : t('longer');
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <p className="font-display text-2xl" role="status">
          {words}
        </p>
        {share === null ? null : (
          <p className="text-ink-soft tabular-nums">
            {t('percent', { percent: Math.round(share * 100) })}
          </p>
        )}
      </div>
      <Progress value={share} label={t('label')} className="h-2.5" />
      <ol className="grid gap-2 sm:grid-cols-3">
        {STAGES.map((name, index) => {
          const isDone = index < stage;
          const isHere = index === stage;
          return (
            <li
              key={name}
              aria-current={isHere ? 'step' : undefined}
              className={classes(
                'flex items-center gap-2 text-sm',
                isHere ? 'font-medium text-ink' : 'text-ink-soft',
              )}
            >
              {isDone ? (
                <Check aria-hidden="true" className="size-4.5 text-good" />
              ) : isHere ? (
                <Spinner className="size-4.5 text-accent" />
              ) : (
                <span
                  aria-hidden="true"
                  className="mx-[0.2rem] size-2.5 rounded-full border border-line-strong"
                />
              )}
              {name === 'queue' && isHere && training.queuePosition !== null
                ? t('queue_place', { place: training.queuePosition + 1 })
                : t(name)}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** The time on this screen, null until it is there: the server's would differ. */
function useNow(): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
