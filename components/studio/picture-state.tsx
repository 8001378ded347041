'use client';

import { Ban, Brush, CircleAlert, Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classes } from '@/components/ui/classes';
import { useErrorMessage } from '@/components/use-error-message';
import type { ErrorCode } from '@/lib/core/errors';
import type { GenerationView } from '@/lib/studio/generation-view';

/** A place where a picture will stand, and what is true of it now. */
export function PictureState({
  generation,
  isSmall = false,
}: {
  generation: Pick<GenerationView, 'status' | 'place' | 'attempt' | 'errorCode'>;
  isSmall?: boolean;
}) {
  const t = useTranslations('sets.state');
  const words = useErrorMessage();
  const { status, place, attempt, errorCode } = generation;
  const Icon =
    status === 'RUNNING'
      ? Brush
      : status === 'FAILED'
        ? CircleAlert
        : status === 'CANCELLED'
          ? Ban
          : Hourglass;
  const text =
    status === 'QUEUED'
      ? place === null
        ? t('waiting')
        : t('waiting_place', { place })
      : status === 'RUNNING'
        ? t('painting')
        : status === 'CANCELLED'
          ? t('stopped')
          : words({ code: (errorCode ?? 'model.failed') as ErrorCode, params: {} });
  const isOpen = status === 'QUEUED' || status === 'RUNNING';
  return (
    <span
      className={classes(
        'flex size-full flex-col items-center justify-center gap-1.5 p-2 text-center sm:gap-2 sm:p-3',
        status === 'FAILED' ? 'bg-bad-soft text-ink' : 'bg-linen text-ink-soft',
        status === 'RUNNING' && 'animate-pulse bg-accent-soft text-accent-deep',
      )}
    >
      <Icon
        aria-hidden="true"
        className={classes(
          isSmall ? 'size-4' : 'size-7 stroke-[1.5]',
          status === 'FAILED' && 'text-bad',
        )}
      />
      <span
        className={
          isSmall ? 'sr-only' : 'line-clamp-3 text-xs leading-snug sm:line-clamp-5 sm:text-sm'
        }
      >
        {text}
      </span>
      {isOpen && attempt > 1 && !isSmall ? (
        <span className="text-xs">{t('another_try', { attempt })}</span>
      ) : null}
    </span>
  );
}
