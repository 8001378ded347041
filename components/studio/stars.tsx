'use client';

import { Star } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classes } from '@/components/ui/classes';

/** A number of stars: a sign to look at, words to hear. */
export function Stars({ count, className }: { count: number; className?: string }) {
  const t = useTranslations('sets');
  return (
    <span className={classes('inline-flex items-center gap-1 tabular-nums', className)}>
      <span className="sr-only">{t('stars', { count })}</span>
      <span aria-hidden="true">{count}</span>
      <Star aria-hidden="true" className="size-[0.95em] fill-current" />
    </span>
  );
}
