'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useSend } from '@/components/admin/use-send';
import { isLive, subscribePictureEvents } from '@/components/pictures/picture-events';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Progress } from '@/components/ui/progress';
import { useErrorMessage } from '@/components/use-error-message';
import type { TestDesk } from '@/lib/admin/get-test-desk';
import { TestPicture } from './test-picture';
import { TestRunForm } from './test-run-form';
import { useMonthName } from './use-month-name';

/** A burst of finished pictures asks for the page once. */
const GATHER_MS = 700;
const POLL_MS = 5_000;

/** The test desk: what to paint, and what came of it, month by month and side by side. */
export function TestDeskView({ desk }: { desk: TestDesk }) {
  const t = useTranslations('prompts');
  const monthName = useMonthName();
  const router = useRouter();
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const open = desk.tests.filter(({ status }) => status === 'QUEUED' || status === 'RUNNING');
  const isWorking = open.length > 0;

  useEffect(() => {
    if (!isWorking) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), GATHER_MS);
    };
    const unsubscribe = subscribePictureEvents(({ type }) => {
      if (type === 'generation' || type === 'resync') refresh();
    });
    const poll = setInterval(() => {
      if (!isLive()) refresh();
    }, POLL_MS);
    return () => {
      unsubscribe();
      clearInterval(poll);
      clearTimeout(timer);
    };
  }, [isWorking, router]);

  const patch = (body: object, done: string) =>
    void send('PATCH', `/api/admin/prompts/${desk.id}`, body, done);
  const months = desk.months
    .map(({ month }) => ({ month, tests: desk.tests.filter((test) => test.month === month) }))
    .filter(({ tests }) => tests.length > 0);

  return (
    <div className="flex flex-col gap-8">
      <TestRunForm desk={desk} />
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      {isWorking ? (
        <div className="flex flex-col gap-2">
          <p className="text-sm" aria-live="polite">
            {t('test.working', { count: open.length })}
          </p>
          <Progress
            label={t('test.working', { count: open.length })}
            value={1 - open.length / Math.max(desk.tests.length, 1)}
          />
        </div>
      ) : null}
      {desk.hasOwnCover ? (
        <p className="text-sm text-ink-soft">
          {t('test.own_cover')}{' '}
          <Button
            variant="link"
            size="sm"
            disabled={isPending}
            onClick={() => patch({ change: 'cover', generationId: null }, t('test.cover_reset'))}
          >
            {t('test.reset_cover')}
          </Button>
        </p>
      ) : null}
      {months.length === 0 ? (
        <EmptyState title={t('test.empty')}>{t('test.empty_text')}</EmptyState>
      ) : (
        months.map(({ month, tests }) => (
          <section key={month}>
            <h2 className="mb-3 text-2xl first-letter:uppercase">{monthName(month)}</h2>
            <div className="-mx-1 flex gap-4 overflow-x-auto px-1 pb-3">
              {tests.map((test) => (
                <TestPicture
                  key={test.id}
                  test={test}
                  month={monthName(month)}
                  isPending={isPending}
                  onKeep={() =>
                    void send(
                      'POST',
                      '/api/admin/prompts/seeds',
                      { generationId: test.id },
                      t('test.kept_done', { seed: test.seed }),
                    )
                  }
                  onCover={() =>
                    patch({ change: 'cover', generationId: test.id }, t('test.cover_set'))
                  }
                />
              ))}
            </div>
          </section>
        ))
      )}
    </div>
  );
}
