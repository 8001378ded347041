'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { useErrorMessage } from '@/components/use-error-message';

/** Gives an unused certificate back for its money. */
export function RefundCertificate({
  certificateId,
  until,
  worth,
}: {
  certificateId: string;
  /** As people write it. */
  until: string;
  worth: string;
}) {
  const t = useTranslations('gifts.refund');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const requestKey = useRef<string | null>(null);

  async function giveBack() {
    requestKey.current ??= crypto.randomUUID();
    const path = `/api/gift-certificates/${certificateId}/refund`;
    if (await send('POST', path, { requestKey: requestKey.current }, t('done'))) setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('title')}
      description={t('text', { worth, until })}
      closeLabel={t('keep')}
      trigger={
        <Button variant="ghost" size="sm" className="-ml-3">
          {t('open')}
        </Button>
      }
    >
      {problem ? (
        <Alert tone="bad" className="mb-4">
          {errorMessage(problem)}
        </Alert>
      ) : null}
      <div className="flex flex-wrap justify-end gap-3">
        <DialogClose asChild>
          <Button variant="secondary">{t('keep')}</Button>
        </DialogClose>
        <Button variant="danger" pending={isPending} onClick={() => void giveBack()}>
          {t('send', { worth })}
        </Button>
      </div>
    </Dialog>
  );
}
