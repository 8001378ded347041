'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';

type Wish = 'block' | 'unblock' | 'look';

/** Blocking, letting in again, and looking with the customer's eyes: each with its reason on the record. */
export function CustomerActions({
  userId,
  isBlocked,
  canLook,
}: {
  userId: string;
  isBlocked: boolean;
  canLook: boolean;
}) {
  const t = useTranslations('customers');
  const errorMessage = useErrorMessage();
  const { send, problem, setProblem, isPending } = useSend();
  const [wish, setWish] = useState<Wish | null>(null);
  const [reason, setReason] = useState('');

  const open = (next: Wish) => {
    setProblem(null);
    setReason('');
    setWish(next);
  };

  async function confirm() {
    const path = `/api/admin/customers/${userId}`;
    if (wish === 'look') {
      if (await send('POST', `${path}/impersonation`, { reason }, t('looking'))) {
        window.location.assign('/calendars');
      }
      return;
    }
    const body = { isBlocked: wish === 'block', reason };
    if (await send('POST', `${path}/block`, body, t('done'))) setWish(null);
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-3">
        {canLook ? (
          <Button variant="secondary" onClick={() => open('look')}>
            {t('look')}
          </Button>
        ) : null}
        <Button variant="secondary" onClick={() => open(isBlocked ? 'unblock' : 'block')}>
          {isBlocked ? t('unblock') : t('block')}
        </Button>
      </div>
      {wish ? (
        <form
          className="flex max-w-xl flex-col gap-3 rounded-card border border-line bg-sheet p-4"
          onSubmit={(event) => {
            event.preventDefault();
            void confirm();
          }}
        >
          <p className="text-sm text-ink-soft">{t(`${wish}_text`)}</p>
          {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
          <Field label={t('reason')}>
            {(control) => (
              <Textarea
                {...control}
                required
                maxLength={300}
                rows={2}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <div className="flex gap-3">
            <Button type="submit" pending={isPending}>
              {t(wish)}
            </Button>
            <Button variant="ghost" onClick={() => setWish(null)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      ) : null}
    </div>
  );
}
