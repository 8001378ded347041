'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** Two versions exist; the person decides, and neither is lost without having been asked about. */
export function ConflictDialog({
  isOpen,
  pending,
  onDecideLater,
  onLoadOther,
  onKeepCopy,
}: {
  isOpen: boolean;
  pending: 'load' | 'copy' | null;
  /** Nothing is saved until the decision; this browser keeps the work. */
  onDecideLater: () => void;
  onLoadOther: () => void;
  onKeepCopy: () => void;
}) {
  const t = useTranslations('calendars.conflict');
  return (
    <Dialog
      open={isOpen}
      title={t('title')}
      description={t('text')}
      closeLabel={t('later')}
      onOpenChange={(open) => {
        if (!open) onDecideLater();
      }}
    >
      <div className="flex flex-col gap-3">
        <Button pending={pending === 'copy'} disabled={pending !== null} onClick={onKeepCopy}>
          {t('copy')}
        </Button>
        <Button
          variant="secondary"
          pending={pending === 'load'}
          disabled={pending !== null}
          onClick={onLoadOther}
        >
          {t('load')}
        </Button>
      </div>
    </Dialog>
  );
}
