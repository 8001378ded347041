'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { GRANT_MAX } from '@/lib/admin/stars/schema';
import { useSend } from '../use-send';
import { parseStars } from './parse-stars';

/** What everybody gets who signs up. */
export function WelcomeForm({ welcome }: { welcome: { stars: number; isActive: boolean } }) {
  const t = useTranslations('stars.desk');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isActive, setIsActive] = useState(welcome.isActive);
  const [text, setText] = useState(String(welcome.stars));
  const [isChecked, setIsChecked] = useState(false);
  const stars = parseStars(text);

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (stars === null) return;
    await send('PUT', '/api/admin/stars/bonus', { stars, isActive }, t('bonus_saved'));
  }

  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-3">
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <Checkbox
        label={t('bonus_active')}
        checked={isActive}
        onChange={(event) => setIsActive(event.target.checked)}
      />
      <div className="flex items-end gap-3">
        <Field
          label={t('stars')}
          error={isChecked && stars === null ? t('bonus_error', { max: GRANT_MAX }) : undefined}
          className="w-40"
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="secondary" pending={isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
