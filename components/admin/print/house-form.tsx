'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffHouse } from '@/lib/admin/print/houses';
import { ManualFields, ProdigiFields } from './house-fields';

/** The settings of one print house. */
export function HouseForm({
  house,
  products,
}: {
  house: StaffHouse;
  products: readonly { slug: string; name: string }[];
}) {
  const t = useTranslations('print_desk.houses');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [draft, setDraft] = useState(house);
  const errors = problem?.fields ?? {};
  const isOffline = house.kind === 'PRODIGI' && !house.isConnected;

  async function save(event: FormEvent) {
    event.preventDefault();
    const { kind, name, isActive, sortOrder, settings } = draft;
    const body = { kind, name, isActive, sortOrder, settings };
    await send('PUT', `/api/admin/print/houses/${house.id}`, body, t('saved'));
  }

  return (
    <form noValidate onSubmit={save} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="text-2xl break-words">{house.name}</h2>
        <Badge>{house.kind === 'MANUAL' ? t('manual') : t('PRODIGI')}</Badge>
        {house.isActive ? null : <Badge tone="warn">{t('off')}</Badge>}
      </div>
      {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
      {isOffline ? <Alert tone="neutral">{t('no_key')}</Alert> : null}
      <Checkbox
        label={t('active')}
        checked={draft.isActive}
        disabled={isOffline && !draft.isActive}
        onChange={(event) => setDraft({ ...draft, isActive: event.target.checked })}
      />
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-4">
        <Field label={t('name')}>
          {(control) => (
            <Input
              {...control}
              maxLength={60}
              value={draft.name}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('order')}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              max={1000}
              value={draft.sortOrder}
              onChange={(event) =>
                setDraft({ ...draft, sortOrder: Math.round(Number(event.target.value)) })
              }
            />
          )}
        </Field>
      </div>
      {draft.kind === 'MANUAL' ? (
        <ManualFields
          settings={draft.settings}
          errors={errors}
          onChange={(settings) => setDraft({ ...draft, settings })}
        />
      ) : (
        <ProdigiFields
          settings={draft.settings}
          products={products}
          errors={errors}
          onChange={(settings) => setDraft({ ...draft, settings })}
        />
      )}
      <Button type="submit" pending={isPending} className="self-start">
        {t('save')}
      </Button>
    </form>
  );
}
