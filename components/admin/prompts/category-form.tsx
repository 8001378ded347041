'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FoldedCard } from '@/components/admin/folded-card';
import { useSend } from '@/components/admin/use-send';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input, Select } from '@/components/ui/field';
import { useErrorMessage } from '@/components/use-error-message';
import type { StaffCategory } from '@/lib/admin/categories';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { type CategoryWords, describeSubject } from '@/lib/studio/prompt-template';
import { inLanguage } from '@/lib/studio/theme-content';

const KINDS = ['person', 'animal', 'thing'] as const;
const PRONOUNS = ['she', 'he', 'they', 'it'] as const;
const YOUNG_YEARS_MAX = 30;

/** A kind of subject: its names for customers, and the words that fill a prompt. */
export function CategoryForm({ category }: { category: StaffCategory }) {
  const t = useTranslations('prompts');
  const locale = useLocale() as Locale;
  const errorMessage = useErrorMessage();
  const { send, problem, isPending } = useSend();
  const [names, setNames] = useState(category.names);
  const [words, setWords] = useState(category.words);
  const [isActive, setIsActive] = useState(category.isActive);
  const [sortOrder, setSortOrder] = useState(String(category.sortOrder));
  const isSubject = category.type === 'PORTRAIT';
  const change = (part: Partial<CategoryWords>) => setWords((before) => ({ ...before, ...part }));
  const errorOf = (field: string) => {
    const code = problem?.fields[field];
    if (code === undefined) return undefined;
    return t.has(`problems.${code}`) ? t(`problems.${code}`, { word: '' }) : t('problems.invalid');
  };
  const name = inLanguage(category.names, locale);

  async function save(event: FormEvent) {
    event.preventDefault();
    const body = { names, words, isActive, sortOrder: Number(sortOrder) };
    await send(
      'PUT',
      `/api/admin/categories/${category.id}`,
      body,
      t('categories.saved', { name }),
    );
  }

  return (
    <FoldedCard
      level={3}
      title={name}
      badge={
        <>
          {category.needsGuardian ? <Badge tone="fine">{t('categories.guardian')}</Badge> : null}
          {category.isActive ? null : <Badge>{t('categories.off')}</Badge>}
        </>
      }
      facts={[t('categories.models', { count: category.models })]}
    >
      <form noValidate onSubmit={save} className="flex flex-col gap-4">
        {problem ? <Alert tone="bad">{errorMessage(problem)}</Alert> : null}
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {LOCALES.map((language) => (
            <Field
              key={language}
              label={t('facts.name', { language: t(`languages.${language}`) })}
              error={errorOf(`names.${language}`)}
            >
              {(control) => (
                <Input
                  {...control}
                  lang={language}
                  maxLength={60}
                  value={names[language] ?? ''}
                  onChange={(event) => setNames({ ...names, [language]: event.target.value })}
                />
              )}
            </Field>
          ))}
          <Field
            label={t('categories.noun')}
            hint={t('categories.noun_hint')}
            error={errorOf('words.noun')}
          >
            {(control) => (
              <Input
                {...control}
                lang="en"
                maxLength={40}
                value={words.noun}
                onChange={(event) => change({ noun: event.target.value })}
              />
            )}
          </Field>
          {isSubject ? (
            <>
              <Field label={t('categories.kind')} error={errorOf('words.kind')}>
                {(control) => (
                  <Select
                    {...control}
                    value={words.kind}
                    onChange={(event) =>
                      change({
                        kind: KINDS.find((kind) => kind === event.target.value) ?? 'thing',
                      })
                    }
                  >
                    {KINDS.map((kind) => (
                      <option key={kind} value={kind}>
                        {t(`categories.kinds.${kind}`)}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
              <Field label={t('categories.pronoun')}>
                {(control) => (
                  <Select
                    {...control}
                    value={words.pronoun}
                    onChange={(event) =>
                      change({
                        pronoun: PRONOUNS.find((word) => word === event.target.value) ?? 'it',
                      })
                    }
                  >
                    {PRONOUNS.map((word) => (
                      <option key={word}>{word}</option>
                    ))}
                  </Select>
                )}
              </Field>
              <Field
                label={t('categories.young')}
                hint={t('categories.young_hint')}
                error={errorOf('words.young.noun')}
              >
                {(control) => (
                  <Input
                    {...control}
                    lang="en"
                    maxLength={40}
                    value={words.young?.noun ?? ''}
                    onChange={(event) =>
                      change({
                        young:
                          event.target.value === ''
                            ? null
                            : {
                                belowYears: words.young?.belowYears ?? 1,
                                noun: event.target.value,
                              },
                      })
                    }
                  />
                )}
              </Field>
              {words.young ? (
                <Field
                  label={t('categories.below_years')}
                  error={errorOf('words.young.belowYears')}
                >
                  {(control) => (
                    <Input
                      {...control}
                      type="number"
                      min={1}
                      max={YOUNG_YEARS_MAX}
                      value={words.young?.belowYears ?? 1}
                      onChange={(event) =>
                        change({
                          young: {
                            noun: words.young?.noun ?? '',
                            belowYears: Number(event.target.value),
                          },
                        })
                      }
                    />
                  )}
                </Field>
              ) : null}
            </>
          ) : null}
          <Field
            label={t('categories.place')}
            hint={t('categories.place_hint')}
            error={errorOf('sortOrder')}
          >
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                value={sortOrder}
                onChange={(event) => setSortOrder(event.target.value)}
              />
            )}
          </Field>
        </div>
        <div className="flex flex-wrap gap-x-6">
          <Checkbox
            label={t('categories.is_active')}
            checked={isActive}
            onChange={(event) => setIsActive(event.target.checked)}
          />
          {isSubject ? (
            <>
              <Checkbox
                label={t('categories.has_age')}
                checked={words.hasAge}
                onChange={(event) => change({ hasAge: event.target.checked })}
              />
              <Checkbox
                label={t('categories.has_kind_of')}
                checked={words.hasKindOf}
                onChange={(event) => change({ hasKindOf: event.target.checked })}
              />
            </>
          ) : null}
        </div>
        {isSubject ? (
          <p className="text-sm text-ink-soft">
            {t('categories.example')}{' '}
            <span lang="en" className="text-ink">
              {describeSubject({
                words,
                facts: { ageYears: words.hasAge ? 6 : null, kindOf: '' },
                triggerWord: 'ohwx',
              }).replace(/,$/, '')}
            </span>
          </p>
        ) : null}
        <Button type="submit" variant="secondary" pending={isPending} className="self-end">
          {t('categories.save')}
        </Button>
      </form>
    </FoldedCard>
  );
}
