'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { GRANT_MAX } from '@/lib/admin/stars/schema';
import { useSend } from '../use-send';
import { parseStars } from './parse-stars';

/** Gives a person stars or takes them back, with a reason. */
export function GrantForm({ userId }: { userId: string }) {
  const t = useTranslations('stars.desk');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [direction, setDirection] = useState<'give' | 'take'>('give');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  // One filled form is one grant, however often its button is pressed.
  const request = useRef<string | null>(null);
  const stars = parseStars(text);

  function change(apply: () => void) {
    request.current = null;
    apply();
  }

  async function grant(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (stars === null || reason.trim() === '') return;
    request.current ??= crypto.randomUUID();
    const body = { direction, stars, reason, requestKey: request.current };
    if (!(await send('POST', `/api/admin/stars/accounts/${userId}/grants`, body, t('granted')))) {
      return;
    }
    change(() => {
      setText('');
      setReason('');
      setIsChecked(false);
    });
  }

  return (
    <form noValidate onSubmit={grant} className="flex flex-col gap-4">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_9rem]">
        <Field label={t('direction')}>
          {(control) => (
            <Select
              {...control}
              value={direction}
              onChange={({ target }) =>
                change(() => setDirection(target.value === 'take' ? 'take' : 'give'))
              }
            >
              <option value="give">{t('give')}</option>
              <option value="take">{t('take')}</option>
            </Select>
          )}
        </Field>
        <Field
          label={t('stars')}
          error={isChecked && stars === null ? t('stars_error', { max: GRANT_MAX }) : undefined}
        >
          {(control) => (
            <Input
              {...control}
              name="stars"
              inputMode="numeric"
              autoComplete="off"
              value={text}
              onChange={({ target }) => change(() => setText(target.value))}
            />
          )}
        </Field>
      </div>
      <Field
        label={t('reason')}
        error={isChecked && reason.trim() === '' ? t('reason_error') : undefined}
      >
        {(control) => (
          <Textarea
            {...control}
            name="reason"
            maxLength={300}
            value={reason}
            onChange={({ target }) => change(() => setReason(target.value))}
          />
        )}
      </Field>
      <Button
        type="submit"
        variant={direction === 'take' ? 'danger' : 'primary'}
        pending={isPending}
        className="self-start"
      >
        {stars === null ? t(direction) : t(`${direction}_send`, { count: stars })}
      </Button>
    </form>
  );
}
