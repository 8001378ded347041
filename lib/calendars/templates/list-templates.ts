import { DomainError } from '@/lib/core/errors';
import type { ReadCtx } from '@/lib/db/context';
import { BUILT_IN_TEMPLATES } from './data/built-in';
import { type Template, TemplateSchema } from './schema';
import { findTemplateRows, type TemplateRow } from './store';

export type OfferedTemplate = Template & { slug: string };

/**
 * The templates that customers may start from: those of staff in their order, then the built-in ones that staff neither
 * changed nor withdrew.
 */
export async function listTemplates(ctx: ReadCtx): Promise<OfferedTemplate[]> {
  return offeredTemplates(await findTemplateRows(ctx), (slug) =>
    ctx.log.warn('template not readable', { slug }),
  );
}

/** @throws DomainError "template.not_found" */
export async function getTemplate(ctx: ReadCtx, slug: string): Promise<OfferedTemplate> {
  const template = (await listTemplates(ctx)).find((one) => one.slug === slug);
  if (!template) throw new DomainError('template.not_found');
  return template;
}

/** Pure: what of the rows and the built-in templates is offered, in which order. */
export function offeredTemplates(
  rows: readonly Pick<TemplateRow, 'slug' | 'data' | 'status'>[],
  onUnreadable: (slug: string) => void,
): OfferedTemplate[] {
  const taken = new Set(rows.filter(({ status }) => status !== 'DRAFT').map(({ slug }) => slug));
  const own = rows.flatMap(({ slug, data, status }) => {
    if (status !== 'PUBLISHED') return [];
    const read = TemplateSchema.safeParse(data);
    if (read.success) return [{ ...read.data, slug }];
    onUnreadable(slug);
    return [];
  });
  const builtIn = Object.entries(BUILT_IN_TEMPLATES)
    .filter(([slug]) => !taken.has(slug))
    .map(([slug, template]) => ({ ...template, slug }));
  return [...own, ...builtIn];
}
