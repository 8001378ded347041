'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { Spinner } from '@/components/ui/spinner';
import type { CalendarDocument } from '@/lib/calendars/document';
import { ConflictChoice } from './conflict-choice';
import type { Conflict } from './use-stored-calendar';

/** Two versions exist; the person sees both and decides, and neither is lost without having been asked about. */
export function ConflictDialog({
  isOpen,
  sides,
  isCopying,
  onDecideLater,
  onDecide,
  onKeepCopy,
}: {
  isOpen: boolean;
  /** Null while the other version is on its way. */
  sides: Conflict | null;
  isCopying: boolean;
  /** Nothing is saved until the decision; this browser keeps the work. */
  onDecideLater: () => void;
  onDecide: (merged: CalendarDocument) => void;
  onKeepCopy: () => void;
}) {
  const t = useTranslations('calendars.conflict');
  return (
    <Dialog
      open={isOpen}
      title={t('title')}
      description={t('text')}
      closeLabel={t('later')}
      className="max-h-[94dvh] pb-0 sm:max-h-[90dvh] sm:w-[min(95vw,60rem)]"
      onOpenChange={(open) => {
        if (!open) onDecideLater();
      }}
    >
      {sides ? (
        <ConflictChoice
          key={sides.theirs.version}
          sides={sides}
          isCopying={isCopying}
          onDecide={onDecide}
          onKeepCopy={onKeepCopy}
        />
      ) : (
        <p role="status" className="flex items-center gap-3 pb-6 text-ink-soft">
          <Spinner className="size-5 text-accent" />
          {t('loading')}
        </p>
      )}
    </Dialog>
  );
}
