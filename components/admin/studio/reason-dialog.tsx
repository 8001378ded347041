'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';

/** A step that cannot be undone: asks for the reason first. */
export function ReasonDialog({
  path,
  label,
  title,
  text,
  done,
}: {
  path: string;
  label: string;
  title: string;
  text: ReactNode;
  done: string;
}) {
  const t = useTranslations('studio_board.detail');
  const errorMessage = useErrorMessage();
  const { send, problem, setProblem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [hasError, setHasError] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const isEmpty = reason.trim() === '';
    setHasError(isEmpty);
    if (!isEmpty && (await send('POST', path, { reason }, done))) setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        setIsOpen(next);
        setProblem(null);
        setHasError(false);
      }}
      title={title}
      description={text}
      closeLabel={t('close')}
      trigger={<Button variant="secondary">{label}</Button>}
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <Field label={t('reason_label')} error={hasError ? t('reason_error') : undefined}>
          {(control) => (
            <Textarea
              {...control}
              name="reason"
              maxLength={300}
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
            {label}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
