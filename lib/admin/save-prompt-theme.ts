import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { type ThemeContent, ThemeContentSchema } from '@/lib/studio/theme-content';
import { contentOf } from './get-prompt-theme';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';

/**
 * Stores a theme's texts as its next version. A prompt whose text reads differently now gets the next version too, and
 * with it its seeds count as unproven; none is lost. Saving what is there already changes nothing.
 * @param input.expectedVersion the version that was edited
 * @throws DomainError "account.not_allowed", "prompt_theme.invalid" with the wrong fields, "prompt_theme.not_found",
 *   "prompt_theme.conflict" when somebody else saved in between
 */
export async function savePromptTheme(
  ctx: Ctx,
  input: { themeId: Id<'promptTheme'>; content: unknown; expectedVersion: number },
): Promise<{ version: number; changedMonths: number[] }> {
  const staff = requireStaff(ctx, 'content');
  const { themeId, expectedVersion } = input;
  return inTransaction(ctx, async (tx) => {
    await tx.db.$queryRaw`select 1 from "PromptTheme" where "id" = ${themeId} for no key update`;
    const theme = await tx.db.promptTheme.findUnique({
      where: { id: themeId },
      include: { prompts: { orderBy: { month: 'asc' } } },
    });
    if (!theme) throw new DomainError('prompt_theme.not_found');
    const content = readContent(input.content);
    if (theme.version !== expectedVersion) throw new DomainError('prompt_theme.conflict');
    const known = await tx.db.category.findMany({
      where: { id: { in: content.categoryIds }, type: 'PORTRAIT' },
      select: { id: true },
    });
    if (known.length !== new Set(content.categoryIds).size)
      throw new DomainError('prompt_theme.invalid', {}, { fields: { categoryIds: 'unknown' } });
    const before = contentOf(theme, theme.prompts);
    if (isSame(before, content)) return { version: theme.version, changedMonths: [] };

    const changedMonths: number[] = [];
    for (const [index, prompt] of theme.prompts.entries()) {
      const text = content.prompts[index];
      if (!text || readsAlike(before, content, index)) continue;
      changedMonths.push(prompt.month);
      await tx.db.prompt.update({
        where: { id: prompt.id },
        data: { ...text, version: { increment: 1 } },
      });
    }
    const { prompts: _texts, ...columns } = content;
    const version = theme.version + 1;
    await tx.db.promptTheme.update({ where: { id: themeId }, data: { ...columns, version } });
    await tx.db.promptThemeVersion.create({
      data: {
        id: newId('promptThemeVersion'),
        themeId,
        version,
        content,
        actorId: staff.userId,
        createdAt: tx.clock.now(),
      },
    });
    await recordAudit(tx, {
      action: 'prompt_theme.saved',
      subject: themeId,
      data: { version, changedMonths },
    });
    return { version, changedMonths };
  });
}

/** @throws DomainError "prompt_theme.invalid" */
function readContent(input: unknown): ThemeContent {
  const read = ThemeContentSchema.safeParse(input);
  if (read.success) return read.data;
  const fields: Record<string, string> = {};
  for (const issue of read.error.issues) fields[issue.path.join('.')] ??= issue.message;
  throw new DomainError('prompt_theme.invalid', {}, { fields });
}

/** Whether a month's prompt still says the same to the model, with the same dials. */
function readsAlike(before: ThemeContent, after: ThemeContent, index: number): boolean {
  const told = (content: ThemeContent) => ({
    text: content.prompts[index],
    styleText: content.styleText,
    negativePrompt: content.prompts[index]?.negativePrompt ? '' : content.negativePrompt,
    defaults: content.defaults,
  });
  return isSame(told(before), told(after));
}

/** Equal as JSON, whatever the order of names: the database sorts them in its own way. */
function isSame(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
