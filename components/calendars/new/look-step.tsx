'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useMemo, useState } from 'react';
import { ChoiceGrid } from '@/components/calendars/choice-grid';
import { useVariants } from '@/components/calendars/use-rendered-pages';
import { VariantPicture } from '@/components/calendars/variant-picture';
import { ApiProblem, callApi } from '@/components/call-api';
import { classes } from '@/components/ui/classes';
import { Field, Input } from '@/components/ui/field';
import { type CalendarChoices, composeDocument } from '@/lib/calendars/compose-document';
import {
  type CalendarDocument,
  CalendarDocumentSchema,
  LAYOUT_IDS,
  type LayoutId,
  THEME_IDS,
  type ThemeId,
} from '@/lib/calendars/document';
import type { RenderedPage } from '@/lib/calendars/rendered-page';
import type { Id } from '@/lib/core/ids';

const COVER = 0;
const A_MONTH = 1;

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
  const sample = useSample(choices, chosen);
  const themeVariants = useMemo(
    () =>
      THEME_IDS.flatMap((themeId) => {
        const document = { ...sample, themeId, layoutId: choices.layoutId };
        return [
          { document, index: COVER },
          { document, index: A_MONTH },
        ];
      }),
    [sample, choices.layoutId],
  );
  const themePages = useVariants(themeVariants);
  const layoutVariants = useMemo(
    () =>
      LAYOUT_IDS.map((layoutId) => ({
        document: { ...sample, themeId: choices.themeId, layoutId },
        index: A_MONTH,
      })),
    [sample, choices.themeId],
  );
  const layoutPages = useVariants(layoutVariants);
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
        value={choices.themeId}
        document={sample}
        pages={themePages}
        onChoose={(themeId) => onChange({ themeId })}
      />
      <ChoiceGrid<LayoutId>
        label={td('layout')}
        value={choices.layoutId}
        className="max-w-3xl grid-cols-3"
        onChoose={(layoutId) => onChange({ layoutId })}
        choices={LAYOUT_IDS.map((layoutId, index) => ({
          value: layoutId,
          label: td(`layouts.${layoutId}`),
          picture: <VariantPicture page={layoutPages[index] ?? null} document={sample} />,
        }))}
      />
    </div>
  );
}

function Themes({
  value,
  document,
  pages,
  onChoose,
}: {
  value: ThemeId;
  document: CalendarDocument;
  /** Cover and a month of each theme, in the order of the themes. */
  pages: readonly (RenderedPage | null)[];
  onChoose: (themeId: ThemeId) => void;
}) {
  const td = useTranslations('calendars.design');
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-3 text-sm font-medium">{td('theme')}</legend>
      <div className="grid gap-5 sm:grid-cols-3">
        {THEME_IDS.map((themeId, index) => (
          <label
            key={themeId}
            className={classes(
              'relative cursor-pointer rounded-card border bg-sheet p-4 transition-shadow has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              themeId === value
                ? 'border-accent shadow-float ring-2 ring-accent'
                : 'border-line hover:shadow-sheet',
            )}
          >
            <input
              type="radio"
              name={name}
              checked={themeId === value}
              onChange={() => onChoose(themeId)}
              className="sr-only"
            />
            <span className="grid grid-cols-2 gap-2">
              {[0, 1].map((side) => (
                <span key={side} className="block shadow-sheet ring-1 ring-line">
                  <VariantPicture page={pages[index * 2 + side] ?? null} document={document} />
                </span>
              ))}
            </span>
            <span className="mt-3.5 flex items-center gap-2">
              <span className="flex-1 font-display text-xl">{td(`themes.${themeId}`)}</span>
              {themeId === value ? (
                <span className="rounded-full bg-accent p-1 text-white">
                  <Check aria-hidden="true" className="size-4" />
                </span>
              ) : null}
            </span>
            <span className="block text-sm text-ink-soft">{td(`theme_words.${themeId}`)}</span>
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
    () => composeDocument({ ...choices, title: '', layoutId: 'two-photos' }),
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
