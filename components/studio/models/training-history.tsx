'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { useErrorMessage } from '@/components/use-error-message';
import type { ErrorCode } from '@/lib/core/errors';
import type { TrainingView } from '@/lib/studio/lora-view';
import { Stars } from '../stars';

const TONES: Record<TrainingView['status'], Tone> = {
  QUEUED: 'fine',
  RUNNING: 'fine',
  COMPLETED: 'good',
  FAILED: 'bad',
  CANCELLED: 'neutral',
};

/** Every attempt with when, how, what became of it and what it cost. */
export function TrainingHistory({ trainings }: { trainings: readonly TrainingView[] }) {
  const t = useTranslations('lora.history');
  const format = useFormatter();
  const words = useErrorMessage();
  if (trainings.length === 0) return null;
  return (
    <section aria-labelledby="attempts">
      <h2 id="attempts" className="text-2xl">
        {t('title')}
      </h2>
      <ul className="mt-3 divide-y divide-line rounded-card border border-line bg-sheet">
        {trainings.map((training) => {
          const isPaid = training.status === 'COMPLETED';
          return (
            <li key={training.id} className="flex flex-col gap-1 px-4 py-3">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-medium">{training.trainerName}</span>
                <Badge tone={TONES[training.status]}>{t(`status.${training.status}`)}</Badge>
                <span className="ml-auto text-sm text-ink-soft">
                  {isPaid || training.status === 'QUEUED' || training.status === 'RUNNING' ? (
                    <Stars count={training.stars} />
                  ) : (
                    t('free')
                  )}
                </span>
              </div>
              <p className="text-sm text-ink-soft">
                {format.dateTime(new Date(training.createdAt), {
                  dateStyle: 'medium',
                })}
              </p>
              {training.errorCode ? (
                <p className="text-sm text-ink-soft">
                  {words({ code: training.errorCode as ErrorCode, params: {} })}
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
