'use client';

import { Search } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { classes } from '@/components/ui/classes';
import { Input } from '@/components/ui/field';
import type { ThemeId } from '@/lib/calendars/document';
import type { ThemeChoice } from './use-theme-choices';

const KINDS = ['all_themes', 'light', 'dark', 'seasonal'] as const;
type Kind = (typeof KINDS)[number];

const IS_OF_KIND: Record<Kind, (theme: ThemeChoice) => boolean> = {
  all_themes: () => true,
  light: ({ isDark }) => !isDark,
  dark: ({ isDark }) => isDark,
  seasonal: ({ isSeasonal }) => isSeasonal,
};

/** With fewer themes than this they are all seen at once anyway. */
const SEARCH_FROM = 7;

/** The themes that fit a word and a kind. The one in use is always among them, so that the choice can be seen. */
export function useThemeFilter(themes: readonly ThemeChoice[], value: ThemeId | null) {
  const locale = useLocale();
  const [word, setWord] = useState('');
  const [kind, setKind] = useState<Kind>('all_themes');
  const shown = useMemo(() => {
    const plain = (text: string) =>
      text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale);
    const wanted = plain(word.trim());
    return themes.filter((theme) => {
      if (wanted === '' && theme.id === value) return true;
      return IS_OF_KIND[kind](theme) && plain(`${theme.name} ${theme.words}`).includes(wanted);
    });
  }, [themes, value, word, kind, locale]);
  const offered = KINDS.filter((id) => id === 'all_themes' || themes.some(IS_OF_KIND[id]));
  return { shown, word, setWord, kind, setKind, offered, isWorthIt: themes.length >= SEARCH_FROM };
}

/** Search and kinds for a list of themes. */
export function ThemeFilter({
  filter,
  className,
}: {
  filter: ReturnType<typeof useThemeFilter>;
  className?: string;
}) {
  const t = useTranslations('calendars.design');
  if (!filter.isWorthIt) return null;
  return (
    <div className={classes('flex flex-col gap-2', className)}>
      <div className="relative">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft"
        />
        <Input
          type="search"
          aria-label={t('search_themes')}
          placeholder={t('search_themes')}
          value={filter.word}
          onChange={(event) => filter.setWord(event.target.value)}
          className="min-h-10 pl-9 text-sm"
        />
      </div>
      <fieldset aria-label={t('show_themes')} className="flex flex-wrap gap-1.5">
        {filter.offered.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={filter.kind === kind}
            onClick={() => filter.setKind(kind)}
            className={classes(
              'min-h-8 rounded-full border px-3 text-xs font-medium transition-colors',
              filter.kind === kind
                ? 'border-accent bg-accent-soft text-accent-deep'
                : 'border-line text-ink-soft hover:border-line-strong hover:text-ink',
            )}
          >
            {t(kind)}
          </button>
        ))}
      </fieldset>
      {filter.shown.length === 0 ? (
        <p role="status" className="text-sm text-ink-soft">
          {t('no_theme')}
        </p>
      ) : null}
    </div>
  );
}
