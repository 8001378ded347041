'use client';

import { CalendarPlus, CircleStop } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Progress } from '@/components/ui/progress';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import { monthName } from '@/lib/calendar-days/names';
import type { PrintLanguage } from '@/lib/calendars/document';
import type { YearMonth } from '@/lib/core/plain-date';
import type { JobView } from '@/lib/studio/generation-view';
import { GenerationDialog } from '../generation-dialog';
import { Stars } from '../stars';
import { useJob } from '../use-job';
import { CalendarDialog } from './calendar-dialog';
import { MonthCard } from './month-card';

/** A month set while it is being painted and afterwards: twelve sheets, live. */
export function MonthSet({
  initial,
  defaultFrom,
  calendars,
}: {
  initial: JobView;
  /** First month that a new calendar would most likely begin with. */
  defaultFrom: YearMonth;
  calendars: readonly { id: string; title: string }[];
}) {
  const t = useTranslations('sets.job');
  const locale = useLocale() as PrintLanguage;
  const { job, refresh } = useJob(initial);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  const all = job.tasks.flatMap(({ generations }) => generations);
  const isOver = (status: string) => status !== 'QUEUED' && status !== 'RUNNING';
  const done = all.filter(({ status }) => isOver(status)).length;
  const ready = job.tasks.filter(({ chosenId }) => chosenId !== null).length;
  const opened = all.find(({ id }) => id === openedId) ?? null;
  const turn = (by: -1 | 1) => {
    const shown = all.filter(({ picture }) => picture !== null);
    const at = shown.findIndex(({ id }) => id === openedId);
    const next = shown.at((at + by + shown.length) % shown.length);
    if (next) setOpenedId(next.id);
  };
  const standsIn = opened
    ? (job.tasks.find(({ chosenId }) => chosenId === opened.id)?.month ?? null)
    : null;
  const missing = job.tasks.flatMap(({ month, chosenId }) =>
    month !== null && chosenId === null ? [monthName(month, locale)] : [],
  );
  return (
    <div className="flex flex-col gap-8">
      <section
        aria-label={t('progress')}
        className="flex flex-col gap-4 rounded-card border border-line bg-sheet p-4 shadow-sheet sm:p-5"
      >
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-display text-2xl" role="status">
              {job.status === 'RUNNING'
                ? t('running', { done, total: all.length })
                : t(`ended.${job.status}`, { count: ready })}
            </p>
            <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-sm text-ink-soft">
              {t('spent')} <Stars count={job.starsSpent} />
              {job.status === 'RUNNING' ? <span>· {t('leave')}</span> : null}
            </p>
          </div>
          {job.status === 'RUNNING' ? <StopButton jobId={job.id} onStopped={refresh} /> : null}
          <Button size="lg" disabled={ready === 0} onClick={() => setIsMaking(true)}>
            <CalendarPlus aria-hidden="true" />
            {t('make')}
          </Button>
        </div>
        {job.status === 'RUNNING' ? (
          <Progress value={all.length === 0 ? null : done / all.length} label={t('progress')} />
        ) : null}
        {job.status !== 'RUNNING' && missing.length > 0 && ready > 0 ? (
          <Alert tone="warn">{t('missing', { months: missing.join(', ') })}</Alert>
        ) : null}
      </section>
      <ol className="grid grid-cols-2 gap-x-3 gap-y-6 sm:grid-cols-3 sm:gap-x-5 lg:grid-cols-4">
        {job.tasks.map((task) => (
          <MonthCard key={task.id} job={job} task={task} onOpen={setOpenedId} onChanged={refresh} />
        ))}
      </ol>
      <GenerationDialog
        generation={opened}
        references={job.references}
        standsIn={standsIn}
        onTurn={opened?.picture ? turn : undefined}
        onClose={() => setOpenedId(null)}
        onChanged={refresh}
      />
      <CalendarDialog
        job={job}
        isOpen={isMaking}
        missing={missing}
        defaultFrom={defaultFrom}
        calendars={calendars}
        onClose={() => setIsMaking(false)}
      />
    </div>
  );
}

function StopButton({ jobId, onStopped }: { jobId: string; onStopped: () => void }) {
  const t = useTranslations('sets.job');
  const words = useErrorMessage();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const stop = async () => {
    setIsPending(true);
    try {
      const { cancelled } = await callApi<{ cancelled: number }>(
        'POST',
        `/api/studio/jobs/${jobId}/cancel`,
      );
      toast(t('stopped', { count: cancelled }), 'good');
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast(words(error.problem), 'bad');
    } finally {
      setIsPending(false);
      setIsAsking(false);
      onStopped();
    }
  };
  return (
    <Dialog
      open={isAsking}
      onOpenChange={setIsAsking}
      title={t('stop_title')}
      description={t('stop_text')}
      closeLabel={t('go_on')}
      trigger={
        <Button variant="secondary">
          <CircleStop aria-hidden="true" />
          {t('stop')}
        </Button>
      }
    >
      <div className="flex justify-end gap-3">
        <Button variant="secondary" onClick={() => setIsAsking(false)}>
          {t('go_on')}
        </Button>
        <Button variant="danger" pending={isPending} onClick={() => void stop()}>
          {t('stop')}
        </Button>
      </div>
    </Dialog>
  );
}
