'use client';

import {
  ArrowRight,
  Baby,
  Brush,
  Camera,
  Cat,
  Dog,
  Heart,
  House,
  type LucideIcon,
  Package,
  Palette,
  PawPrint,
  Sparkles,
  UserRound,
  Users,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useSubmit } from '@/components/account/use-submit';
import { callApi } from '@/components/call-api';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import { Field, Input } from '@/components/ui/field';
import { NAME_MAX } from '@/lib/studio/lora-schema';
import type { CategoryView, LoraView } from '@/lib/studio/lora-view';
import { stepPath, WizardBar } from './wizard-frame';

const ICONS: Record<string, LucideIcon> = {
  woman: UserRound,
  man: UserRound,
  girl: Baby,
  boy: Baby,
  couple: Heart,
  family: Users,
  dog: Dog,
  cat: Cat,
  pet: PawPrint,
  house: House,
  object: Package,
  illustration: Palette,
  painting: Brush,
  photography: Camera,
};

const AGE_MAX = 120;

/** Who or what it is: the kind, a name, and what pictures need to know. */
export function SubjectStep({
  categories,
  lora,
}: {
  categories: readonly CategoryView[];
  /** null before anything was kept. */
  lora: LoraView | null;
}) {
  const t = useTranslations('lora.subject');
  const router = useRouter();
  const { submit, isPending, message, fieldError } = useSubmit();
  const [categoryId, setCategoryId] = useState(lora?.categoryId ?? null);
  const [name, setName] = useState(lora?.name ?? '');
  const [age, setAge] = useState(lora?.facts.ageYears?.toString() ?? '');
  const [kindOf, setKindOf] = useState(lora?.facts.kindOf ?? '');
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const category = categories.find(({ id }) => id === categoryId) ?? null;
  // What was learned as one kind stays that kind.
  const isSettled = lora !== null && lora.status !== 'DRAFT' && lora.status !== 'FAILED';

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (category === null || name.trim() === '') {
      setMissing(true);
      const wrong = form.current?.querySelector<HTMLElement>(
        category === null ? 'input[type=radio]' : '[data-name]',
      );
      wrong?.focus();
      return;
    }
    const years = Number.parseInt(age, 10);
    const body = {
      categoryId: category.id,
      name,
      facts: {
        ageYears: category.hasAge && Number.isInteger(years) ? years : null,
        kindOf: category.hasKindOf ? kindOf : '',
      },
    };
    submit(
      async () => {
        const id = await keep(lora?.id ?? null, body);
        router.push(stepPath(id, 'consent'));
      },
      { leavesPage: true },
    );
  };

  return (
    <form ref={form} onSubmit={save} className="flex flex-col gap-8" noValidate>
      {message ? <Alert tone="bad">{message}</Alert> : null}
      {(['PORTRAIT', 'STYLE'] as const).map((type) => (
        <Kinds
          key={type}
          legend={t(`groups.${type}`)}
          categories={categories.filter((one) => one.type === type)}
          value={categoryId}
          isDisabled={isSettled}
          onChange={setCategoryId}
        />
      ))}
      {isMissing && category === null ? (
        <p role="alert" className="font-medium text-bad">
          {t('choose_kind')}
        </p>
      ) : null}
      <div className="grid max-w-2xl gap-5 sm:grid-cols-2">
        <Field
          label={t(category?.type === 'STYLE' ? 'name_style' : 'name')}
          hint={t('name_hint')}
          error={
            fieldError('name') ?? (isMissing && name.trim() === '' ? t('name_missing') : undefined)
          }
        >
          {(control) => (
            <Input
              {...control}
              data-name=""
              value={name}
              maxLength={NAME_MAX}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {category?.hasAge ? (
          <Field label={t('age')} hint={t('age_hint')}>
            {(control) => (
              <Input
                {...control}
                type="number"
                inputMode="numeric"
                min={0}
                max={AGE_MAX}
                value={age}
                onChange={(event) => setAge(event.target.value.slice(0, 3))}
              />
            )}
          </Field>
        ) : null}
        {category?.hasKindOf ? (
          <Field label={t('kind_of')} hint={t('kind_of_hint')}>
            {(control) => (
              <Input
                {...control}
                value={kindOf}
                maxLength={NAME_MAX}
                onChange={(event) => setKindOf(event.target.value)}
              />
            )}
          </Field>
        ) : null}
      </div>
      <WizardBar status={t('kept')}>
        <Button type="submit" pending={isPending}>
          {t('next')}
          <ArrowRight aria-hidden="true" />
        </Button>
      </WizardBar>
    </form>
  );
}

/** @returns the draft's id: a new one's where there was none */
async function keep(loraModelId: string | null, body: unknown): Promise<string> {
  if (loraModelId === null) {
    return (await callApi<{ loraModelId: string }>('POST', '/api/studio/models', body)).loraModelId;
  }
  await callApi('PUT', `/api/studio/models/${loraModelId}/subject`, body);
  return loraModelId;
}

function Kinds({
  legend,
  categories,
  value,
  isDisabled,
  onChange,
}: {
  legend: string;
  categories: readonly CategoryView[];
  value: string | null;
  isDisabled: boolean;
  onChange: (id: string) => void;
}) {
  const name = useId();
  if (categories.length === 0) return null;
  return (
    <fieldset disabled={isDisabled}>
      <legend className="mb-3 font-display text-2xl">{legend}</legend>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
        {categories.map(({ id, name: label }) => {
          const Icon = ICONS[id] ?? Sparkles;
          const isChosen = id === value;
          return (
            <label
              key={id}
              className={classes(
                'flex min-h-16 cursor-pointer items-center gap-3 rounded-card border bg-sheet px-4 py-3 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed has-disabled:opacity-60',
                isChosen
                  ? 'border-accent bg-accent-soft shadow-sheet'
                  : 'border-line hover:border-line-strong',
              )}
            >
              <input
                type="radio"
                name={`kind-${name}`}
                value={id}
                checked={isChosen}
                onChange={() => onChange(id)}
                className="sr-only"
              />
              <Icon
                aria-hidden="true"
                className={classes(
                  'size-6 shrink-0 stroke-[1.5]',
                  isChosen ? 'text-accent-deep' : 'text-ink-soft',
                )}
              />
              <span className="leading-tight font-medium text-pretty">{label}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
