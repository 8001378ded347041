'use client';

import { RefreshCw, Wand2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { designedPagesOf, pageAt } from '@/lib/calendars/change-document';
import { useEditor } from '../editor-context';
import { useAutofill } from '../use-autofill';

/** Fills what is empty, or everything anew except locked pages. */
export function FillPages({ emptySlots }: { emptySlots: number }) {
  const t = useTranslations('calendars.photos');
  const { document } = useEditor();
  const fill = useAutofill();
  const locked = designedPagesOf(document).filter((page) => pageAt(document, page).isLocked);
  if (emptySlots > 0) {
    return (
      <div className="rounded-card bg-accent-soft px-3.5 py-2.5">
        <div className="flex items-center justify-between gap-3">
          <p className="text-sm text-accent-deep">{t('empty_slots', { count: emptySlots })}</p>
          <Button size="sm" pending={fill.pending === 'empty'} onClick={() => fill.run('empty')}>
            <Wand2 />
            {t('fill')}
          </Button>
        </div>
        <FillAgain fill={fill} locked={locked.length} />
      </div>
    );
  }
  return <FillAgain fill={fill} locked={locked.length} />;
}

function FillAgain({ fill, locked }: { fill: ReturnType<typeof useAutofill>; locked: number }) {
  const t = useTranslations('calendars.photos');
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-ink-soft">
      <Button
        variant="link"
        size="sm"
        className="min-h-8"
        pending={fill.pending === 'again'}
        onClick={() => fill.run('again')}
      >
        <RefreshCw />
        {t('fill_again')}
      </Button>
      <span className="text-xs">{t('fill_again_hint', { count: locked })}</span>
    </p>
  );
}
