'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Input } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { ManualSettings } from '@/lib/orders/print-houses/settings';
import { ManualFields } from './house-fields';

const EMPTY: ManualSettings = { handOff: 'download', language: 'en', email: '', folder: 'press' };

/** A new press of people. It gets work at once, after those that stand before it in the list. */
export function AddHouse() {
  const t = useTranslations('print_desk.houses');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const [settings, setSettings] = useState(EMPTY);

  async function add(event: FormEvent) {
    event.preventDefault();
    const body = { kind: 'MANUAL', name, isActive: true, sortOrder: 100, settings };
    if (!(await send('POST', '/api/admin/print/houses', body, t('saved')))) return;
    setIsOpen(false);
    setName('');
    setSettings(EMPTY);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={t('add_title')}
      closeLabel={t('close')}
      trigger={<Button>{t('add')}</Button>}
    >
      <form noValidate onSubmit={add} className="flex flex-col gap-4">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <Field label={t('name')}>
          {(control) => (
            <Input
              {...control}
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <ManualFields settings={settings} errors={problem?.fields ?? {}} onChange={setSettings} />
        <div className="flex flex-wrap justify-end gap-3">
          <DialogClose asChild>
            <Button variant="secondary">{t('cancel')}</Button>
          </DialogClose>
          <Button type="submit" pending={isPending} disabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
