'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSubmit } from '@/components/account/use-submit';
import { callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import { SwitchRow } from '@/components/ui/switch-row';
import { useToast } from '@/components/ui/toast';
import { NAME_MAX } from '@/lib/studio/lora-schema';
import type { LoraView } from '@/lib/studio/lora-view';

/** Name, default, and the end of a model with everything that was made from it. */
export function LoraSettings({
  lora,
  extent,
  onDone,
}: {
  lora: LoraView;
  extent: { goes: number; stays: number };
  onDone: () => void;
}) {
  const t = useTranslations('lora.settings');
  const format = useFormatter();
  const toast = useToast();
  const [name, setName] = useState(lora.name);
  const renaming = useSubmit();
  const choosing = useSubmit();
  const path = `/api/studio/models/${lora.id}`;
  const rename = (event: FormEvent) => {
    event.preventDefault();
    renaming.submit(() => callApi('PUT', `${path}/name`, { name }), {
      onDone: () => {
        toast(t('renamed'), 'good');
        onDone();
      },
    });
  };
  return (
    <section aria-labelledby="settings" className="border-t border-line pt-8">
      <h2 id="settings" className="mb-4 text-2xl">
        {t('title')}
      </h2>
      <div className="grid gap-8 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <form onSubmit={rename} className="flex items-start gap-3">
            <Field
              className="flex-1"
              label={t('name')}
              error={renaming.fieldError('name') ?? renaming.message ?? undefined}
            >
              {(control) => (
                <Input
                  {...control}
                  value={name}
                  maxLength={NAME_MAX}
                  autoComplete="off"
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <Button
              type="submit"
              variant="secondary"
              className="mt-6.5"
              pending={renaming.isPending}
              disabled={name.trim() === '' || name === lora.name}
            >
              {t('rename')}
            </Button>
          </form>
          {lora.status === 'READY' && lora.type === 'PORTRAIT' ? (
            <>
              <SwitchRow
                label={t('default')}
                hint={t('default_hint')}
                isOn={lora.isDefault}
                onToggle={(isDefault) =>
                  choosing.submit(() => callApi('PUT', `${path}/default`, { isDefault }), {
                    onDone,
                  })
                }
              />
              {choosing.message ? <Alert tone="bad">{choosing.message}</Alert> : null}
            </>
          ) : null}
        </div>
        <div className="flex flex-col items-start gap-3">
          <p className="text-ink-soft">
            {lora.consentGivenAt
              ? t('consent', {
                  date: format.dateTime(new Date(lora.consentGivenAt), { dateStyle: 'long' }),
                })
              : t('no_consent')}
          </p>
          <DeleteLora lora={lora} extent={extent} />
        </div>
      </div>
    </section>
  );
}

function DeleteLora({ lora, extent }: { lora: LoraView; extent: { goes: number; stays: number } }) {
  const t = useTranslations('lora.settings');
  const router = useRouter();
  const toast = useToast();
  const { submit, isPending, message } = useSubmit();
  const remove = () =>
    submit(() => callApi('DELETE', `/api/studio/models/${lora.id}`), {
      leavesPage: true,
      onDone: () => {
        toast(t('deleted', { name: lora.name }), 'good');
        router.push('/studio/models');
      },
    });
  return (
    <Dialog
      title={t('delete_title', { name: lora.name })}
      description={t('delete_text')}
      closeLabel={t('keep')}
      trigger={
        <Button variant="secondary" className="text-bad">
          <Trash2 aria-hidden="true" />
          {t('delete')}
        </Button>
      }
    >
      <ul className="list-disc space-y-1.5 pl-5 marker:text-line-strong">
        <li>{t('goes.model')}</li>
        {extent.goes > 0 ? <li>{t('goes.pictures', { count: extent.goes })}</li> : null}
        <li>{t('goes.provider')}</li>
        {lora.isPublic ? <li>{t('goes.shared')}</li> : null}
      </ul>
      {extent.stays > 0 ? (
        <Alert tone="warn" className="mt-4">
          {t('stays', { count: extent.stays })}
        </Alert>
      ) : null}
      <p className="mt-4 text-ink-soft">{t('photos_stay')}</p>
      {message ? (
        <Alert tone="bad" className="mt-4">
          {message}
        </Alert>
      ) : null}
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <DialogClose asChild>
          <Button variant="secondary">{t('keep')}</Button>
        </DialogClose>
        <Button variant="danger" pending={isPending} onClick={remove}>
          {t('delete_now')}
        </Button>
      </div>
    </Dialog>
  );
}
