'use client';

import { ImagePlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { AiBadge } from '@/components/pictures/ai-badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { GenerationView, JobView } from '@/lib/studio/generation-view';
import type { StudioChoices } from '@/lib/studio/studio-choices';
import { GenerationDialog } from '../generation-dialog';
import { PictureState } from '../picture-state';
import { useJob } from '../use-job';
import { PromptForm } from './prompt-form';

/** The form, and beside it what came of it the last time it was sent. */
export function GenerateStudio({
  choices,
  copied,
  latest,
}: {
  choices: StudioChoices;
  copied: GenerationView | null;
  latest: JobView | null;
}) {
  const t = useTranslations('sets.generate');
  const router = useRouter();
  const [job, setJob] = useState(latest);
  const started = async (jobId: string) => {
    try {
      setJob(await callApi<JobView>('GET', `/api/studio/jobs/${jobId}`));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      // The job is there; the page as the server makes it shows it.
      router.refresh();
    }
  };
  useEffect(
    () => setJob((old) => (latest && (!old || latest.id > old.id) ? latest : old)),
    [latest],
  );
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)] lg:items-start">
      <PromptForm choices={choices} copied={copied} onStarted={(id) => void started(id)} />
      <section aria-label={t('results')} className="flex flex-col gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <h2 className="text-2xl">{t('results')}</h2>
          <ButtonLink href="/studio/gallery" variant="link">
            {t('gallery')}
          </ButtonLink>
        </div>
        {job ? (
          <Results key={job.id} initial={job} />
        ) : (
          <EmptyState icon={<ImagePlus />} title={t('empty_title')}>
            {t('empty_text')}
          </EmptyState>
        )}
      </section>
    </div>
  );
}

function Results({ initial }: { initial: JobView }) {
  const t = useTranslations('sets.generate');
  const { job, refresh } = useJob(initial);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const all = job.tasks.flatMap(({ generations }) => generations);
  return (
    <>
      <ul className="grid grid-cols-2 gap-3">
        {all.map((generation, index) => (
          <li key={generation.id}>
            <button
              type="button"
              onClick={() => setOpenedId(generation.id)}
              aria-label={t('open', { number: index + 1 })}
              className="relative block w-full overflow-hidden rounded-control bg-linen"
              style={{ aspectRatio: `${generation.widthPx} / ${generation.heightPx}` }}
            >
              {generation.picture?.screenUrl ? (
                <>
                  {/* biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser */}
                  <img
                    src={generation.picture.screenUrl}
                    alt=""
                    className="size-full object-cover"
                  />
                  <AiBadge className="absolute top-1.5 left-1.5" />
                </>
              ) : (
                <PictureState generation={generation} />
              )}
            </button>
          </li>
        ))}
      </ul>
      <GenerationDialog
        generation={all.find(({ id }) => id === openedId) ?? null}
        references={job.references}
        onClose={() => setOpenedId(null)}
        onChanged={refresh}
      />
    </>
  );
}
