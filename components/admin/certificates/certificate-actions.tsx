'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { useSend } from '../use-send';

/** What staff can do about one certificate. */
export function CertificateActions({
  certificateId,
  canMail,
  canVoid,
  canRefundAgain,
  left,
}: {
  certificateId: string;
  canMail: boolean;
  canVoid: boolean;
  canRefundAgain: boolean;
  /** What is left on it, as people write it. */
  left: string;
}) {
  const t = useTranslations('gifts.desk');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const requestKey = useRef<string | null>(null);
  const path = `/api/admin/certificates/${certificateId}`;

  async function again(what: 'mail' | 'refund', done: string) {
    requestKey.current ??= crypto.randomUUID();
    const body = { requestKey: requestKey.current };
    if (await send('POST', `${path}/${what}`, body, done)) requestKey.current = null;
  }

  async function voidRest(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (reason.trim() === '') return;
    if (await send('POST', `${path}/void`, { reason }, t('voided'))) setIsOpen(false);
  }

  return (
    <div className="flex flex-col gap-3">
      {problem && !isOpen ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      {canMail || canRefundAgain || canVoid ? null : (
        <p className="text-ink-soft">{t('nothing')}</p>
      )}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {canMail ? (
          <Button
            variant="secondary"
            pending={isPending}
            onClick={() => void again('mail', t('mailed'))}
          >
            {t('mail')}
          </Button>
        ) : null}
        {canRefundAgain ? (
          <Button pending={isPending} onClick={() => void again('refund', t('refunding'))}>
            {t('refund_again')}
          </Button>
        ) : null}
        {canVoid ? (
          <Dialog
            open={isOpen}
            onOpenChange={setIsOpen}
            title={t('void_title')}
            description={t('void_text', { left })}
            closeLabel={t('keep')}
            trigger={<Button variant="secondary">{t('void')}</Button>}
          >
            <form noValidate onSubmit={voidRest} className="flex flex-col gap-4">
              {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
              <Field
                label={t('reason')}
                error={isChecked && reason.trim() === '' ? t('reason_error') : undefined}
              >
                {(control) => (
                  <Textarea
                    {...control}
                    name="reason"
                    maxLength={500}
                    value={reason}
                    onChange={(event) => setReason(event.target.value)}
                  />
                )}
              </Field>
              <div className="flex flex-wrap justify-end gap-3">
                <DialogClose asChild>
                  <Button variant="secondary">{t('keep')}</Button>
                </DialogClose>
                <Button type="submit" variant="danger" pending={isPending}>
                  {t('void_send')}
                </Button>
              </div>
            </form>
          </Dialog>
        ) : null}
      </div>
    </div>
  );
}
