'use client';

import { useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';
import type { PrintMasters } from './use-print-masters';

/** How many of the pictures are large enough by now. @param isOrdering an order waits for them on this page */
export function Sharpening({
  masters,
  isOrdering,
}: {
  masters: PrintMasters;
  isOrdering: boolean;
}) {
  const t = useTranslations('upscale');
  const { done, all } = masters;
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="font-medium">
        {t('progress', { done, all })}
      </p>
      <Progress value={all === 0 ? null : done / all} label={t('progress_label')} />
      <p className="text-sm text-ink-soft">{t(isOrdering ? 'may_leave' : 'goes_on')}</p>
    </div>
  );
}
