import type { ReadCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';

const columns = {
  id: true,
  slug: true,
  data: true,
  status: true,
  position: true,
  version: true,
  updatedAt: true,
} satisfies Prisma.TemplateSelect;
export type TemplateRow = Prisma.TemplateGetPayload<{ select: typeof columns }>;

/** Every template that staff made or changed, drafts and withdrawn ones too. */
export function findTemplateRows(ctx: ReadCtx): Promise<TemplateRow[]> {
  return ctx.db.template.findMany({
    select: columns,
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
  });
}
