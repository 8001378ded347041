import type { ReadCtx } from '@/lib/db/context';
import { publishedThemes } from './custom-themes';
import type { ThemeId } from './document';
import { isDarkTheme } from './theme-darkness';

/** A theme of staff as customers are offered it. */
export type OfferedTheme = { id: ThemeId; name: string; isDark: boolean; isSeasonal: boolean };

/** What staff made or changed and published, ordered by name. */
export async function listThemes(ctx: ReadCtx): Promise<OfferedTheme[]> {
  return (await publishedThemes(ctx)).map(({ id, name, theme }) => ({
    id,
    name,
    isDark: isDarkTheme(theme),
    isSeasonal: Object.keys(theme.seasons).length > 0,
  }));
}
