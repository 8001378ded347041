'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useSend } from '@/components/admin/use-send';
import { ApiProblem, callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, Select } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { useToast } from '@/components/ui/toast';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffPromptThemePage } from '@/lib/admin/get-prompt-theme';
import type { Problem } from '@/lib/http/problem';
import type { Locale } from '@/lib/i18n/locales';
import { formatInstant } from '@/lib/orders/format-period';
import { checkTemplate, type Hemisphere, renderPrompt } from '@/lib/studio/prompt-template';
import { inLanguage, type ThemeContent } from '@/lib/studio/theme-content';
import { PlaceholderHelp } from './placeholder-help';
import { PromptSlot } from './prompt-slot';
import { ThemeFacts } from './theme-facts';

/** Stands for a learned subject in the examples. */
const SAMPLE_TRIGGER = 'ohwx';
/** So that the examples of children read as their prompts will. */
const SAMPLE_AGE_YEARS = 6;

/** Edits a theme's texts and shows, beside each, what a model would read. */
export function PromptThemeEditor({ theme }: { theme: StaffPromptThemePage }) {
  const t = useTranslations('prompts');
  const locale = useLocale() as Locale;
  const router = useRouter();
  const errorMessage = useErrorMessage();
  const toast = useToast();
  const { send, isPending } = useSend();
  const [content, setContent] = useState<ThemeContent>(theme.content);
  const [base, setBase] = useState({ content: theme.content, version: theme.version });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const isConflict = problem?.code === 'prompt_theme.conflict';
  const suited = theme.categories.filter(
    ({ id }) => content.categoryIds.length === 0 || content.categoryIds.includes(id),
  );
  const [categoryId, setCategoryId] = useState(suited[0]?.id ?? '');
  const [hemisphere, setHemisphere] = useState<Hemisphere>('north');
  const category = suited.find(({ id }) => id === categoryId) ?? suited[0];
  const isDirty = theme.shownVersion !== null || content !== base.content;
  const isWrong =
    checkTemplate(content.styleText, 'style').length > 0 ||
    content.prompts.some(({ template }) => checkTemplate(template).length > 0);

  useEffect(() => {
    if (content === base.content) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [content, base.content]);

  function problemOf(field: string): string | undefined {
    const code = problem?.fields[field];
    if (code === undefined) return undefined;
    return t.has(`problems.${code}`) ? t(`problems.${code}`, { word: '' }) : t('problems.invalid');
  }

  async function save() {
    setIsSaving(true);
    setProblem(null);
    try {
      // Somebody else's version was shown to be there: this one goes on top of it.
      const expectedVersion = isConflict ? theme.version : base.version;
      const saved = await callApi<{ version: number }>('PUT', `/api/admin/prompts/${theme.id}`, {
        content,
        expectedVersion,
      });
      toast(t('editor.saved'), 'good');
      setBase({ content, version: saved.version });
      if (theme.shownVersion !== null) router.replace(`/admin/prompts/${theme.id}`);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error.problem);
    } finally {
      setIsSaving(false);
      router.refresh();
    }
  }

  const setText = (index: number, text: ThemeContent['prompts'][number]) =>
    setContent((before) => ({ ...before, prompts: before.prompts.with(index, text) }));

  return (
    <div className="flex flex-col gap-6">
      {theme.shownVersion !== null ? (
        <Alert tone="warn">
          {t('editor.older', { version: theme.shownVersion, present: theme.version })}
        </Alert>
      ) : null}
      <ThemeFacts
        content={content}
        categories={theme.categories}
        problemOf={problemOf}
        onChange={(part) => setContent((before) => ({ ...before, ...part }))}
      />
      <section className="flex flex-col gap-4">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <h2 className="text-3xl">{t('editor.months')}</h2>
          <div className="flex flex-wrap items-end gap-4">
            <Field label={t('editor.example_of')}>
              {(control) => (
                <Select
                  {...control}
                  value={category?.id ?? ''}
                  onChange={(event) => setCategoryId(event.target.value)}
                >
                  {suited.map(({ id, names }) => (
                    <option key={id} value={id}>
                      {inLanguage(names, locale)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Segments
              label={t('editor.hemisphere')}
              isLabelShown
              className="min-w-52"
              value={hemisphere}
              options={(['north', 'south'] as const).map((value) => ({
                value,
                label: t(`hemispheres.${value}`),
              }))}
              onChange={setHemisphere}
            />
          </div>
        </div>
        <PlaceholderHelp />
        {theme.prompts.map((prompt, index) => {
          const text = content.prompts[index];
          const stored = base.content.prompts[index];
          if (!text || !stored) return null;
          return (
            <PromptSlot
              key={prompt.id}
              prompt={prompt}
              text={text}
              isChanged={
                theme.shownVersion !== null ||
                text.template.trim() !== stored.template.trim() ||
                text.negativePrompt.trim() !== stored.negativePrompt.trim() ||
                content.styleText.trim() !== base.content.styleText.trim()
              }
              isPending={isPending}
              example={
                category
                  ? renderPrompt({
                      template: text.template,
                      styleText: content.styleText,
                      month: prompt.month,
                      hemisphere,
                      words: category.words,
                      triggerWord: SAMPLE_TRIGGER,
                      facts: {
                        ageYears: ['girl', 'boy'].includes(category.id) ? SAMPLE_AGE_YEARS : null,
                        kindOf: '',
                      },
                      place: content.defaults.place,
                      outfit: content.defaults.outfit,
                    })
                  : ''
              }
              onChange={(next) => setText(index, next)}
              onDropSeed={(id) =>
                void send('DELETE', `/api/admin/prompts/seeds/${id}`, undefined, t('slot.dropped'))
              }
            />
          );
        })}
      </section>
      <Card>
        <h2 className="mb-3 text-2xl">{t('versions.title')}</h2>
        <ul className="flex flex-col divide-y divide-line">
          {theme.versions.map(({ version, createdAt, actorName }) => (
            <li key={version} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
              <span className="font-medium">{t('versions.version', { version })}</span>
              <span className="flex-1 text-sm text-ink-soft">
                {formatInstant(new Date(createdAt), locale)}
                {actorName ? ` · ${actorName}` : ''}
              </span>
              {version === (theme.shownVersion ?? theme.version) ? (
                <span className="text-sm text-ink-soft">{t('versions.shown')}</span>
              ) : (
                <Link
                  className="text-accent underline underline-offset-4"
                  href={
                    version === theme.version
                      ? `/admin/prompts/${theme.id}`
                      : `/admin/prompts/${theme.id}?version=${version}`
                  }
                >
                  {t('versions.open')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-end gap-4 border-t border-line bg-paper/95 px-4 py-3 backdrop-blur-sm">
        {problem ? (
          <p role="alert" className="flex-1 text-sm font-medium text-bad">
            {errorMessage(problem)}
          </p>
        ) : (
          <p className="flex-1 text-sm text-ink-soft">
            {isWrong
              ? t('editor.mend_first')
              : t(isDirty ? 'editor.unsaved' : 'editor.stored', { version: base.version })}
          </p>
        )}
        <Button pending={isSaving} disabled={!isDirty || isWrong} onClick={() => void save()}>
          {t('editor.save')}
        </Button>
      </div>
    </div>
  );
}
