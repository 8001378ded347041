import type { ReadCtx } from '@/lib/db/context';
import type { Theme } from '@/lib/print/theme';
import { ThemeSchema } from '@/lib/print/theme-schema';
import type { CalendarDocument, ThemeId } from './document';

/** A theme as staff made it, with the name that people see. */
export type CustomTheme = { id: ThemeId; name: string; theme: Theme };

/**
 * The themes of a document that staff made or changed, as they are now, ordered by id. Drafts are left out; withdrawn
 * ones stay with the calendars that use them.
 */
export async function customThemesOf(ctx: ReadCtx, document: CalendarDocument): Promise<Theme[]> {
  const pages = [document.cover, ...document.pages];
  const ids = [document.themeId, ...pages.flatMap(({ themeId }) => (themeId ? [themeId] : []))];
  const rows = await ctx.db.printTheme.findMany({
    where: { id: { in: ids }, status: { not: 'DRAFT' } },
    select: { id: true, name: true, data: true },
    orderBy: { id: 'asc' },
  });
  return readThemes(ctx, rows).map(({ theme }) => theme);
}

/** Those that are offered to customers, ordered by name. */
export async function publishedThemes(ctx: ReadCtx): Promise<CustomTheme[]> {
  const rows = await ctx.db.printTheme.findMany({
    where: { status: 'PUBLISHED' },
    select: { id: true, name: true, data: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return readThemes(ctx, rows);
}

/** A row that the present schema does not read is left out, and its calendars are drawn in the theme that stands in. */
function readThemes(
  ctx: ReadCtx,
  rows: readonly { id: string; name: string; data: unknown }[],
): CustomTheme[] {
  return rows.flatMap(({ id, name, data }) => {
    const read = ThemeSchema.safeParse(data);
    if (read.success) return [{ id, name, theme: { ...read.data, id } }];
    ctx.log.warn('theme not readable', { id });
    return [];
  });
}
