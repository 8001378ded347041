import { newId } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';
import { CATEGORIES } from './data/categories';
import { THEMES } from './data/themes';
import type { ThemeContent } from './theme-content';

/** Model that the seeds of the themes are meant for. */
const SEEDS_MODEL = 'flux-lora';

/** Older than every text: nobody has looked at these seeds yet, and until staff keeps one it is not used. */
const UNPROVEN = 0;

/** Categories and themes of a new installation. Rows that exist stay as staff left them. */
export async function seedPrompts(db: PrismaClient): Promise<void> {
  await db.category.createMany({
    data: CATEGORIES.map((category, sortOrder) => ({ ...category, sortOrder })),
    skipDuplicates: true,
  });
  const existing = await db.promptTheme.findMany({ select: { slug: true } });
  const known = new Set(existing.map(({ slug }) => slug));
  const model = await db.baseModel.findUniqueOrThrow({ where: { slug: SEEDS_MODEL } });
  for (const [sortOrder, theme] of THEMES.entries()) {
    if (known.has(theme.slug)) continue;
    const themeId = newId('promptTheme');
    const { names, descriptions, styleText, negativePrompt, defaults } = theme;
    const text = { names, descriptions, styleText, negativePrompt, defaults };
    const categoryIds = [...theme.categoryIds];
    const prompts = theme.prompts.map(({ template, seeds }, index) => ({
      row: { id: newId('prompt'), themeId, month: index + 1, template },
      seeds,
    }));
    const content: ThemeContent = {
      ...text,
      categoryIds,
      prompts: prompts.map(({ row }) => ({ template: row.template, negativePrompt: '' })),
    };
    await db.$transaction([
      db.promptTheme.create({
        data: {
          id: themeId,
          slug: theme.slug,
          status: 'PUBLISHED',
          ...text,
          categoryIds,
          coverPath: `/themes/${theme.slug}.jpg`,
          sortOrder,
        },
      }),
      db.prompt.createMany({ data: prompts.map(({ row }) => row) }),
      db.promptSeed.createMany({
        data: prompts.flatMap(({ row, seeds }) =>
          seeds.map((seed) => ({
            id: newId('promptSeed'),
            promptId: row.id,
            baseModelId: model.id,
            seed,
            promptVersion: UNPROVEN,
          })),
        ),
      }),
      db.promptThemeVersion.create({
        data: { id: newId('promptThemeVersion'), themeId, version: 1, content },
      }),
    ]);
  }
}
