'use client';

import { Lock, LockOpen, Palette, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { lockPages, pageAt } from '@/lib/calendars/change-document';
import type { PageIndex } from '@/lib/calendars/document';
import { useEditor } from './editor-context';

/** What can be done with the pages that are chosen. */
export function ChosenPages({ all, onEnd }: { all: readonly PageIndex[]; onEnd: () => void }) {
  const t = useTranslations('calendars.strip');
  const { document, change, chosenPages, choosePages, openPanel } = useEditor();
  const areLocked = [...chosenPages].every((page) => pageAt(document, page).isLocked);
  return (
    <div
      role="toolbar"
      aria-label={t('actions')}
      className="flex shrink-0 items-center justify-between gap-1 border-t border-line bg-accent-soft px-2 py-1 text-accent-deep lg:flex-col lg:items-stretch short:flex-col short:items-stretch"
    >
      <div className="flex items-center justify-between gap-1">
        <p role="status" className="text-xs leading-tight font-medium">
          {t('count', { count: chosenPages.size })}
        </p>
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label={t('choose_end')}
          title={t('choose_end')}
          onClick={onEnd}
        >
          <X />
        </Button>
      </div>
      <div className="flex flex-wrap items-center justify-center gap-1">
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label={t('style')}
          title={t('style')}
          onClick={() => openPanel('design')}
        >
          <Palette />
        </Button>
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label={t(areLocked ? 'unlock' : 'lock')}
          title={t(areLocked ? 'unlock' : 'lock')}
          onClick={() => change('lock', (before) => lockPages(before, chosenPages, !areLocked))}
        >
          {areLocked ? <LockOpen /> : <Lock />}
        </Button>
        {chosenPages.size < all.length ? (
          <Button
            size="sm"
            variant="ghost"
            className="px-2"
            onClick={() => choosePages(new Set(all))}
          >
            {t('all')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
