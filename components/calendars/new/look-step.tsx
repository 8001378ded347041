'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useMemo, useState } from 'react';
import { LayoutPicker } from '@/components/calendars/layout-picker';
import { LookPicture } from '@/components/calendars/look-picture';
import { variantOf } from '@/components/calendars/look-variants';
import { ThemeFilter, useThemeFilter } from '@/components/calendars/theme-filter';
import { useStable } from '@/components/calendars/use-stable';
import { type ThemeChoice, useThemeChoices } from '@/components/calendars/use-theme-choices';
import { ApiProblem, callApi } from '@/components/call-api';
import { classes } from '@/components/ui/classes';
import { Field, Input } from '@/components/ui/field';
import { type CalendarChoices, composeDocument } from '@/lib/calendars/compose-document';
import {
  type CalendarDocument,
  CalendarDocumentSchema,
  type LayoutId,
  type ThemeId,
} from '@/lib/calendars/document';
import { printIndexOf } from '@/lib/calendars/page-plan';
import type { Id } from '@/lib/core/ids';

/** Theme and layout, drawn by the print engine with the photos that were just chosen. */
export function LookStep({
  choices,
  chosen,
  onChange,
}: {
  choices: CalendarChoices;
  chosen: readonly Id<'picture'>[];
  onChange: (change: Partial<CalendarChoices>) => void;
}) {
  const t = useTranslations('calendars.new');
  const td = useTranslations('calendars.design');
  const themes = useThemeChoices();
  const sample = useSample(choices, chosen);
  const document = useMemo(
    () => ({ ...sample, themeId: choices.themeId, layoutId: choices.layoutId }),
    [sample, choices.themeId, choices.layoutId],
  );
  const chooseLayout = useStable((layoutId: LayoutId) => onChange({ layoutId }));
  // A poster has no page of a month, and so no layout to choose.
  const aMonth = printIndexOf(document, 0);
  return (
    <div className="flex flex-col gap-9">
      <Field label={t('title')} hint={t('title_hint')} className="max-w-md">
        {(props) => (
          <Input
            {...props}
            value={choices.title}
            maxLength={60}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Themes
        themes={themes}
        value={choices.themeId}
        document={document}
        aMonth={aMonth}
        onChoose={(themeId) => onChange({ themeId })}
      />
      {aMonth === null ? null : (
        <LayoutPicker
          label={td('layout')}
          value={choices.layoutId}
          className="grid-cols-3 gap-3 sm:grid-cols-4 lg:grid-cols-6"
          document={document}
          target="calendar"
          onChoose={chooseLayout}
        />
      )}
    </div>
  );
}

const COVER = 0;

function Themes({
  themes,
  value,
  document,
  aMonth,
  onChoose,
}: {
  themes: readonly ThemeChoice[];
  value: ThemeId;
  document: CalendarDocument;
  aMonth: number | null;
  onChoose: (themeId: ThemeId) => void;
}) {
  const td = useTranslations('calendars.design');
  const name = useId();
  const filter = useThemeFilter(themes, value);
  const pages = aMonth === null ? [COVER] : [COVER, aMonth];
  return (
    <fieldset>
      <legend className="mb-3 text-sm font-medium">{td('theme')}</legend>
      <ThemeFilter
        filter={filter}
        className="mb-5 sm:flex-row sm:items-center sm:gap-4 sm:[&>div:first-child]:w-64"
      />
      <div className="grid grid-cols-2 gap-3 sm:gap-5 md:grid-cols-3 lg:grid-cols-4">
        {filter.shown.map((theme) => (
          <label
            key={theme.id}
            className={classes(
              'relative flex cursor-pointer flex-col rounded-card border bg-sheet p-2.5 transition-shadow has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent sm:p-3.5',
              theme.id === value
                ? 'border-accent shadow-float ring-2 ring-accent'
                : 'border-line hover:shadow-sheet',
            )}
          >
            <input
              type="radio"
              name={name}
              checked={theme.id === value}
              onChange={() => onChoose(theme.id)}
              className="sr-only"
            />
            <span className="flex items-start justify-center gap-2">
              {pages.map((index) => (
                <LookPicture
                  key={index}
                  document={variantOf(document, `new:theme:${theme.id}`, (before) => ({
                    ...before,
                    themeId: theme.id,
                  }))}
                  index={index}
                  className="min-w-0 flex-1 shadow-sheet ring-1 ring-line"
                />
              ))}
            </span>
            <span className="mt-3 flex items-center gap-2">
              <span className="flex-1 font-display text-lg leading-tight sm:text-xl">
                {theme.name}
              </span>
              {theme.id === value ? (
                <span className="rounded-full bg-accent p-1 text-white">
                  <Check aria-hidden="true" className="size-4" />
                </span>
              ) : null}
            </span>
            <span className="block text-xs text-ink-soft sm:text-sm">{theme.words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The calendar with its photos placed, as it will be made; without photos until they are placed. */
function useSample(choices: CalendarChoices, chosen: readonly Id<'picture'>[]): CalendarDocument {
  const { themeId: _theme, layoutId: _layout, title, ...rest } = choices;
  const key = JSON.stringify(rest);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the choices; the title is added below
  const empty = useMemo(
    // With the richest layout, so that every layout has photos to show.
    () => composeDocument({ ...choices, title: '', layoutId: 'six-photos' }),
    [key],
  );
  const [filled, setFilled] = useState<{ key: string; document: CalendarDocument } | null>(null);
  const ids = chosen.join(',');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the joined ids are the chosen pictures
  useEffect(() => {
    if (chosen.length === 0) return;
    const controller = new AbortController();
    callApi<{ document: unknown }>(
      'POST',
      '/api/calendars/autofill',
      { document: empty, pictureIds: chosen },
      { signal: controller.signal },
    ).then(
      (answer) =>
        setFilled({
          key: `${key}|${ids}`,
          document: CalendarDocumentSchema.parse(answer.document),
        }),
      (error) => {
        // The looks are then shown without photos; making the calendar tells what is wrong.
        if (!controller.signal.aborted && !(error instanceof ApiProblem)) throw error;
      },
    );
    return () => controller.abort();
  }, [empty, key, ids]);
  const base = filled?.key === `${key}|${ids}` ? filled.document : empty;
  return useMemo(() => ({ ...base, title }), [base, title]);
}
