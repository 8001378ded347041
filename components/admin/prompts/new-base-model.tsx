'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffBaseModel } from '@/lib/admin/base-models';

const FIELDS = ['name', 'version', 'slug', 'endpoint', 'family'] as const;

/** Adds a model that is spoken to like this one, at another endpoint. */
export function NewBaseModel({ source }: { source: StaffBaseModel }) {
  const t = useTranslations('prompts');
  const errorMessage = useErrorMessage();
  const { send, problem, setProblem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [values, setValues] = useState({
    name: source.name,
    version: '',
    slug: '',
    endpoint: source.endpoint,
    family: source.family,
  });

  async function create(event: FormEvent) {
    event.preventDefault();
    const body = { copyOf: source.id, ...values };
    if (await send('POST', '/api/admin/models', body, t('models.added', { name: values.name })))
      setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        setIsOpen(next);
        setProblem(null);
      }}
      title={t('models.add_title', { name: `${source.name} ${source.version}` })}
      description={t('models.add_text')}
      closeLabel={t('close')}
      trigger={
        <Button variant="ghost">
          <Copy aria-hidden="true" />
          {t('models.add')}
        </Button>
      }
    >
      <form noValidate onSubmit={create} className="flex flex-col gap-4">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        {FIELDS.filter((field) => field !== 'family' || source.family !== '').map((field) => {
          const code = problem?.fields[field];
          return (
            <Field
              key={field}
              label={t(`models.${field}`)}
              hint={field === 'slug' ? t('new.slug_hint') : undefined}
              error={
                code === undefined
                  ? undefined
                  : t.has(`problems.${code}`)
                    ? t(`problems.${code}`, { word: '' })
                    : t('problems.invalid')
              }
            >
              {(control) => (
                <Input
                  {...control}
                  value={values[field]}
                  spellCheck={false}
                  onChange={(event) => setValues({ ...values, [field]: event.target.value })}
                />
              )}
            </Field>
          );
        })}
        <Button type="submit" pending={isPending} className="self-end">
          {t('models.create')}
        </Button>
      </form>
    </Dialog>
  );
}
