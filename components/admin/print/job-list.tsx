'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import type { StaffPrintJob } from '@/lib/admin/print/present-job';
import { JobCard } from './job-card';

/** The print jobs of one page of the board; those of people's presses can be downloaded together. */
export function JobList({
  jobs,
  houses,
}: {
  jobs: readonly StaffPrintJob[];
  houses: readonly { id: string; name: string }[];
}) {
  const t = useTranslations('print_desk.jobs');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const here = jobs.filter(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <div className="flex flex-col gap-4">
      {here.length > 0 ? (
        <a
          href={`/api/admin/print/zip?jobs=${here.map(({ id }) => id).join(',')}`}
          download
          className="sticky top-2 z-10 inline-flex min-h-11 items-center gap-2 self-start rounded-control bg-accent px-5 font-medium text-white shadow-float hover:bg-accent-deep"
        >
          <Download aria-hidden="true" className="size-5" />
          {t('batch', { count: here.length })}
        </a>
      ) : null}
      {jobs.map((job) => (
        <Card key={job.id}>
          <JobCard job={job} houses={houses} showsOrder>
            {job.actions.includes('zip') ? (
              <input
                type="checkbox"
                aria-label={t('select', { number: job.number })}
                checked={chosen.has(job.id)}
                onChange={() => toggle(job.id)}
                className="size-5 accent-accent"
              />
            ) : null}
          </JobCard>
        </Card>
      ))}
    </div>
  );
}
