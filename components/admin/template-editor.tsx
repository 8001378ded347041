'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { useThemeChoices } from '@/components/calendars/use-theme-choices';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox, Field, Input, Select } from '@/components/ui/field';
import type { StaffTemplate } from '@/lib/admin/templates';
import { FORMAT_IDS, type FormatId, LAYOUT_IDS, type LayoutId } from '@/lib/calendars/document';
import {
  TEMPLATE_CATEGORIES,
  TEMPLATE_LANGUAGES,
  type Template,
} from '@/lib/calendars/templates/schema';
import { LookPreview, type LookProblems } from './look-preview';
import { useLookSave } from './use-look-save';

/** Edits one template beside its drawn pages. */
export function TemplateEditor({ stored, isNew }: { stored: StaffTemplate; isNew: boolean }) {
  const t = useTranslations('admin.looks');
  const tt = useTranslations('templates.categories');
  const tf = useTranslations('calendars.formats');
  const tl = useTranslations('calendars.design.layouts');
  const themes = useThemeChoices();
  const router = useRouter();
  const [slug, setSlug] = useState(isNew ? '' : stored.slug);
  const [template, setTemplate] = useState<Template>(stored.template);
  const [position, setPosition] = useState(stored.row?.position ?? 0);
  const [problems, setProblems] = useState<LookProblems>({});
  const showProblems = useCallback((found: LookProblems) => setProblems(found), []);
  const { isPending, save, remove } = useLookSave(showProblems);
  const change = (part: Partial<Template>) => setTemplate((before) => ({ ...before, ...part }));
  const problemOf = (field: string) => {
    const problem = problems[field];
    if (problem === undefined) return undefined;
    return t.has(`problems.${problem}`) ? t(`problems.${problem}`) : problem;
  };
  const store = (status: 'DRAFT' | 'PUBLISHED' | 'RETIRED') => {
    const address = isNew ? slug : stored.slug;
    save(
      `/api/admin/templates/${address}`,
      {
        template,
        status,
        position,
        expectedVersion: isNew ? null : (stored.row?.version ?? null),
      },
      () => {
        if (isNew) router.push(`/admin/templates/${address}`);
      },
    );
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="flex flex-col gap-5">
        <Card className="grid gap-4 sm:grid-cols-2">
          {isNew ? (
            <Field label={t('slug')} hint={t('id_hint')}>
              {(props) => (
                <Input
                  {...props}
                  value={slug}
                  maxLength={60}
                  onChange={(event) => setSlug(event.target.value.toLowerCase())}
                />
              )}
            </Field>
          ) : null}
          <Field label={t('position')} hint={t('position_hint')}>
            {(props) => (
              <Input
                {...props}
                type="number"
                min={0}
                max={10_000}
                value={position}
                onChange={(event) => setPosition(Math.max(0, Number(event.target.value)))}
              />
            )}
          </Field>
        </Card>
        <Card className="grid gap-4 sm:grid-cols-2">
          {TEMPLATE_LANGUAGES.flatMap((language) =>
            (['names', 'descriptions'] as const).map((group) => (
              <Field
                key={`${group}.${language}`}
                label={t(`template_${group}`, { language })}
                error={problemOf(`${group}.${language}`)}
              >
                {(props) => (
                  <Input
                    {...props}
                    maxLength={group === 'names' ? 60 : 200}
                    value={template[group][language] ?? ''}
                    onChange={(event) =>
                      change({ [group]: { ...template[group], [language]: event.target.value } })
                    }
                  />
                )}
              </Field>
            )),
          )}
        </Card>
        <Card>
          <fieldset>
            <legend className="mb-2 text-xl">{t('categories')}</legend>
            <div className="grid grid-cols-2 sm:grid-cols-3">
              {TEMPLATE_CATEGORIES.map((category) => (
                <Checkbox
                  key={category}
                  label={tt(category)}
                  checked={template.categories.includes(category)}
                  onChange={(event) =>
                    change({
                      categories: event.target.checked
                        ? [...template.categories, category]
                        : template.categories.filter((other) => other !== category),
                    })
                  }
                />
              ))}
            </div>
            {problems.categories ? (
              <p className="text-sm text-bad">{problemOf('categories')}</p>
            ) : null}
          </fieldset>
          <Field label={t('keywords')} hint={t('keywords_hint')} className="mt-3">
            {(props) => (
              <Input
                {...props}
                defaultValue={template.keywords.join(', ')}
                onBlur={(event) =>
                  change({
                    keywords: event.target.value
                      .split(',')
                      .map((word) => word.trim())
                      .filter(Boolean),
                  })
                }
              />
            )}
          </Field>
        </Card>
        <Card className="grid gap-4 sm:grid-cols-2">
          <Field label={t('theme')}>
            {(props) => (
              <Select
                {...props}
                value={template.themeId}
                onChange={(event) => change({ themeId: event.target.value })}
              >
                {themes.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('preview_layout')}>
            {(props) => (
              <Select
                {...props}
                value={template.layoutId}
                onChange={(event) => change({ layoutId: event.target.value as LayoutId })}
              >
                {LAYOUT_IDS.map((layout) => (
                  <option key={layout} value={layout}>
                    {tl(layout)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('preview_format')}>
            {(props) => (
              <Select
                {...props}
                value={template.formatId}
                onChange={(event) => change({ formatId: event.target.value as FormatId })}
              >
                {FORMAT_IDS.map((format) => (
                  <option key={format} value={format}>
                    {tf(`${format}.name`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('months')}>
            {(props) => (
              <Input
                {...props}
                type="number"
                min={1}
                max={18}
                value={template.monthCount}
                onChange={(event) => change({ monthCount: Number(event.target.value) })}
              />
            )}
          </Field>
          <Checkbox
            label={t('overview')}
            checked={template.hasOverview}
            onChange={(event) => change({ hasOverview: event.target.checked })}
          />
          <Checkbox
            label={t('moon')}
            checked={template.hasMoonPhases}
            onChange={(event) => change({ hasMoonPhases: event.target.checked })}
          />
        </Card>
      </div>
      <div className="flex flex-col gap-4 lg:sticky lg:top-4">
        <LookPreview body={{ template }} onProblems={showProblems} />
        <div className="flex flex-wrap gap-2">
          <Button
            pending={isPending}
            disabled={isNew && slug === ''}
            onClick={() => store('PUBLISHED')}
          >
            {t('publish')}
          </Button>
          <Button
            variant="secondary"
            disabled={isPending || (isNew && slug === '')}
            onClick={() => store('DRAFT')}
          >
            {t('save_draft')}
          </Button>
          {isNew ? null : (
            <Button variant="secondary" disabled={isPending} onClick={() => store('RETIRED')}>
              {t('withdraw')}
            </Button>
          )}
          {stored.row && !isNew ? (
            <Button
              variant="ghost"
              disabled={isPending}
              onClick={() =>
                remove(`/api/admin/templates/${stored.slug}`, () => router.push('/admin/templates'))
              }
            >
              {t(stored.isBuiltIn ? 'reset' : 'delete')}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
