'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import type { SettingsInput } from '@/lib/accounts/schema';
import type { ActionResult } from '@/lib/http/define-action';
import { FormProblem } from './form-problem';
import { textField } from './text-field';
import { unwrap, useSubmit } from './use-submit';

export type Choice = { value: string; label: string };

export type SettingChoices = Record<
  'interfaceLanguage' | 'printLanguage' | 'country' | 'firstWeekday' | 'currency' | 'formatId',
  readonly Choice[]
>;

export function SettingsForm({
  settings,
  choices,
  save,
}: {
  settings: SettingsInput;
  choices: SettingChoices;
  save: (input: SettingsInput) => Promise<ActionResult<void>>;
}) {
  const t = useTranslations('accounts');
  const toast = useToast();
  const router = useRouter();
  const { isPending, submit, message } = useSubmit();
  const select = (
    name: keyof SettingChoices,
    options: { hint?: string; first?: ReactNode; className?: string } = {},
  ) => (
    <Field
      label={t(`settings.${name}`)}
      {...(options.hint ? { hint: options.hint } : {})}
      {...(options.className ? { className: options.className } : {})}
    >
      {(control) => (
        <Select {...control} name={name} defaultValue={String(settings[name] ?? '')}>
          {options.first}
          {choices[name].map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <form
      className="flex flex-col gap-5"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = (name: keyof SettingChoices) => textField(form, name);
        const input = {
          interfaceLanguage: text('interfaceLanguage'),
          printLanguage: text('printLanguage'),
          country: text('country') || null,
          firstWeekday: Number(text('firstWeekday')),
          currency: text('currency'),
          formatId: text('formatId'),
        };
        // The choices come from the schema that the server parses this with.
        submit(async () => unwrap(await save(input as SettingsInput)), {
          onDone: () => {
            toast(t('saved'), 'good');
            router.refresh();
          },
        });
      }}
    >
      <FormProblem message={message} />
      <div className="grid gap-5 sm:grid-cols-2">
        {select('interfaceLanguage')}
        {select('currency')}
        {select('printLanguage', { hint: t('settings.printLanguage_hint') })}
        {select('country', {
          hint: t('settings.country_hint'),
          first: <option value="">{t('settings.no_country')}</option>,
        })}
        {select('firstWeekday')}
        {select('formatId')}
      </div>
      <Button type="submit" className="self-start" pending={isPending}>
        {t('save')}
      </Button>
    </form>
  );
}
