import { DomainError } from '@/lib/core/errors';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { LoraType } from '@/lib/db/generated/client';
import { type CategoryWords, CategoryWordsSchema } from '@/lib/studio/prompt-template';
import { type Localized, NamesSchema } from '@/lib/studio/theme-content';
import type { CreateCategory, SaveCategory } from './prompt-schema';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';

export type StaffCategory = {
  id: string;
  type: LoraType;
  needsGuardian: boolean;
  names: Localized;
  words: CategoryWords;
  isActive: boolean;
  sortOrder: number;
  /** Learned models of it. */
  models: number;
};

/** @throws DomainError "account.not_allowed" */
export async function listCategories(ctx: Ctx): Promise<StaffCategory[]> {
  requireStaff(ctx, 'content');
  const rows = await ctx.db.category.findMany({
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
    include: { _count: { select: { loraModels: { where: { deletedAt: null } } } } },
  });
  return rows.map(({ _count, names, words, ...row }) => ({
    ...row,
    names: names as Localized,
    words: CategoryWordsSchema.parse(words),
    models: _count.loraModels,
  }));
}

/**
 * Changes how a kind of subject is called and spoken of. Whether a guardian attests stays: it is a
 * promise, and changes with the code that keeps it.
 * @throws DomainError "account.not_allowed", "category.not_found", "category.invalid" with the wrong fields
 */
export async function saveCategory(ctx: Ctx, id: string, input: SaveCategory): Promise<void> {
  requireStaff(ctx, 'content');
  const { isActive, sortOrder } = input;
  await inTransaction(ctx, async (tx) => {
    const row = await tx.db.category.findUnique({ where: { id } });
    if (!row) throw new DomainError('category.not_found');
    const names = NamesSchema.safeParse(input.names);
    const words = CategoryWordsSchema.safeParse(input.words);
    const fields: Record<string, string> = {};
    for (const issue of names.error?.issues ?? [])
      fields[['names', ...issue.path].join('.')] ??= issue.message;
    for (const issue of words.error?.issues ?? [])
      fields[['words', ...issue.path].join('.')] ??= issue.message;
    if (words.data && (words.data.kind === 'style') !== (row.type === 'STYLE'))
      fields['words.kind'] = 'wrong_kind';
    if (!names.data || !words.data || Object.keys(fields).length > 0)
      throw new DomainError('category.invalid', {}, { fields });
    await tx.db.category.update({
      where: { id },
      data: { names: names.data, words: words.data, isActive, sortOrder },
    });
    await recordAudit(tx, { action: 'category.saved', subject: id, data: { isActive, sortOrder } });
  });
}

/**
 * A new kind of subject or look, at the end of the list and not offered until its words were looked at.
 * @throws DomainError "account.not_allowed", "category.invalid" when the short name is taken
 */
export async function createCategory(
  ctx: Ctx,
  { id, type, name, needsGuardian }: CreateCategory,
): Promise<void> {
  requireStaff(ctx, 'content');
  const words: CategoryWords = {
    kind: type === 'STYLE' ? 'style' : 'thing',
    noun: name.toLowerCase(),
    pronoun: 'it',
    young: null,
    hasAge: false,
    hasKindOf: type === 'PORTRAIT',
  };
  await inTransaction(ctx, async (tx) => {
    const { _max } = await tx.db.category.aggregate({ _max: { sortOrder: true } });
    const sortOrder = (_max.sortOrder ?? -1) + 1;
    const { count } = await tx.db.category.createMany({
      data: [{ id, type, needsGuardian, names: { en: name }, words, sortOrder, isActive: false }],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError('category.invalid', {}, { fields: { id: 'taken' } });
    await recordAudit(tx, {
      action: 'category.created',
      subject: id,
      data: { type, needsGuardian },
    });
  });
}
