'use client';

import { ChevronLeft, Eye, Redo2, Ruler, ShoppingBag, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Tooltip } from '@/components/ui/tooltip';
import type { StepName } from '@/lib/calendars/editor-state';
import { useEditor } from './editor-context';
import { SaveBadge } from './save-badge';
import type { SaveState } from './use-autosave';

/** Where one is, whether it is saved, what can be undone, and the way on. */
export function TopBar({
  save,
  undo,
  redo,
  onUndo,
  onRedo,
  onToggleOverlay,
  onOrder,
  onDecide,
  isLeaving,
}: {
  save: SaveState;
  undo: StepName | null;
  redo: StepName | null;
  onUndo: () => void;
  onRedo: () => void;
  onToggleOverlay: () => void;
  onOrder: () => void;
  onDecide: () => void;
  isLeaving: boolean;
}) {
  const t = useTranslations('calendars.editor');
  const ts = useTranslations('calendars.steps');
  const { calendarId, document, showsOverlay } = useEditor();
  const undoLabel = undo ? t('undo_step', { step: ts(undo) }) : t('undo');
  const redoLabel = redo ? t('redo_step', { step: ts(redo) }) : t('redo');
  return (
    <header className="flex items-center gap-1 border-b border-line bg-sheet px-2 py-1.5 sm:gap-2 sm:px-4">
      <Link
        href="/calendars"
        aria-label={t('all_calendars')}
        className="inline-flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-linen"
      >
        <ChevronLeft aria-hidden="true" className="size-5" />
      </Link>
      <div className="flex min-w-0 flex-1 items-baseline gap-3">
        <h1 className="hidden max-w-64 truncate text-lg sm:block">
          {document.title || t('untitled')}
        </h1>
        <SaveBadge state={save} onDecide={onDecide} />
      </div>
      <Tooltip label={undoLabel}>
        <Button
          variant="ghost"
          size="icon"
          aria-label={undoLabel}
          disabled={!undo}
          onClick={onUndo}
        >
          <Undo2 />
        </Button>
      </Tooltip>
      <Tooltip label={redoLabel}>
        <Button
          variant="ghost"
          size="icon"
          aria-label={redoLabel}
          disabled={!redo}
          onClick={onRedo}
        >
          <Redo2 />
        </Button>
      </Tooltip>
      <Tooltip label={t('overlay')}>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('overlay')}
          aria-pressed={showsOverlay}
          onClick={onToggleOverlay}
          className={classes(showsOverlay && 'bg-accent-soft text-accent-deep')}
        >
          <Ruler />
        </Button>
      </Tooltip>
      <ButtonLink
        href={`/calendars/${calendarId}/preview`}
        variant="secondary"
        size="sm"
        aria-label={t('preview')}
        className="min-h-11 max-sm:size-11 max-sm:border-0 max-sm:px-0"
      >
        <Eye />
        <span className="max-sm:hidden">{t('preview')}</span>
      </ButtonLink>
      <Button size="sm" className="min-h-11" pending={isLeaving} onClick={onOrder}>
        <ShoppingBag className="max-sm:hidden" />
        <span className="sm:hidden">{t('order_short')}</span>
        <span className="max-sm:hidden">{t('order')}</span>
      </Button>
    </header>
  );
}
