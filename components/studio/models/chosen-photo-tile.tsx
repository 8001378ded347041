'use client';

import { Check, CircleAlert, TriangleAlert, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Spinner } from '@/components/ui/spinner';
import type { PictureView } from '@/lib/pictures/picture-view';
import type { PhotoProblem } from '@/lib/studio/photo-guidance';

/** One chosen photo with what is wrong with it, said on the photo, and the ways to mend it. */
export function ChosenPhotoTile({
  number,
  picture,
  problems,
  isKept,
  likeNumber,
  onRemove,
  onKeep,
}: {
  number: number;
  /** null for one that is not there any more. */
  picture: PictureView | null;
  problems: readonly PhotoProblem[];
  isKept: boolean;
  /** Which number the photo has that this one is like. */
  likeNumber: (likeId: string) => number;
  onRemove: () => void;
  onKeep: () => void;
}) {
  const t = useTranslations('lora.photos');
  const stops = problems.some(({ weight }) => weight === 'stop');
  const isWaiting =
    picture?.status === 'RECEIVED' || problems.some(({ weight }) => weight === 'wait');
  const warns = !stops && !isWaiting && problems.length > 0;
  const shown = warns && isKept ? [] : problems.filter(({ weight }) => weight !== 'wait');
  return (
    <li
      className={classes(
        'flex flex-col overflow-hidden rounded-card border bg-sheet',
        stops ? 'border-bad' : warns && !isKept ? 'border-warn' : 'border-line',
      )}
    >
      <div
        className="relative aspect-square bg-linen"
        style={picture?.dominantColour ? { backgroundColor: picture.dominantColour } : undefined}
      >
        {picture?.thumbUrl ? (
          // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
          <img
            src={picture.thumbUrl}
            alt={t('photo', { number })}
            loading="lazy"
            decoding="async"
            className="absolute inset-0 size-full object-cover"
          />
        ) : null}
        {isWaiting ? (
          <span className="absolute inset-0 flex flex-col items-center justify-center gap-2 text-sm text-ink-soft">
            <Spinner className="size-6 text-accent" />
            {t('problems.preparing')}
          </span>
        ) : null}
        <span
          aria-hidden="true"
          className="absolute top-2 left-2 inline-flex h-6 min-w-6 items-center justify-center rounded-full bg-ink/60 px-1.5 text-sm font-medium text-white tabular-nums"
        >
          {number}
        </span>
        <button
          type="button"
          onClick={onRemove}
          aria-label={t('remove_of', { number })}
          title={t('remove')}
          className="absolute top-1 right-1 inline-flex size-9 items-center justify-center rounded-full bg-ink/55 text-white hover:bg-ink/80"
        >
          <X aria-hidden="true" className="size-4.5" />
        </button>
        {problems.length === 0 && picture?.status === 'READY' ? (
          <span
            title={t('good')}
            className="absolute right-2 bottom-2 inline-flex size-6 items-center justify-center rounded-full bg-good text-white"
          >
            <Check aria-hidden="true" className="size-4" />
            <span className="sr-only">{t('good')}</span>
          </span>
        ) : null}
      </div>
      {shown.length > 0 ? (
        <div className="flex flex-1 flex-col gap-2 p-3 text-sm">
          <ul className="flex flex-1 flex-col gap-1.5">
            {shown.map(({ kind, weight, likeId }) => {
              const isStop = weight === 'stop';
              const Icon = isStop ? CircleAlert : TriangleAlert;
              return (
                <li key={kind} className="flex items-start gap-1.5 leading-snug">
                  <Icon
                    aria-hidden="true"
                    className={classes('mt-0.5 size-4 shrink-0', isStop ? 'text-bad' : 'text-warn')}
                  />
                  <span>{t(`problems.${kind}`, { number: likeId ? likeNumber(likeId) : 0 })}</span>
                </li>
              );
            })}
          </ul>
          <div className="flex flex-wrap gap-2">
            <Button variant="secondary" size="sm" onClick={onRemove}>
              {t('remove')}
            </Button>
            {stops ? null : (
              <Button variant="ghost" size="sm" onClick={onKeep}>
                {t('keep')}
              </Button>
            )}
          </div>
        </div>
      ) : warns ? (
        <p className="flex items-center gap-1.5 px-3 py-2 text-sm text-ink-soft">
          <Check aria-hidden="true" className="size-4 shrink-0" />
          {t('kept')}
        </p>
      ) : null}
    </li>
  );
}
