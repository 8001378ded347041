'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/admin/reason-dialog';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useErrorMessage } from '@/components/use-error-message';
import type { StudioWork } from '@/lib/admin/get-studio-work';

/** What staff may do with a work in its present state, and nothing else. */
export function WorkActions({
  work,
}: {
  work: Pick<StudioWork, 'id' | 'canStop' | 'canRetry' | 'refundable'>;
}) {
  const t = useTranslations('studio_board.detail');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const { canStop, canRetry, refundable } = work;
  const path = `/api/admin/studio/${work.id}`;
  if (!canStop && !canRetry && refundable === 0) {
    return <p className="text-ink-soft">{t('nothing')}</p>;
  }
  return (
    <div className="flex flex-col items-start gap-3">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      {canStop ? (
        <ReasonDialog
          path={`${path}/stop`}
          copy={{
            open: t('stop'),
            title: t('stop_title'),
            text: t('stop_text'),
            done: t('stopped'),
          }}
        />
      ) : null}
      {canRetry ? (
        <>
          <Button
            pending={isPending}
            onClick={() => {
              send('POST', `${path}/retry`, undefined, t('retried')).catch(reportError);
            }}
          >
            <RotateCw aria-hidden="true" />
            {t('retry')}
          </Button>
          <p className="text-sm text-ink-soft">{t('retry_hint')}</p>
        </>
      ) : null}
      {refundable > 0 ? (
        <ReasonDialog
          path={`${path}/refund`}
          copy={{
            open: t('refund', { stars: refundable }),
            title: t('refund_title'),
            text: t('refund_text', { stars: refundable }),
            done: t('refunded'),
          }}
        />
      ) : null}
    </div>
  );
}
