import type { Locale } from '@/lib/i18n/locales';
import { formatOf } from '@/lib/print/formats';
import { pageCountOf } from '../page-plan';
import type { OfferedTemplate } from './list-templates';

type Picture = { src: string; aspect: number };

/** A template in the words of one language, with the addresses of its previews. */
export type TemplateView = {
  slug: string;
  name: string;
  description: string;
  /** The pages that tell most: the cover and two months; of a poster the one that it has. */
  cards: Picture[];
  /** Every page, large. */
  pages: Picture[];
};

export function presentTemplate(template: OfferedTemplate, locale: Locale): TemplateView {
  const { slug, names, descriptions, hasOverview } = template;
  const { widthMm, heightMm } = formatOf(template.formatId).trim;
  const count = pageCountOf(template);
  const first = hasOverview ? 2 : 1;
  const telling = count === 1 ? [0] : [0, first + 1, first + 6].filter((index) => index < count);
  const picture = (index: number, size: 'card' | 'page'): Picture => ({
    src: `/api/templates/${slug}/pages/${index}?size=${size}&language=${locale}`,
    aspect: widthMm / heightMm,
  });
  return {
    slug,
    name: names[locale] || names.en,
    description: descriptions[locale] || descriptions.en,
    cards: telling.map((index) => picture(index, 'card')),
    pages: Array.from({ length: count }, (_, index) => picture(index, 'page')),
  };
}
