'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FoldedCard } from '@/components/admin/folded-card';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input, Textarea } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffBaseModel } from '@/lib/admin/base-models';
import { NewBaseModel } from './new-base-model';

/** A model at the provider: its name, its price in stars, and how it is spoken to. */
export function BaseModelForm({ model }: { model: StaffBaseModel }) {
  const t = useTranslations('prompts');
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [name, setName] = useState(model.name);
  const [version, setVersion] = useState(model.version);
  const [price, setPrice] = useState(String(model.priceStars));
  const [isDefault, setIsDefault] = useState(model.isDefault);
  const [isActive, setIsActive] = useState(model.isActive);
  const [settings, setSettings] = useState(() => JSON.stringify(model.settings, null, 2));
  const read = readObject(settings);
  const fields = problem?.fields ?? {};
  const wordsOf = (code: string | undefined) => {
    if (code === undefined) return undefined;
    return t.has(`problems.${code}`) ? t(`problems.${code}`, { word: '' }) : code;
  };
  const settingsProblems = Object.entries(fields)
    .filter(([field]) => field.startsWith('settings'))
    .map(([field, message]) => `${field}: ${wordsOf(message) ?? message}`);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (read === null) return;
    const body = {
      name,
      version,
      priceStars: price.trim() === '' ? null : Number(price),
      isDefault,
      isActive,
      settings: read,
      expectedUpdatedAt: model.updatedAt,
    };
    await send('PUT', `/api/admin/models/${model.id}`, body, t('models.saved', { name }));
  }

  return (
    <FoldedCard
      level={3}
      title={`${model.name} ${model.version}`}
      badge={
        <>
          {model.isDefault ? <Badge tone="accent">{t('models.default')}</Badge> : null}
          {model.isActive ? null : <Badge>{t('models.off')}</Badge>}
        </>
      }
      facts={[t('models.costs', { count: model.priceStars })]}
    >
      <form noValidate onSubmit={save} className="flex flex-col gap-4">
        <code className="text-sm break-all text-ink-soft">{model.endpoint}</code>
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <Field label={t('models.name')} error={wordsOf(fields.name)}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('models.version')} error={wordsOf(fields.version)}>
            {(control) => (
              <Input
                {...control}
                maxLength={40}
                value={version}
                onChange={(event) => setVersion(event.target.value)}
              />
            )}
          </Field>
          <Field
            label={t(`models.price.${model.type}`)}
            hint={t('models.price_hint')}
            error={wordsOf(fields.priceStars)}
          >
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                step={1}
                value={price}
                onChange={(event) => setPrice(event.target.value)}
              />
            )}
          </Field>
        </div>
        <div className="flex flex-wrap gap-x-6">
          <Checkbox
            label={t('models.is_active')}
            checked={isActive}
            onChange={(event) => setIsActive(event.target.checked)}
          />
          <Checkbox
            label={t('models.is_default')}
            checked={isDefault}
            onChange={(event) => setIsDefault(event.target.checked)}
          />
        </div>
        {['isActive', 'isDefault'].map((field) =>
          fields[field] ? (
            <p key={field} className="text-sm font-medium text-bad">
              {wordsOf(fields[field])}
            </p>
          ) : null,
        )}
        <details open={settingsProblems.length > 0 || undefined}>
          <summary className="min-h-9 content-center text-sm font-medium">
            {t('models.settings')}
          </summary>
          <Field
            label={<span className="sr-only">{t('models.settings')}</span>}
            hint={t('models.settings_hint')}
            error={
              read === null
                ? t('problems.bad_json', { word: '' })
                : settingsProblems.join('; ') || undefined
            }
          >
            {(control) => (
              <Textarea
                {...control}
                rows={14}
                spellCheck={false}
                className="font-mono text-sm"
                value={settings}
                onChange={(event) => setSettings(event.target.value)}
              />
            )}
          </Field>
        </details>
        <div className="flex flex-wrap justify-end gap-3">
          <NewBaseModel source={model} />
          <Button type="submit" variant="secondary" pending={isPending} disabled={read === null}>
            {t('models.save')}
          </Button>
        </div>
      </form>
    </FoldedCard>
  );
}

/** null for what is no JSON object. */
function readObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
