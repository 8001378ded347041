'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useErrorMessage } from '@/components/use-error-message';
import { ReasonDialog } from '../reason-dialog';
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
  const requestKey = useRef<string | null>(null);
  const path = `/api/admin/certificates/${certificateId}`;

  async function again(what: 'mail' | 'refund', done: string) {
    requestKey.current ??= crypto.randomUUID();
    const body = { requestKey: requestKey.current };
    if (await send('POST', `${path}/${what}`, body, done)) requestKey.current = null;
  }

  return (
    <div className="flex flex-col gap-3">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
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
          <ReasonDialog
            path={`${path}/void`}
            copy={{
              open: t('void'),
              title: t('void_title'),
              text: t('void_text', { left }),
              send: t('void_send'),
              done: t('voided'),
            }}
          />
        ) : null}
      </div>
    </div>
  );
}
