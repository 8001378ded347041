'use client';

import { Hand, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffOrder } from '@/lib/admin/get-order';
import { useSend } from './use-send';

/** Holds an order back from print, or lets it go on; both with a reason that colleagues read. */
export function OrderHold({
  order,
}: {
  order: Pick<StaffOrder, 'id' | 'hold' | 'canHold' | 'mayMove'>;
}) {
  const t = useTranslations('admin.order.hold');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isAsked, setIsAsked] = useState(false);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const { id, hold } = order;
  if (!hold && !order.canHold) return null;

  async function change(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (reason.trim() === '') return;
    const body = { isHeld: hold === null, reason };
    if (
      await send('PUT', `/api/admin/orders/${id}/hold`, body, t(hold ? 'released' : 'held_now'))
    ) {
      setIsAsked(false);
      setIsChecked(false);
      setReason('');
    }
  }

  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      {hold ? (
        <Alert tone="warn" title={t('title')}>
          {hold.reason === 'dispute' ? t('dispute') : hold.reason}
        </Alert>
      ) : null}
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      {isAsked ? (
        <form noValidate onSubmit={change} className="flex flex-col gap-3">
          <Field
            label={t('reason')}
            error={isChecked && reason.trim() === '' ? t('reason_error') : undefined}
          >
            {(control) => (
              <Textarea
                {...control}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <div className="flex flex-wrap gap-3">
            <Button type="submit" pending={isPending}>
              {t(hold ? 'release' : 'hold')}
            </Button>
            <Button variant="secondary" onClick={() => setIsAsked(false)}>
              {t('not_now')}
            </Button>
          </div>
        </form>
      ) : order.mayMove ? (
        <Button variant="secondary" className="self-start" onClick={() => setIsAsked(true)}>
          {hold ? <Play /> : <Hand />}
          {t(hold ? 'release' : 'hold')}
        </Button>
      ) : null}
    </div>
  );
}
