'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useCustomThemes } from '@/components/calendars/custom-themes';
import type { ThemeId } from '@/lib/calendars/document';
import { isDarkTheme } from '@/lib/calendars/theme-darkness';
import { builtInThemes } from '@/lib/print/theme';

/** A theme as it is offered. */
export type ThemeChoice = {
  id: ThemeId;
  name: string;
  /** What it is like, in a few words; found by the search as well. */
  words: string;
  isDark: boolean;
  /** Its months change with the seasons. */
  isSeasonal: boolean;
};

/** The built-in themes in the order in which they are offered, in the language of the screens, then those of staff. */
export function useThemeChoices(): readonly ThemeChoice[] {
  const t = useTranslations('calendars.design');
  const custom = useCustomThemes();
  return useMemo(() => {
    const changed = new Map(custom.map((theme) => [theme.id, theme]));
    const builtIn = builtInThemes().map((theme) => ({
      id: theme.id,
      name: t.has(`themes.${theme.id}`) ? t(`themes.${theme.id}`) : theme.id,
      words: t.has(`theme_words.${theme.id}`) ? t(`theme_words.${theme.id}`) : '',
      isDark: changed.get(theme.id)?.isDark ?? isDarkTheme(theme),
      isSeasonal: changed.get(theme.id)?.isSeasonal ?? Object.keys(theme.seasons).length > 0,
    }));
    const known = new Set(builtIn.map(({ id }) => id));
    const made = custom
      .filter(({ id }) => !known.has(id))
      .map((theme) => ({ ...theme, words: '' }));
    return [...builtIn, ...made];
  }, [t, custom]);
}
