'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Badge } from '@/components/ui/badge';
import { classes } from '@/components/ui/classes';
import type { ThemeChoice as Theme } from '@/lib/studio/studio-choices';
import { useLocalName } from '../use-local-name';

const GRID = 'grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4';

/** Whether a theme was written for this kind of subject; one that names no kind suits all. */
export function suits({ categoryIds }: Theme, categoryId: string | null): boolean {
  return categoryId === null || categoryIds.length === 0 || categoryIds.includes(categoryId);
}

/** Themes as cards. The ones made for other kinds of subject wait in a drawer below: they are a choice made knowingly. */
export function ThemeChoice({
  themes,
  categoryId,
  value,
  onChange,
}: {
  themes: readonly Theme[];
  categoryId: string | null;
  value: string | null;
  onChange: (id: Theme['id']) => void;
}) {
  const t = useTranslations('sets.new');
  const nameOf = useLocalName();
  const name = useId();
  const fitting = themes.filter((theme) => suits(theme, categoryId));
  const others = themes.filter((theme) => !suits(theme, categoryId));
  const card = (theme: Theme) => {
    const isChosen = theme.id === value;
    const title = nameOf(theme.names);
    return (
      <label
        key={theme.id}
        className={classes(
          'relative flex cursor-pointer flex-col overflow-hidden rounded-card border bg-sheet transition-shadow has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
          isChosen ? 'border-accent ring-2 ring-accent' : 'border-line hover:shadow-sheet',
        )}
      >
        <input
          type="radio"
          name={name}
          checked={isChosen}
          onChange={() => onChange(theme.id)}
          className="absolute inset-0 z-10 size-full cursor-pointer scroll-mb-48 opacity-0"
        />
        <span className="relative block aspect-[4/3] overflow-hidden bg-linen">
          <span
            aria-hidden="true"
            className="absolute inset-0 flex items-center justify-center bg-linear-to-br from-accent-soft to-linen font-display text-5xl text-accent/50"
          >
            {title.slice(0, 1)}
          </span>
          {theme.coverUrl ? (
            // biome-ignore lint/performance/noImgElement: a small still picture of our own
            <img
              src={theme.coverUrl}
              alt=""
              loading="lazy"
              // A cover that is not there shows the letter below instead of a broken sign.
              onError={(event) => {
                event.currentTarget.hidden = true;
              }}
              className={classes(
                'relative size-full object-cover',
                !suits(theme, categoryId) && 'opacity-60',
              )}
            />
          ) : null}
          {isChosen ? (
            <span className="absolute top-2 right-2 rounded-full bg-accent p-1 text-white">
              <Check aria-hidden="true" className="size-4" />
            </span>
          ) : null}
        </span>
        <span className="flex flex-1 flex-col gap-1 p-3">
          <span className="font-display text-lg leading-tight">{title}</span>
          <span className="line-clamp-3 text-sm leading-snug text-ink-soft">
            {nameOf(theme.descriptions)}
          </span>
          {suits(theme, categoryId) ? null : (
            <Badge tone="warn" className="mt-1 self-start whitespace-normal">
              {t('no_fit')}
            </Badge>
          )}
        </span>
      </label>
    );
  };
  return (
    <fieldset>
      <legend className="sr-only">{t('theme')}</legend>
      <div className={GRID}>{fitting.map(card)}</div>
      {others.length > 0 ? (
        <details className="mt-5" open={others.some(({ id }) => id === value) || undefined}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-medium text-accent underline underline-offset-4">
            {t('other_themes', { count: others.length })}
          </summary>
          <div className={classes(GRID, 'mt-3')}>{others.map(card)}</div>
        </details>
      ) : null}
    </fieldset>
  );
}
