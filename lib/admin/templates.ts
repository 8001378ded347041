import { BUILT_IN_TEMPLATES } from '@/lib/calendars/templates/data/built-in';
import { type Template, TemplateSchema } from '@/lib/calendars/templates/schema';
import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { PublishStatus } from '@/lib/db/generated/client';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';

/** A template as staff see it. */
export type StaffTemplate = {
  slug: string;
  isBuiltIn: boolean;
  /** null for a built-in template that nobody changed. */
  row: { status: PublishStatus; version: number; position: number; updatedAt: string } | null;
  template: Template;
};

/** Every template, those of staff in their order, then the untouched built-in ones. @throws DomainError "account.not_allowed" */
export async function listStaffTemplates(ctx: Ctx): Promise<StaffTemplate[]> {
  requireStaff(ctx, 'content');
  const rows = await ctx.db.template.findMany({ orderBy: [{ position: 'asc' }, { slug: 'asc' }] });
  const changed = rows.flatMap((row): StaffTemplate[] => {
    const template = TemplateSchema.safeParse(row.data).data ?? BUILT_IN_TEMPLATES[row.slug];
    if (!template) return [];
    const { slug, status, version, position } = row;
    const updatedAt = row.updatedAt.toISOString();
    const isBuiltIn = Object.hasOwn(BUILT_IN_TEMPLATES, slug);
    return [{ slug, isBuiltIn, template, row: { status, version, position, updatedAt } }];
  });
  const known = new Set(changed.map(({ slug }) => slug));
  const untouched = Object.entries(BUILT_IN_TEMPLATES)
    .filter(([slug]) => !known.has(slug))
    .map(([slug, template]): StaffTemplate => ({ slug, isBuiltIn: true, row: null, template }));
  return [...changed, ...untouched];
}

/** @throws DomainError "account.not_allowed", "template.not_found" */
export async function getStaffTemplate(ctx: Ctx, slug: string): Promise<StaffTemplate> {
  const template = (await listStaffTemplates(ctx)).find((one) => one.slug === slug);
  if (!template) throw new DomainError('template.not_found');
  return template;
}

/**
 * Stores a template, new or changed.
 * @param input.expectedVersion of the row that was edited; null where there was none
 * @throws DomainError "account.not_allowed", "template.invalid" with the wrong fields, "template.conflict"
 */
export async function saveTemplate(
  ctx: Ctx,
  input: {
    slug: string;
    template: unknown;
    status: PublishStatus;
    position: number;
    expectedVersion: number | null;
  },
): Promise<{ version: number }> {
  const staff = requireStaff(ctx, 'content');
  const { slug, status, position, expectedVersion } = input;
  const read = TemplateSchema.safeParse(input.template);
  if (!read.success) {
    const fields: Record<string, string> = {};
    for (const issue of read.error.issues) fields[issue.path.join('.')] ??= issue.message;
    throw new DomainError('template.invalid', {}, { fields });
  }
  const data = { status, position, data: read.data };
  return inTransaction(ctx, async (tx) => {
    const { count } =
      expectedVersion === null
        ? await tx.db.template.createMany({
            data: [{ id: newId('template'), slug, ...data, createdById: staff.userId }],
            skipDuplicates: true,
          })
        : await tx.db.template.updateMany({
            where: { slug, version: expectedVersion },
            data: { ...data, version: expectedVersion + 1 },
          });
    if (count !== 1) throw new DomainError('template.conflict');
    const version = (expectedVersion ?? 0) + 1;
    await recordAudit(tx, { action: 'template.saved', subject: slug, data: { status, version } });
    return { version };
  });
}

/**
 * Takes the row of a template away: a changed built-in template is itself again, one of staff is gone. Calendars that
 * were made from it are calendars of their own.
 * @throws DomainError "account.not_allowed", "template.not_found"
 */
export async function removeTemplate(ctx: Ctx, slug: string): Promise<void> {
  requireStaff(ctx, 'content');
  await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.template.deleteMany({ where: { slug } });
    if (count === 0) throw new DomainError('template.not_found');
    await recordAudit(tx, { action: 'template.removed', subject: slug });
  });
}
