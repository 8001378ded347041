'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { textField } from './text-field';
import { unwrap, useSubmit } from './use-submit';

export function ProfileForm({
  name,
  save,
}: {
  name: string;
  save: (input: { name: string }) => Promise<ActionResult<string>>;
}) {
  const t = useTranslations('accounts');
  const toast = useToast();
  const router = useRouter();
  const { isPending, submit, message, fieldError } = useSubmit();
  return (
    <form
      className="flex flex-col gap-5"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = textField(new FormData(event.currentTarget), 'name');
        submit(async () => unwrap(await save({ name: typed })), {
          onDone: () => {
            toast(t('saved'), 'good');
            router.refresh();
          },
        });
      }}
    >
      <FormProblem message={message} />
      <Field label={t('name.label')} error={fieldError('name')}>
        {(control) => (
          <Input {...control} name="name" defaultValue={name} autoComplete="name" required />
        )}
      </Field>
      <Button type="submit" className="self-start" pending={isPending}>
        {t('save')}
      </Button>
    </form>
  );
}
