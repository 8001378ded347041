'use client';

import { Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import { PRINT_LANGUAGES } from '@/lib/calendars/document';
import type { PlainDate } from '@/lib/core/plain-date';
import type { CountryOption } from './holiday-filter';
import { useSend } from './use-send';

type Values = {
  action: 'ADD' | 'REMOVE' | 'RENAME';
  region: string;
  every: 'once' | 'year';
  date: string;
  kind: 'PUBLIC' | 'OBSERVANCE';
  names: Record<string, string>;
  reason: string;
};

/** Adds, removes or renames a holiday. @param start the holiday whose button was pressed; null to add a new one */
export function CorrectionForm({
  countries,
  country,
  region,
  start,
}: {
  countries: readonly CountryOption[];
  country: string;
  region: string | null;
  start: { date: PlainDate; name: string } | null;
}) {
  const t = useTranslations('admin.holidays');
  const f = useTranslations('admin.holidays.form');
  const errorMessage = useErrorMessage();
  const locale = useLocale();
  const { send, problem, setProblem, isPending } = useSend();
  const [isOpen, setIsOpen] = useState(false);
  const [values, setValues] = useState<Values>(() => valuesFor(start, region));
  const place = countries.find(({ code }) => code === country);
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const set = (part: Partial<Values>) => setValues((old) => ({ ...old, ...part }));
  const errorOf = (...fields: string[]) => {
    const reason = fields.map((field) => problem?.fields[field]).find(Boolean);
    return reason && f.has(`errors.${reason}`)
      ? f(`errors.${reason}`)
      : reason && f('errors.required');
  };

  function open(next: boolean) {
    setIsOpen(next);
    if (!next) return;
    setProblem(null);
    setValues(valuesFor(start, region));
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const body = {
      country,
      region: values.region || null,
      action: values.action,
      when:
        values.every === 'once'
          ? { every: 'once', date: values.date }
          : { every: 'year', monthDay: values.date.slice(5) },
      names: Object.fromEntries(Object.entries(values.names).filter(([, name]) => name.trim())),
      kind: values.kind,
      reason: values.reason,
    };
    if (await send('POST', '/api/admin/holidays', body, f('saved'))) setIsOpen(false);
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={open}
      title={f('title')}
      description={place?.name}
      closeLabel={f('close')}
      trigger={
        start ? (
          <Button variant="ghost" size="sm" aria-label={t('correct_label', { name: start.name })}>
            {t('correct')}
          </Button>
        ) : (
          <Button>
            <Plus aria-hidden="true" />
            {t('add')}
          </Button>
        )
      }
    >
      <form noValidate onSubmit={save} className="flex flex-col gap-4 text-left">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <Field label={f('action')}>
          {(control) => (
            <Select
              {...control}
              name="action"
              value={values.action}
              onChange={(event) => set({ action: event.target.value as Values['action'] })}
            >
              {(['ADD', 'REMOVE', 'RENAME'] as const).map((action) => (
                <option key={action} value={action}>
                  {f(action)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {place && place.regions.length > 0 ? (
          <Field label={f('scope')} error={errorOf('country', 'region')}>
            {(control) => (
              <Select
                {...control}
                name="region"
                value={values.region}
                onChange={(event) => set({ region: event.target.value })}
              >
                <option value="">{t('whole_country')}</option>
                {place.regions.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={f('when')}>
            {(control) => (
              <Select
                {...control}
                name="every"
                value={values.every}
                onChange={(event) => set({ every: event.target.value as Values['every'] })}
              >
                <option value="year">{f('yearly')}</option>
                <option value="once">{f('once')}</option>
              </Select>
            )}
          </Field>
          <Field label={f('date')} error={errorOf('when', 'when.date', 'when.monthDay')}>
            {(control) => (
              <Input
                {...control}
                type="date"
                name="date"
                value={values.date}
                onChange={(event) => set({ date: event.target.value })}
              />
            )}
          </Field>
        </div>
        {values.action === 'ADD' ? (
          <Field label={f('kind')}>
            {(control) => (
              <Select
                {...control}
                name="kind"
                value={values.kind}
                onChange={(event) => set({ kind: event.target.value as Values['kind'] })}
              >
                <option value="PUBLIC">{t('kinds.public')}</option>
                <option value="OBSERVANCE">{t('kinds.observance')}</option>
              </Select>
            )}
          </Field>
        ) : null}
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-1 font-medium">{f('names')}</legend>
          <p className="text-sm text-ink-soft">
            {values.action === 'REMOVE' ? f('remove_hint') : f('names_hint')}
          </p>
          <div className="grid gap-3 sm:grid-cols-2">
            {PRINT_LANGUAGES.map((code) => (
              <Field key={code} label={languages.of(code) ?? code} error={errorOf(`names.${code}`)}>
                {(control) => (
                  <Input
                    {...control}
                    name={`name-${code}`}
                    lang={code}
                    maxLength={80}
                    value={values.names[code] ?? ''}
                    onChange={(event) =>
                      set({ names: { ...values.names, [code]: event.target.value } })
                    }
                  />
                )}
              </Field>
            ))}
          </div>
        </fieldset>
        <Field label={f('reason')} error={errorOf('reason')}>
          {(control) => (
            <Textarea
              {...control}
              name="reason"
              maxLength={500}
              value={values.reason}
              onChange={(event) => set({ reason: event.target.value })}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-3">
          <DialogClose asChild>
            <Button variant="secondary">{f('close')}</Button>
          </DialogClose>
          <Button type="submit" pending={isPending}>
            {f('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function valuesFor(start: { date: PlainDate; name: string } | null, region: string | null): Values {
  return {
    action: start ? 'RENAME' : 'ADD',
    region: region ?? '',
    // A holiday that is in the data may move from year to year, so its day is meant once.
    every: start ? 'once' : 'year',
    date: start?.date ?? '',
    kind: 'PUBLIC',
    names: {},
    reason: '',
  };
}
