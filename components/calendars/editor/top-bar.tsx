'use client';

import {
  ChevronLeft,
  EllipsisVertical,
  Eye,
  History,
  Keyboard,
  Redo2,
  Share2,
  ShoppingBag,
  SquareCheck,
  Undo2,
} from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CommentsButton } from '@/components/calendars/sharing/comments-button';
import { ShareDialog } from '@/components/calendars/sharing/share-dialog';
import { Button, ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DropdownItem, DropdownMenu } from '@/components/ui/dropdown-menu';
import { Popover } from '@/components/ui/popover';
import { Tooltip } from '@/components/ui/tooltip';
import { designedPageOf, useEditor } from './editor-context';
import { HistoryList } from './history-list';
import { SaveBadge } from './save-badge';
import type { SaveState } from './use-autosave';

/** Where one is, whether it is saved, what can be undone, and the way on. */
export function TopBar({
  save,
  onUndo,
  onRedo,
  onOrder,
  onDecide,
  onHelp,
  isLeaving,
}: {
  save: SaveState;
  onUndo: () => void;
  onRedo: () => void;
  onOrder: () => void;
  onDecide: () => void;
  onHelp: () => void;
  isLeaving: boolean;
}) {
  const t = useTranslations('calendars.editor');
  const ts = useTranslations('calendars.steps');
  const th = useTranslations('calendars.history');
  const tk = useTranslations('calendars.shortcuts');
  const tp = useTranslations('calendars.strip');
  const tShare = useTranslations('sharing');
  const { calendarId, document, goTo, history, printIndex, choosePages } = useEditor();
  const designed = designedPageOf(document, printIndex);
  const [isShareOpen, setShareOpen] = useState(false);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { undo, redo } = history;
  const undoLabel = undo ? t('undo_step', { step: ts(undo) }) : t('undo');
  const redoLabel = redo ? t('redo_step', { step: ts(redo) }) : t('redo');
  return (
    <header className="flex items-center gap-1 border-b border-line bg-sheet px-2 py-1.5 sm:gap-2 sm:px-4 short:py-0.5">
      <Link
        href="/calendars"
        aria-label={t('all_calendars')}
        className="inline-flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-linen"
      >
        <ChevronLeft aria-hidden="true" className="size-5" />
      </Link>
      <div className="flex min-w-0 flex-1 items-baseline gap-3">
        <h1 className="hidden max-w-64 truncate text-lg md:block">
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
      <div className="flex max-sm:hidden">
        <Popover
          label={th('title')}
          trigger={
            <Button variant="ghost" size="icon" aria-label={th('open')} title={th('open')}>
              <History />
            </Button>
          }
        >
          <HistoryList />
        </Popover>
        <Tooltip label={tk('open')}>
          <Button
            variant="ghost"
            size="icon"
            aria-label={tk('open')}
            className="max-lg:hidden"
            onClick={onHelp}
          >
            <Keyboard />
          </Button>
        </Tooltip>
      </div>
      <CommentsButton calendarId={calendarId} document={document} onGo={goTo} />
      <Tooltip label={tShare('title')}>
        <Button
          variant="ghost"
          size="icon"
          className="max-sm:hidden"
          aria-label={tShare('title')}
          onClick={() => setShareOpen(true)}
        >
          <Share2 />
        </Button>
      </Tooltip>
      <div className="sm:hidden">
        <DropdownMenu
          trigger={
            <Button variant="ghost" size="icon" aria-label={t('more')}>
              <EllipsisVertical />
            </Button>
          }
        >
          <DropdownItem onSelect={() => setHistoryOpen(true)}>
            <History aria-hidden="true" />
            {th('open')}
          </DropdownItem>
          <DropdownItem onSelect={() => setShareOpen(true)}>
            <Share2 aria-hidden="true" />
            {tShare('title')}
          </DropdownItem>
          {designed === null ? null : (
            <DropdownItem onSelect={() => choosePages(new Set([designed]))}>
              <SquareCheck aria-hidden="true" />
              {tp('choose')}
            </DropdownItem>
          )}
          <DropdownItem asChild>
            <Link href={`/calendars/${calendarId}/preview`}>
              <Eye aria-hidden="true" />
              {t('preview')}
            </Link>
          </DropdownItem>
        </DropdownMenu>
      </div>
      <Dialog
        open={isHistoryOpen}
        onOpenChange={setHistoryOpen}
        title={<span className="sr-only">{th('title')}</span>}
        closeLabel={th('close')}
        className="p-2 sm:hidden"
      >
        <HistoryList />
      </Dialog>
      <ShareDialog calendarId={calendarId} open={isShareOpen} onOpenChange={setShareOpen} />
      <ButtonLink
        href={`/calendars/${calendarId}/preview`}
        variant="secondary"
        size="sm"
        aria-label={t('preview')}
        className="min-h-11 max-sm:hidden max-md:size-11 max-md:px-0 short:min-h-10"
      >
        <Eye />
        <span className="max-md:hidden">{t('preview')}</span>
      </ButtonLink>
      <Button size="sm" className="min-h-11 short:min-h-10" pending={isLeaving} onClick={onOrder}>
        <ShoppingBag className="max-sm:hidden" />
        <span className="md:hidden">{t('order_short')}</span>
        <span className="max-md:hidden">{t('order')}</span>
      </Button>
    </header>
  );
}
