import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import type { PromptTheme, PublishStatus } from '@/lib/db/generated/client';
import {
  type CategoryWords,
  CategoryWordsSchema,
  ThemeDefaultsSchema,
} from '@/lib/studio/prompt-template';
import type { Localized, ThemeContent } from '@/lib/studio/theme-content';
import { ThemeContentSchema } from '@/lib/studio/theme-content';
import { coverUrlOf } from '@/lib/studio/theme-cover';
import type { PromptCounts } from './prompt-counts';
import { countPrompts } from './prompt-store';
import { requireStaff } from './require-staff';

export type StaffSeed = {
  id: Id<'promptSeed'>;
  baseModelId: string;
  baseModelName: string;
  seed: number;
  /** False when the text changed since it was kept. */
  isProven: boolean;
};

export type StaffPrompt = {
  id: Id<'prompt'>;
  month: number;
  version: number;
  seeds: StaffSeed[];
  counts: PromptCounts;
};

export type PromptCategory = {
  id: string;
  names: Localized;
  words: CategoryWords;
};

export type StaffPromptThemePage = {
  id: Id<'promptTheme'>;
  slug: string;
  status: PublishStatus;
  version: number;
  coverUrl: string | null;
  hasOwnCover: boolean;
  content: ThemeContent;
  prompts: StaffPrompt[];
  /** Subjects that a prompt may be about. */
  categories: PromptCategory[];
  /** Newest first. */
  versions: { version: number; createdAt: string; actorName: string | null }[];
  /** The one whose texts `content` has, when it is not the present one. */
  shownVersion: number | null;
};

const NOTHING: PromptCounts = { ended: 0, pictures: 0, rejected: 0, picked: 0 };

/**
 * One theme with everything that its desk shows.
 * @param version texts of that version instead of the present ones, to look at and to take back
 * @throws DomainError "account.not_allowed", "prompt_theme.not_found"
 */
export async function getStaffPromptTheme(
  ctx: Ctx,
  themeId: string,
  version: number | null = null,
): Promise<StaffPromptThemePage> {
  requireStaff(ctx, 'content');
  const row = await ctx.db.promptTheme.findUnique({
    where: { id: themeId },
    include: {
      prompts: {
        orderBy: { month: 'asc' },
        include: {
          seeds: {
            orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
            include: { baseModel: { select: { name: true, version: true } } },
          },
        },
      },
      versions: { orderBy: { version: 'desc' }, take: 50 },
    },
  });
  if (!row) throw new DomainError('prompt_theme.not_found');
  const { prompts, versions } = row;
  const older =
    version === null || version === row.version
      ? null
      : await ctx.db.promptThemeVersion.findUnique({
          where: { themeId_version: { themeId, version } },
        });
  if (version !== null && version !== row.version && !older)
    throw new DomainError('prompt_theme.not_found');
  const counts = await countPrompts(
    ctx,
    prompts.map(({ id }) => id),
  );
  const actorIds = versions.flatMap(({ actorId }) => actorId ?? []);
  const people = await ctx.db.user.findMany({
    where: { id: { in: actorIds } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(people.map(({ id, name, email }) => [id, name || email]));
  return {
    id: row.id as Id<'promptTheme'>,
    slug: row.slug,
    status: row.status,
    version: row.version,
    coverUrl: coverUrlOf(row),
    hasOwnCover: row.coverPictureId !== null,
    content: older ? ThemeContentSchema.parse(older.content) : contentOf(row, prompts),
    prompts: prompts.map((prompt) => ({
      id: prompt.id as Id<'prompt'>,
      month: prompt.month,
      version: prompt.version,
      seeds: prompt.seeds.map((seed) => ({
        id: seed.id as Id<'promptSeed'>,
        baseModelId: seed.baseModelId,
        baseModelName: `${seed.baseModel.name} ${seed.baseModel.version}`,
        seed: Number(seed.seed),
        isProven: seed.promptVersion === prompt.version,
      })),
      counts: counts.get(prompt.id) ?? NOTHING,
    })),
    categories: await promptCategories(ctx),
    versions: versions.map((one) => ({
      version: one.version,
      createdAt: one.createdAt.toISOString(),
      actorName: (one.actorId ? names.get(one.actorId) : null) ?? null,
    })),
    shownVersion: older?.version ?? null,
  };
}

/** A theme's texts as its rows have them. */
export function contentOf(
  theme: PromptTheme,
  prompts: readonly { template: string; negativePrompt: string }[],
): ThemeContent {
  return {
    names: theme.names as Localized,
    descriptions: theme.descriptions as Localized,
    styleText: theme.styleText,
    negativePrompt: theme.negativePrompt,
    defaults: ThemeDefaultsSchema.parse(theme.defaults),
    categoryIds: theme.categoryIds as string[],
    prompts: prompts.map(({ template, negativePrompt }) => ({ template, negativePrompt })),
  };
}

async function promptCategories(ctx: Ctx): Promise<PromptCategory[]> {
  const rows = await ctx.db.category.findMany({
    where: { type: 'PORTRAIT' },
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, names, words }) => ({
    id,
    names: names as Localized,
    words: CategoryWordsSchema.parse(words),
  }));
}
