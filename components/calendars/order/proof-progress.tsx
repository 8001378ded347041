'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import type { ProofView } from '@/lib/calendars/present-proof';

/** Pages done of pages to do; another try when nobody seems to work on it. */
export function ProofProgress({
  proof,
  label,
  onAgain,
}: {
  proof: ProofView;
  label: string;
  onAgain: () => void;
}) {
  const t = useTranslations('calendars.order');
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-sm text-ink-soft">
        {proof.status === 'QUEUED'
          ? t('queued')
          : t('pages_done', { done: proof.pagesDone, count: proof.pageCount })}
      </p>
      <Progress
        value={proof.status === 'QUEUED' ? null : proof.pagesDone / proof.pageCount}
        label={label}
      />
      {proof.isStalled ? (
        <p className="flex flex-wrap items-center gap-3 text-sm text-warn">
          {t('stalled')}
          <Button variant="secondary" size="sm" onClick={onAgain}>
            {t('again')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
