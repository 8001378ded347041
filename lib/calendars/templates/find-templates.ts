import type { FormatId } from '../document';
import { isPoster } from '../page-plan';
import type { OfferedTemplate } from './list-templates';
import { TEMPLATE_CATEGORIES, type TemplateCategory } from './schema';

/** What kind of thing hangs or stands there in the end. */
export const TEMPLATE_KINDS = ['wall', 'desk', 'poster'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

export function kindOfFormat(formatId: FormatId): TemplateKind {
  if (isPoster(formatId)) return 'poster';
  return formatId.startsWith('desk-') ? 'desk' : 'wall';
}

export type TemplateFilter = {
  search: string;
  category: TemplateCategory | null;
  kind: TemplateKind | null;
};

/** The filter as it stands in the address of the page; anything unreadable counts as not set. */
export function readTemplateFilter(
  query: Readonly<Record<string, string | string[] | undefined>>,
): TemplateFilter {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    search: one('q').slice(0, 80),
    category: TEMPLATE_CATEGORIES.find((id) => id === one('category')) ?? null,
    kind: TEMPLATE_KINDS.find((id) => id === one('kind')) ?? null,
  };
}

/** Without accents and case: "Żółty" is found by "zolty". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'l')
    .toLowerCase();
}

/** Those that have every word of the search in a name, a description, a keyword or a category, in any language. */
export function findTemplates(
  templates: readonly OfferedTemplate[],
  { search, category, kind }: TemplateFilter,
): OfferedTemplate[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return templates.filter((template) => {
    if (category !== null && !template.categories.includes(category)) return false;
    if (kind !== null && kindOfFormat(template.formatId) !== kind) return false;
    if (words.length === 0) return true;
    const said = plain(
      [
        ...Object.values(template.names),
        ...Object.values(template.descriptions),
        ...template.keywords,
        ...template.categories,
        template.themeId,
      ].join(' '),
    );
    return words.every((word) => said.includes(word));
  });
}
