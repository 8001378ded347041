'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { useSend } from '../use-send';

/** One step that staff takes with a reason. `withKey` sends a key that makes one opened dialog one action. */
export function NoteDialog({
  path,
  field,
  withKey = false,
  isDanger = false,
  copy,
}: {
  path: string;
  field: 'note' | 'reason';
  withKey?: boolean;
  isDanger?: boolean;
  copy: { open: string; title: string; text: ReactNode; label: string; send: string; done: string };
}) {
  const t = useTranslations('tills');
  const errorMessage = useErrorMessage();
  const { send, problem, setProblem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const request = useRef<string | null>(null);

  function open(next: boolean) {
    setIsOpen(next);
    if (!next) return;
    setText('');
    setIsChecked(false);
    setProblem(null);
    request.current = crypto.randomUUID();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (text.trim() === '') return;
    const body = { [field]: text, ...(withKey ? { requestKey: request.current } : {}) };
    if (await send('POST', path, body, copy.done)) setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={open}
      title={copy.title}
      description={copy.text}
      closeLabel={t('close')}
      trigger={
        <Button variant="secondary" size="sm">
          {copy.open}
        </Button>
      }
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <Field
          label={copy.label}
          error={isChecked && text.trim() === '' ? t('note_required') : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              name={field}
              maxLength={500}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-3">
          <DialogClose asChild>
            <Button variant="secondary">{t('cancel')}</Button>
          </DialogClose>
          <Button type="submit" variant={isDanger ? 'danger' : 'primary'} pending={isPending}>
            {copy.send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
