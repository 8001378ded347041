'use client';

import { Check, Heart, Maximize2, RotateCcw } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { monthName } from '@/lib/calendar-days/names';
import type { PrintLanguage } from '@/lib/calendars/document';
import type { GenerationView, JobView } from '@/lib/studio/generation-view';
import { PictureState } from '../picture-state';
import { Stars } from '../stars';
import { useGenerationActions } from '../use-generation-actions';

type Task = JobView['tasks'][number];

/** One month as a sheet on its wire: the chosen picture, the month, and the other candidates. */
export function MonthCard({
  job,
  task,
  onOpen,
  onChanged,
}: {
  job: JobView;
  task: Task;
  onOpen: (generationId: string) => void;
  onChanged: () => void;
}) {
  const t = useTranslations('sets.job');
  const locale = useLocale() as PrintLanguage;
  const actions = useGenerationActions(onChanged);
  const month = task.month ?? 1;
  const name = monthName(month, locale);
  const everything = job.tasks.flatMap(({ generations }) => generations);
  const chosen = everything.find(({ id }) => id === task.chosenId) ?? null;
  const shown =
    chosen ?? task.generations.find(({ status }) => status === 'RUNNING') ?? task.generations[0];
  const { widthPx = 4, heightPx = 3 } = task.generations[0] ?? {};
  // Narrow strips and towers are shown in a calmer shape; the dialog shows them whole.
  const aspect = Math.min(1.7, Math.max(0.7, widthPx / heightPx));
  return (
    <li className="flex flex-col">
      <div className="overflow-hidden rounded-control border border-line bg-sheet shadow-sheet">
        <span
          aria-hidden="true"
          className="block h-2.5 bg-[radial-gradient(circle_at_center,var(--color-line-strong)_1.5px,transparent_2px)] bg-[length:12px_10px] bg-center"
        />
        {shown ? (
          <button
            type="button"
            onClick={() => onOpen(shown.id)}
            aria-label={t('open', { month: name })}
            className="group relative block w-full overflow-hidden bg-linen"
            style={{
              aspectRatio: aspect,
              ...(shown.picture?.dominantColour
                ? { backgroundColor: shown.picture.dominantColour }
                : {}),
            }}
          >
            {shown.picture?.screenUrl ? (
              <>
                {/* biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser */}
                <img
                  src={shown.picture.screenUrl}
                  alt=""
                  loading="lazy"
                  className="size-full object-cover"
                />
                <Maximize2
                  aria-hidden="true"
                  className="absolute right-2 bottom-2 size-8 rounded-control bg-ink/55 p-2 text-white opacity-0 transition-opacity group-hover:opacity-100"
                />
                {shown.isFavourite ? (
                  <Heart
                    aria-hidden="true"
                    className="absolute top-2 right-2 size-5 fill-accent text-white"
                  />
                ) : null}
              </>
            ) : (
              <PictureState generation={shown} />
            )}
          </button>
        ) : (
          <span
            className="flex items-center justify-center bg-linen p-4 text-center text-sm text-ink-soft"
            style={{ aspectRatio: aspect }}
          >
            {t('none_left')}
          </span>
        )}
        <div className="flex items-baseline justify-between gap-2 px-3 pt-2 pb-2.5">
          <h3 className="text-xl">{name}</h3>
          <span className="text-xs text-ink-soft tabular-nums">
            {String(month).padStart(2, '0')}
          </span>
        </div>
      </div>
      {task.generations.length > 1 ? (
        <ul aria-label={t('candidates', { month: name })} className="mt-2 flex flex-wrap gap-1.5">
          {task.generations.map((generation, index) => (
            <li key={generation.id}>
              <Candidate
                generation={generation}
                label={t('candidate', { month: name, number: index + 1 })}
                isChosen={generation.id === task.chosenId}
                onPress={() =>
                  generation.picture
                    ? void actions.choose(generation, month)
                    : onOpen(generation.id)
                }
              />
            </li>
          ))}
        </ul>
      ) : null}
      {shown?.status === 'FAILED' && shown.starsAgain !== null && shown.starsAgain !== undefined ? (
        <Button
          variant="secondary"
          size="sm"
          className="mt-2"
          pending={actions.pending === 'again'}
          onClick={() => void actions.repeat(shown, 'again')}
        >
          <RotateCcw aria-hidden="true" />
          {t('again')}
          <Stars count={shown.starsAgain} />
        </Button>
      ) : null}
    </li>
  );
}

function Candidate({
  generation,
  label,
  isChosen,
  onPress,
}: {
  generation: GenerationView;
  label: string;
  isChosen: boolean;
  onPress: () => void;
}) {
  const { picture } = generation;
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={picture ? isChosen : undefined}
      onClick={onPress}
      className={classes(
        'relative block size-11 overflow-hidden rounded-control bg-linen',
        isChosen && 'outline-2 outline-offset-1 outline-accent',
      )}
    >
      {picture?.thumbUrl ? (
        // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
        <img src={picture.thumbUrl} alt="" loading="lazy" className="size-full object-cover" />
      ) : (
        <PictureState generation={generation} isSmall />
      )}
      {isChosen ? (
        <Check
          aria-hidden="true"
          className="absolute right-0 bottom-0 size-4 rounded-tl-sm bg-accent p-0.5 text-white"
        />
      ) : null}
    </button>
  );
}
