'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import type { DeletionResult } from '@/lib/pictures/delete-pictures';
import type { PictureView } from '@/lib/pictures/picture-view';

/** Asks before photos are deleted, and says where they are used and which have to stay. */
export function DeleteDialog({
  pictures,
  onClose,
  onDeleted,
}: {
  /** null is closed. */
  pictures: readonly PictureView[] | null;
  onClose: () => void;
  onDeleted: (result: DeletionResult) => void;
}) {
  const t = useTranslations('pictures.delete');
  return (
    <Dialog
      open={pictures !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('title', { count: pictures?.filter(({ isSold }) => !isSold).length ?? 0 })}
      closeLabel={t('close')}
    >
      {pictures ? <Question pictures={pictures} onClose={onClose} onDeleted={onDeleted} /> : null}
    </Dialog>
  );
}

function Question({
  pictures,
  onClose,
  onDeleted,
}: {
  pictures: readonly PictureView[];
  onClose: () => void;
  onDeleted: (result: DeletionResult) => void;
}) {
  const t = useTranslations('pictures.delete');
  const words = useErrorMessage();
  const toast = useToast();
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const free = pictures.filter(({ isSold }) => !isSold);
  const sold = pictures.length - free.length;
  const titles = [...new Set(free.flatMap(({ usedIn }) => usedIn.map(({ title }) => title)))];
  const used = free.filter(({ usedIn }) => usedIn.length > 0).length;

  const confirm = async () => {
    setIsPending(true);
    setFailure(null);
    try {
      const result = await callApi<DeletionResult>('POST', '/api/pictures/deletions', {
        pictureIds: free.map(({ id }) => id),
        removeFromCalendars: used > 0,
      });
      onDeleted(result);
      if (result.kept[0]) {
        setFailure(words(result.kept[0]));
        return;
      }
      toast(t('done', { count: result.deleted.length }), 'good');
      onClose();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setFailure(words(error.problem));
    } finally {
      setIsPending(false);
    }
  };

  return (
    <div className="flex flex-col gap-4">
      {free.length > 0 ? <p>{t('text', { count: free.length })}</p> : null}
      {used > 0 ? (
        <Alert tone="warn" title={t('used_title', { count: used })}>
          <p>{t('used_text')}</p>
          <ul className="mt-1 list-disc pl-5">
            {titles.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {sold > 0 ? <Alert tone="fine">{t('sold', { count: sold })}</Alert> : null}
      {failure ? <Alert tone="bad">{failure}</Alert> : null}
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="secondary" onClick={onClose}>
          {t('keep')}
        </Button>
        {free.length > 0 ? (
          <Button variant="danger" pending={isPending} onClick={() => void confirm()}>
            {used > 0 ? t('confirm_used') : t('confirm')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
