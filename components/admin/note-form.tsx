'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { useSend } from './use-send';

/** A note for colleagues; the customer never sees it. */
export function NoteForm({ orderId }: { orderId: string }) {
  const t = useTranslations('admin.order');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [text, setText] = useState('');
  const [isChecked, setIsChecked] = useState(false);

  async function add(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (text.trim() === '') return;
    if (await send('POST', `/api/admin/orders/${orderId}/notes`, { text }, t('noted'))) {
      setText('');
      setIsChecked(false);
    }
  }

  return (
    <form noValidate onSubmit={add} className="flex flex-col gap-3">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <Field
        label={t('note')}
        error={isChecked && text.trim() === '' ? t('note_error') : undefined}
      >
        {(control) => (
          <Textarea
            {...control}
            name="note"
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="secondary" className="self-start" pending={isPending}>
        {t('add_note')}
      </Button>
    </form>
  );
}
