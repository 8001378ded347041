'use client';

import { Hand, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { classes } from '@/components/ui/classes';
import type { StaffOrder } from '@/lib/admin/get-order';
import { ReasonDialog } from './reason-dialog';

/** Holds an order back from print, or lets it go on; both with a reason that colleagues read. */
export function OrderHold({
  order,
}: {
  order: Pick<StaffOrder, 'id' | 'hold' | 'canHold' | 'mayMove'>;
}) {
  const t = useTranslations('admin.order.hold');
  const { id, hold } = order;
  if (!hold && !order.canHold) return null;
  return (
    <div
      className={classes('flex flex-col items-start gap-3', hold && 'border-t border-line pt-4')}
    >
      {hold ? (
        <Alert tone="warn" title={t('title')} className="self-stretch">
          {hold.reason === 'dispute' ? t('dispute') : hold.reason}
        </Alert>
      ) : null}
      {order.mayMove ? (
        <ReasonDialog
          key={hold ? 'release' : 'hold'}
          method="PUT"
          path={`/api/admin/orders/${id}/hold`}
          body={{ isHeld: hold === null }}
          icon={hold ? <Play aria-hidden="true" /> : <Hand aria-hidden="true" />}
          tone="primary"
          copy={
            hold
              ? {
                  open: t('release'),
                  title: t('release_title'),
                  text: t('release_text'),
                  done: t('released'),
                }
              : {
                  open: t('hold'),
                  title: t('hold_title'),
                  text: t('hold_text'),
                  done: t('held_now'),
                }
          }
        />
      ) : null}
    </div>
  );
}
