import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { BaseModelType } from '@/lib/db/generated/client';
import { type BaseModelSettings, BaseModelSettingsSchema } from '@/lib/studio/base-model-settings';
import type { CreateBaseModel, SaveBaseModel } from './prompt-schema';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';

export type StaffBaseModel = {
  id: Id<'baseModel'>;
  slug: string;
  name: string;
  version: string;
  type: BaseModelType;
  endpoint: string;
  family: string;
  priceStars: number;
  isDefault: boolean;
  isActive: boolean;
  settings: unknown;
  updatedAt: string;
};

const KIND_OF: Record<BaseModelType, BaseModelSettings['kind']> = {
  FLUX: 'picture',
  FLUX_FAST: 'trainer',
  FLUX_PORTRAIT: 'trainer',
  UPSCALER: 'upscaler',
};

/** @throws DomainError "account.not_allowed" */
export async function listBaseModels(ctx: Ctx): Promise<StaffBaseModel[]> {
  requireStaff(ctx, 'content');
  const rows = await ctx.db.baseModel.findMany({
    orderBy: [{ type: 'asc' }, { sortOrder: 'asc' }, { slug: 'asc' }],
  });
  return rows.map(({ id, sortOrder: _order, updatedAt, ...row }) => ({
    id: id as Id<'baseModel'>,
    ...row,
    updatedAt: updatedAt.toISOString(),
  }));
}

/**
 * Changes a model and its price. Work that is under way keeps what it was ordered for. A new default takes the place of
 * the old one of its type; a type is never left without.
 * @throws DomainError "account.not_allowed", "base_model.not_found", "base_model.invalid" with the wrong fields,
 *   "base_model.conflict" when somebody else saved in between
 */
export async function saveBaseModel(
  ctx: Ctx,
  id: Id<'baseModel'>,
  { expectedUpdatedAt, settings, ...columns }: SaveBaseModel,
): Promise<void> {
  requireStaff(ctx, 'content');
  await inTransaction(ctx, async (tx) => {
    const row = await tx.db.baseModel.findUnique({ where: { id } });
    if (!row) throw new DomainError('base_model.not_found');
    const read = BaseModelSettingsSchema.safeParse(settings);
    const fields: Record<string, string> = {};
    for (const issue of read.error?.issues ?? [])
      fields[['settings', ...issue.path].join('.')] ??= issue.message;
    if (read.data && read.data.kind !== KIND_OF[row.type])
      fields['settings.kind'] = KIND_OF[row.type];
    if (columns.isDefault && !columns.isActive) fields.isActive = 'default_is_active';
    if (row.isDefault && !columns.isDefault) fields.isDefault = 'needs_default';
    if (!read.data || Object.keys(fields).length > 0)
      throw new DomainError('base_model.invalid', {}, { fields });
    // The type's rows one after the other: of two new defaults at once the later one holds.
    await tx.db.$queryRaw`
      select 1 from "BaseModel" where "type"::text = ${row.type} order by "id" for no key update`;
    if (columns.isDefault)
      await tx.db.baseModel.updateMany({
        where: { type: row.type, isDefault: true, id: { not: id } },
        data: { isDefault: false },
      });
    const { count } = await tx.db.baseModel.updateMany({
      where: { id, updatedAt: new Date(expectedUpdatedAt) },
      data: { ...columns, settings: read.data },
    });
    if (count === 0) throw new DomainError('base_model.conflict');
    await recordAudit(tx, {
      action: 'base_model.saved',
      subject: id,
      data: { ...columns, priceBefore: row.priceStars },
    });
  });
}

/**
 * A model like one that is known, at another endpoint. It is not offered until staff looked at its settings and price.
 * @throws DomainError "account.not_allowed", "base_model.not_found", "base_model.invalid" when the short name is taken
 */
export async function createBaseModel(
  ctx: Ctx,
  { copyOf, ...columns }: CreateBaseModel,
): Promise<{ id: Id<'baseModel'> }> {
  requireStaff(ctx, 'content');
  return inTransaction(ctx, async (tx) => {
    const source = await tx.db.baseModel.findUnique({ where: { id: copyOf } });
    if (!source) throw new DomainError('base_model.not_found');
    const { type, priceStars, sortOrder } = source;
    const settings = BaseModelSettingsSchema.parse(source.settings);
    const id = newId('baseModel');
    const { count } = await tx.db.baseModel.createMany({
      data: [{ id, ...columns, type, priceStars, sortOrder, settings, isActive: false }],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError('base_model.invalid', {}, { fields: { slug: 'taken' } });
    await recordAudit(tx, {
      action: 'base_model.created',
      subject: id,
      data: { copyOf, ...columns },
    });
    return { id };
  });
}
