'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type PromptCounts, ratesOf } from '@/lib/admin/prompt-counts';

/** How customers' pictures of a prompt or a theme went, in one line. */
export function PromptRates({ counts }: { counts: PromptCounts }) {
  const t = useTranslations('prompts.rates');
  const format = useFormatter();
  const { rejected, picked } = ratesOf(counts);
  const percent = (share: number) =>
    format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  if (counts.ended === 0) return <span className="text-sm text-ink-soft">{t('none')}</span>;
  return (
    <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
      <span>{t('pictures', { count: counts.pictures })}</span>
      {rejected === null ? null : <span>{t('rejected', { share: percent(rejected) })}</span>}
      {picked === null ? null : <span>{t('picked', { share: percent(picked) })}</span>}
    </span>
  );
}
