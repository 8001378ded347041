import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { ThemeContent } from '@/lib/studio/theme-content';
import { contentOf } from './get-prompt-theme';
import type { CreatePromptTheme } from './prompt-schema';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';

/** A month of a blank theme: true in every season, and dull enough to be written anew. */
const BLANK_TEMPLATE = '{subject} in {place}, {nature}, {light}';

const BLANK: Omit<ThemeContent, 'names'> = {
  descriptions: {},
  styleText: '',
  negativePrompt: '',
  defaults: { place: '', outfit: '', guidance: null, steps: null, loraScale: 1 },
  categoryIds: [],
  prompts: Array.from({ length: 12 }, () => ({ template: BLANK_TEMPLATE, negativePrompt: '' })),
};

/**
 * A new draft at the end of the shelf. A copy takes the texts; seeds stay with the theme that they were tried on.
 * @throws DomainError "account.not_allowed", "prompt_theme.not_found", "prompt_theme.invalid" when the address is taken
 */
export async function createPromptTheme(
  ctx: Ctx,
  input: CreatePromptTheme,
): Promise<{ id: Id<'promptTheme'> }> {
  const staff = requireStaff(ctx, 'content');
  return inTransaction(ctx, async (tx) => {
    const source =
      input.copyOf === null
        ? null
        : await tx.db.promptTheme.findUnique({
            where: { id: input.copyOf },
            include: { prompts: { orderBy: { month: 'asc' } } },
          });
    if (input.copyOf !== null && !source) throw new DomainError('prompt_theme.not_found');
    const content: ThemeContent = {
      ...(source ? contentOf(source, source.prompts) : BLANK),
      names: { en: input.name },
    };
    if (!content.descriptions.en) content.descriptions = { en: input.name };
    const { _max } = await tx.db.promptTheme.aggregate({ _max: { sortOrder: true } });
    const id = newId('promptTheme');
    const { prompts, ...columns } = content;
    const { count } = await tx.db.promptTheme.createMany({
      data: [{ id, slug: input.slug, ...columns, sortOrder: (_max.sortOrder ?? -1) + 1 }],
      skipDuplicates: true,
    });
    if (count === 0)
      throw new DomainError('prompt_theme.invalid', {}, { fields: { slug: 'taken' } });
    await tx.db.prompt.createMany({
      data: prompts.map((prompt, index) => ({
        id: newId('prompt'),
        themeId: id,
        month: index + 1,
        ...prompt,
      })),
    });
    await tx.db.promptThemeVersion.create({
      data: {
        id: newId('promptThemeVersion'),
        themeId: id,
        version: 1,
        content,
        actorId: staff.userId,
        createdAt: tx.clock.now(),
      },
    });
    await recordAudit(tx, {
      action: 'prompt_theme.created',
      subject: id,
      data: { slug: input.slug, copyOf: input.copyOf },
    });
    return { id };
  });
}
