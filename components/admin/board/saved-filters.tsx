'use client';

import { Bookmark, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Field, Input } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import { useErrorMessage } from '@/components/use-error-message';
import type { SavedFilterView } from '@/lib/admin/board/list-filters';
import { useSend } from '../use-send';

/** The person's own views of the board as chips, and a way to keep the one in sight. */
export function SavedFilters({
  filters,
  query,
}: {
  filters: readonly SavedFilterView[];
  /** What of the view in sight can be kept: its address without page and search. */
  query: string;
}) {
  const t = useTranslations('board.saved');
  const errorMessage = useErrorMessage();
  const { send, problem, setProblem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isKept = filters.some((filter) => filter.query === query);
  if (filters.length === 0 && query === '') return null;

  function change(open: boolean) {
    setIsOpen(open);
    setIsChecked(false);
    setProblem(null);
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsChecked(true);
    if (name.trim() === '') return;
    const body = { name: name.trim(), query };
    if (await send('POST', '/api/admin/orders/filters', body, t('done'))) {
      change(false);
      setName('');
    }
  }

  const remove = ({ id, name: removed }: SavedFilterView) =>
    send('DELETE', `/api/admin/orders/filters/${id}`, undefined, t('removed', { name: removed }));

  return (
    <section aria-label={t('title')} className="mb-4 flex flex-col gap-3">
      {problem && !isOpen ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      <ul className="flex flex-wrap items-center gap-2">
        {filters.map((filter) => (
          <li
            key={filter.id}
            className={classes(
              'inline-flex max-w-full items-center rounded-full border text-sm',
              filter.query === query
                ? 'border-accent bg-accent-soft text-accent-deep'
                : 'border-line-strong/60 bg-sheet',
            )}
          >
            <Link
              href={filter.query ? `/admin/orders?${filter.query}` : '/admin/orders'}
              aria-current={filter.query === query ? 'true' : undefined}
              className="min-h-9 truncate rounded-l-full py-2 pr-1 pl-4 font-medium hover:underline"
            >
              {filter.name}
            </Link>
            <button
              type="button"
              disabled={isPending}
              aria-label={t('remove', { name: filter.name })}
              onClick={() => void remove(filter)}
              className="inline-flex size-9 shrink-0 items-center justify-center rounded-full hover:bg-linen"
            >
              <X aria-hidden="true" className="size-4" />
            </button>
          </li>
        ))}
        {query !== '' && !isKept ? (
          <li>
            <Popover
              open={isOpen}
              onOpenChange={change}
              align="start"
              label={t('save')}
              trigger={
                <Button variant="ghost" size="sm">
                  <Bookmark aria-hidden="true" />
                  {t('save')}
                </Button>
              }
            >
              <form noValidate onSubmit={save} className="flex flex-col gap-4 p-4">
                {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
                <Field
                  label={t('name')}
                  hint={t('hint')}
                  error={isChecked && name.trim() === '' ? t('name_error') : undefined}
                >
                  {(control) => (
                    <Input
                      {...control}
                      maxLength={40}
                      value={name}
                      onChange={(event) => setName(event.target.value)}
                    />
                  )}
                </Field>
                <Button type="submit" pending={isPending} className="self-start">
                  {t('keep')}
                </Button>
              </form>
            </Popover>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
