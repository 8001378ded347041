import { DomainError, type ErrorCode, isErrorCode } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import type { WorkStatus } from '@/lib/db/generated/client';
import { renditionUrl } from '@/lib/pictures/present';
import type { Localized } from '@/lib/studio/theme-content';
import { requireStaff } from './require-staff';

/** Pictures that the desk shows, newest runs first. */
const SHOWN_MAX = 144;

export type PromptTest = {
  id: Id<'generation'>;
  month: number;
  status: WorkStatus;
  errorCode: ErrorCode | null;
  seed: number;
  /** Set when it took another seed than the first. */
  attempt: number;
  prompt: string;
  thumbUrl: string | null;
  screenUrl: string | null;
  widthPx: number;
  heightPx: number;
  baseModelId: string;
  modelName: string;
  subjectName: string | null;
  isPresentText: boolean;
  isKept: boolean;
  isCover: boolean;
  createdAt: string;
};

export type TestDesk = {
  id: Id<'promptTheme'>;
  names: Localized;
  hasOwnCover: boolean;
  months: { month: number; seeds: { seed: number; baseModelId: string; isProven: boolean }[] }[];
  baseModels: {
    id: Id<'baseModel'>;
    name: string;
    family: string;
    priceStars: number;
    isDefault: boolean;
  }[];
  /** One's own learned subjects that are ready. */
  models: { id: Id<'loraModel'>; name: string; family: string }[];
  categories: { id: string; names: Localized }[];
  tests: PromptTest[];
};

/** What one tests a theme with, and one's own tests of it. @throws DomainError "account.not_allowed", "prompt_theme.not_found" */
export async function getTestDesk(ctx: Ctx, themeId: string): Promise<TestDesk> {
  const staff = requireStaff(ctx, 'content');
  const theme = await ctx.db.promptTheme.findUnique({
    where: { id: themeId },
    include: {
      prompts: { orderBy: { month: 'asc' }, include: { seeds: { orderBy: { createdAt: 'asc' } } } },
    },
  });
  if (!theme) throw new DomainError('prompt_theme.not_found');
  const prompts = new Map(theme.prompts.map((prompt) => [prompt.id, prompt]));
  const baseModels = await ctx.db.baseModel.findMany({
    where: { type: 'FLUX', isActive: true },
    orderBy: [{ isDefault: 'desc' }, { sortOrder: 'asc' }],
  });
  const models = await ctx.db.loraModel.findMany({
    where: { ownerId: staff.userId, type: 'PORTRAIT', status: 'READY', deletedAt: null },
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'desc' }],
    select: { id: true, name: true, family: true },
  });
  const categories = await ctx.db.category.findMany({
    where: { type: 'PORTRAIT' },
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
    select: { id: true, names: true },
  });
  const tests = await ctx.db.generation.findMany({
    where: {
      ownerId: staff.userId,
      purpose: 'PROMPT_TEST',
      deletedAt: null,
      promptRow: { themeId },
    },
    orderBy: { id: 'desc' },
    take: SHOWN_MAX,
    include: {
      baseModel: { select: { name: true, version: true } },
      loraModel: { select: { name: true } },
      picture: { select: { deletedAt: true } },
    },
  });
  return {
    id: theme.id as Id<'promptTheme'>,
    names: theme.names as Localized,
    hasOwnCover: theme.coverPictureId !== null,
    months: theme.prompts.map(({ month, version, seeds }) => ({
      month,
      seeds: seeds.map(({ seed, baseModelId, promptVersion }) => ({
        seed: Number(seed),
        baseModelId,
        isProven: promptVersion === version,
      })),
    })),
    baseModels: baseModels.map(({ id, name, version, family, priceStars, isDefault }) => ({
      id: id as Id<'baseModel'>,
      name: `${name} ${version}`,
      family,
      priceStars,
      isDefault,
    })),
    models: models.map(({ id, ...model }) => ({ id: id as Id<'loraModel'>, ...model })),
    categories: categories.map(({ id, names }) => ({ id, names: names as Localized })),
    tests: tests.flatMap((test) => {
      const prompt = prompts.get(test.promptId ?? '');
      if (!prompt) return [];
      const pictureId = test.picture && !test.picture.deletedAt ? test.pictureId : null;
      const url = (rendition: 'thumb' | 'screen') =>
        pictureId ? renditionUrl(pictureId as Id<'picture'>, rendition) : null;
      return [
        {
          id: test.id as Id<'generation'>,
          month: prompt.month,
          status: test.status,
          errorCode: test.errorCode && isErrorCode(test.errorCode) ? test.errorCode : null,
          seed: Number(test.seed),
          attempt: test.attempt,
          prompt: test.prompt,
          thumbUrl: url('thumb'),
          screenUrl: url('screen'),
          widthPx: test.widthPx,
          heightPx: test.heightPx,
          baseModelId: test.baseModelId,
          modelName: `${test.baseModel.name} ${test.baseModel.version}`,
          subjectName: test.loraModel?.name ?? null,
          isPresentText: test.promptVersion === prompt.version,
          isKept: prompt.seeds.some(
            ({ seed, baseModelId, promptVersion }) =>
              seed === test.seed &&
              baseModelId === test.baseModelId &&
              promptVersion >= (test.promptVersion ?? 0),
          ),
          isCover: pictureId !== null && pictureId === theme.coverPictureId,
          createdAt: test.createdAt.toISOString(),
        },
      ];
    }),
  };
}
