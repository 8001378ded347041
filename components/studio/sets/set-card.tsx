'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';
import type { JobSummary } from '@/lib/studio/generation-view';
import { useLocalName } from '../use-local-name';

const TILES = 12;

/** A month set in a list: its twelve pictures small, and how far it is. */
export function SetCard({ job }: { job: JobSummary }) {
  const t = useTranslations('sets.list');
  const nameOf = useLocalName();
  const format = useFormatter();
  const title = job.themeNames ? nameOf(job.themeNames) : t('unnamed');
  return (
    <li>
      <Link
        href={`/studio/sets/${job.id}`}
        className="group flex flex-col gap-3 rounded-card border border-line bg-sheet p-3 shadow-sheet transition-shadow hover:shadow-float"
      >
        <span aria-hidden="true" className="grid grid-cols-4 gap-1">
          {Array.from({ length: TILES }, (_, index) => {
            const url = job.thumbUrls[index];
            return (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: twelve fixed places
                key={index}
                className="block aspect-[4/3] overflow-hidden rounded-sm bg-linen"
              >
                {url ? (
                  // biome-ignore lint/performance/noImgElement: private renditions never pass through an image optimiser
                  <img src={url} alt="" loading="lazy" className="size-full object-cover" />
                ) : null}
              </span>
            );
          })}
        </span>
        <span className="min-w-0 px-1 pb-1">
          <span className="block truncate font-display text-xl">{title}</span>
          <span className="block truncate text-sm text-ink-soft">
            {[job.loraName, format.dateTime(new Date(job.createdAt), { dateStyle: 'medium' })]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {job.status === 'RUNNING' ? (
            <>
              <span className="mt-2 mb-1.5 block text-sm">
                {t('running', { done: job.done, total: job.total })}
              </span>
              <Progress
                value={job.total === 0 ? null : job.done / job.total}
                label={t('running', { done: job.done, total: job.total })}
              />
            </>
          ) : null}
        </span>
      </Link>
    </li>
  );
}
