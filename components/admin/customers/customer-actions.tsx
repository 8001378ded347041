'use client';

import { Ban, Eye, LogIn } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonDialog, ReasonForm } from '@/components/admin/reason-dialog';
import { useSend } from '@/components/admin/use-send';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

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
  const wish = isBlocked ? 'unblock' : 'block';
  return (
    <>
      {canLook ? <Look userId={userId} /> : null}
      <ReasonDialog
        key={wish}
        path={`/api/admin/customers/${userId}/block`}
        body={{ isBlocked: !isBlocked }}
        tone={isBlocked ? 'primary' : 'danger'}
        icon={isBlocked ? <LogIn aria-hidden="true" /> : <Ban aria-hidden="true" />}
        copy={{
          open: t(wish),
          title: t(`${wish}_title`),
          text: t(`${wish}_text`),
          label: t('reason'),
          done: t('done'),
        }}
      />
    </>
  );
}

/** Leaves for the customer's pages once it is granted. */
function Look({ userId }: { userId: string }) {
  const t = useTranslations('customers');
  const { send, problem, setProblem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        setProblem(null);
        setIsOpen(next);
      }}
      title={t('look_title')}
      description={t('look_text')}
      closeLabel={t('cancel')}
      trigger={
        <Button variant="secondary">
          <Eye aria-hidden="true" />
          {t('look')}
        </Button>
      }
    >
      <ReasonForm
        tone="primary"
        label={t('reason')}
        send={t('look')}
        isPending={isPending || isLeaving}
        problem={problem}
        onSend={async (reason) => {
          const path = `/api/admin/customers/${userId}/impersonation`;
          if (!(await send('POST', path, { reason }, t('looking')))) return;
          setIsLeaving(true);
          window.location.assign('/calendars');
        }}
      />
    </Dialog>
  );
}
