'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { Problem } from '@/lib/http/problem';

/** Starts a theme, blank or from another one's texts, and goes to its desk. */
export function NewPromptTheme({
  source,
  trigger,
}: {
  /** Null for a blank one. */
  source: { id: string; slug: string; name: string } | null;
  trigger: ReactNode;
}) {
  const t = useTranslations('prompts');
  const errorMessage = useErrorMessage();
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const [slug, setSlug] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, setIsPending] = useState(false);
  const address = slug ?? slugOf(name);

  async function create(event: FormEvent) {
    event.preventDefault();
    setIsPending(true);
    setProblem(null);
    try {
      const body = { name, slug: address, copyOf: source?.id ?? null };
      const { id } = await callApi<{ id: string }>('POST', '/api/admin/prompts', body);
      router.push(`/admin/prompts/${id}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
      setIsPending(false);
    }
  }

  function errorOf(field: string): string | undefined {
    const code = problem?.fields[field];
    if (!code) return undefined;
    return t.has(`problems.${code}`) ? t(`problems.${code}`, { word: '' }) : code;
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        setIsOpen(next);
        setProblem(null);
      }}
      title={source ? t('new.copy_title', { name: source.name }) : t('new.title')}
      description={source ? t('new.copy_text') : t('new.text')}
      closeLabel={t('close')}
      trigger={trigger}
    >
      <form noValidate onSubmit={create} className="flex flex-col gap-4">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <Field label={t('new.name')} error={errorOf('name')}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={60}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('new.slug')} hint={t('new.slug_hint')} error={errorOf('slug')}>
          {(control) => (
            <Input
              {...control}
              value={address}
              maxLength={40}
              spellCheck={false}
              onChange={(event) => setSlug(event.target.value.toLowerCase())}
            />
          )}
        </Field>
        <Button
          type="submit"
          pending={isPending}
          disabled={name.trim() === '' || address === ''}
          className="self-end"
        >
          {t('new.create')}
        </Button>
      </form>
    </Dialog>
  );
}

function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
}
