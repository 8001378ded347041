'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Checkbox, Field, Input, Textarea } from '@/components/ui/field';
import type { PromptCategory } from '@/lib/admin/get-prompt-theme';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { CHOICE_MAX } from '@/lib/studio/prompt-template';
import { inLanguage, type ThemeContent } from '@/lib/studio/theme-content';
import { TemplateField } from './template-field';

/** What holds for all months of a theme: names, style, defaults, subjects. */
export function ThemeFacts({
  content,
  categories,
  problemOf,
  onChange,
}: {
  content: ThemeContent;
  categories: readonly PromptCategory[];
  /** In words; by path of the field. */
  problemOf: (field: string) => string | undefined;
  onChange: (part: Partial<ThemeContent>) => void;
}) {
  const t = useTranslations('prompts');
  const locale = useLocale() as Locale;
  const { defaults } = content;
  const number = (text: string) => (text.trim() === '' ? null : Number(text));
  return (
    <>
      <Card className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        {LOCALES.map((language) => (
          <div key={language} className="flex flex-col gap-3">
            <Field
              label={t('facts.name', { language: t(`languages.${language}`) })}
              error={problemOf(`names.${language}`)}
            >
              {(control) => (
                <Input
                  {...control}
                  lang={language}
                  maxLength={60}
                  value={content.names[language] ?? ''}
                  onChange={(event) =>
                    onChange({ names: { ...content.names, [language]: event.target.value } })
                  }
                />
              )}
            </Field>
            <Field
              label={t('facts.description', { language: t(`languages.${language}`) })}
              error={problemOf(`descriptions.${language}`)}
            >
              {(control) => (
                <Textarea
                  {...control}
                  lang={language}
                  rows={2}
                  maxLength={200}
                  value={content.descriptions[language] ?? ''}
                  onChange={(event) =>
                    onChange({
                      descriptions: { ...content.descriptions, [language]: event.target.value },
                    })
                  }
                />
              )}
            </Field>
          </div>
        ))}
      </Card>
      <Card className="flex flex-col gap-4">
        <TemplateField
          label={t('facts.style')}
          part="style"
          rows={3}
          value={content.styleText}
          onChange={(styleText) => onChange({ styleText })}
        />
        <Field label={t('facts.negative')} hint={t('facts.negative_hint')}>
          {(control) => (
            <Textarea
              {...control}
              lang="en"
              rows={2}
              value={content.negativePrompt}
              onChange={(event) => onChange({ negativePrompt: event.target.value })}
            />
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          {(['place', 'outfit'] as const).map((part) => (
            <Field
              key={part}
              label={t(`facts.${part}`)}
              hint={t('facts.choice_hint')}
              error={problemOf(`defaults.${part}`)}
            >
              {(control) => (
                <Input
                  {...control}
                  lang="en"
                  maxLength={CHOICE_MAX}
                  value={defaults[part]}
                  onChange={(event) =>
                    onChange({ defaults: { ...defaults, [part]: event.target.value } })
                  }
                />
              )}
            </Field>
          ))}
        </div>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          {(['guidance', 'steps'] as const).map((part) => (
            <Field
              key={part}
              label={t(`facts.${part}`)}
              hint={t('facts.dial_hint')}
              error={problemOf(`defaults.${part}`)}
            >
              {(control) => (
                <Input
                  {...control}
                  type="number"
                  min={part === 'steps' ? 1 : 0}
                  max={part === 'steps' ? 50 : 20}
                  step={part === 'steps' ? 1 : 0.1}
                  value={defaults[part] ?? ''}
                  onChange={(event) =>
                    onChange({ defaults: { ...defaults, [part]: number(event.target.value) } })
                  }
                />
              )}
            </Field>
          ))}
          <Field label={t('facts.lora_scale')} error={problemOf('defaults.loraScale')}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0.1}
                max={2}
                step={0.05}
                value={defaults.loraScale}
                onChange={(event) =>
                  onChange({ defaults: { ...defaults, loraScale: Number(event.target.value) } })
                }
              />
            )}
          </Field>
        </div>
        <fieldset>
          <legend className="text-sm font-medium">{t('facts.categories')}</legend>
          <p className="text-sm text-ink-soft">{t('facts.categories_hint')}</p>
          <div className="mt-1 flex flex-wrap gap-x-5">
            {categories.map(({ id, names }) => (
              <Checkbox
                key={id}
                label={inLanguage(names, locale)}
                checked={content.categoryIds.includes(id)}
                onChange={(event) =>
                  onChange({
                    categoryIds: event.target.checked
                      ? [...content.categoryIds, id]
                      : content.categoryIds.filter((one) => one !== id),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      </Card>
    </>
  );
}
