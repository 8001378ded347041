'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox, Field, Input } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { useErrorMessage } from '@/components/use-error-message';

/** Adds a kind of subject or look; its words are written afterwards. */
export function NewCategory() {
  const t = useTranslations('prompts');
  const errorMessage = useErrorMessage();
  const { send, problem, setProblem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [type, setType] = useState<'PORTRAIT' | 'STYLE'>('PORTRAIT');
  const [name, setName] = useState('');
  const [id, setId] = useState('');
  const [needsGuardian, setNeedsGuardian] = useState(false);
  const errorOf = (field: string) => {
    const code = problem?.fields[field];
    if (code === undefined) return undefined;
    return t.has(`problems.${code}`) ? t(`problems.${code}`, { word: '' }) : t('problems.invalid');
  };

  async function create(event: FormEvent) {
    event.preventDefault();
    const body = { id, type, name, needsGuardian: type === 'PORTRAIT' && needsGuardian };
    if (!(await send('POST', '/api/admin/categories', body, t('categories.added', { name }))))
      return;
    setIsOpen(false);
    setName('');
    setId('');
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        setIsOpen(next);
        setProblem(null);
      }}
      title={t('categories.add')}
      description={t('categories.add_text')}
      closeLabel={t('close')}
      trigger={
        <Button variant="secondary" className="self-start">
          <Plus aria-hidden="true" />
          {t('categories.add')}
        </Button>
      }
    >
      <form noValidate onSubmit={create} className="flex flex-col gap-4">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <Segments
          label={t('categories.type')}
          isLabelShown
          value={type}
          options={(['PORTRAIT', 'STYLE'] as const).map((value) => ({
            value,
            label: t(`categories.types.${value}`),
          }))}
          onChange={setType}
        />
        <Field label={t('new.name')} error={errorOf('name')}>
          {(control) => (
            <Input
              {...control}
              lang="en"
              maxLength={40}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('models.slug')} hint={t('new.slug_hint')} error={errorOf('id')}>
          {(control) => (
            <Input
              {...control}
              maxLength={32}
              spellCheck={false}
              value={id}
              onChange={(event) => setId(event.target.value.toLowerCase())}
            />
          )}
        </Field>
        {type === 'PORTRAIT' ? (
          <Checkbox
            label={t('categories.needs_guardian')}
            checked={needsGuardian}
            onChange={(event) => setNeedsGuardian(event.target.checked)}
          />
        ) : null}
        <Button type="submit" pending={isPending} className="self-end">
          {t('categories.create')}
        </Button>
      </form>
    </Dialog>
  );
}
