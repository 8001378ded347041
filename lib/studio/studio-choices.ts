import { savedSettings } from '@/lib/accounts/read-settings';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx } from '@/lib/db/context';
import { renditionUrl } from '@/lib/pictures/present';
import { readBalance } from '@/lib/stars/read-wallet';
import { type PictureModelSettings, PictureModelSettingsSchema } from './base-model-settings';
import { hemisphereOf } from './hemisphere';
import { type JobSettings, JobSettingsSchema } from './job-settings';
import { findLastJob, findStudioData, findUsableLoras } from './job-store';
import { ThemeDefaultsSchema } from './prompt-template';
import { coverUrlOf } from './theme-cover';

export type ModelChoice = {
  id: Id<'loraModel'>;
  name: string;
  type: 'PORTRAIT' | 'STYLE';
  family: string;
  categoryId: string;
  categoryNames: Record<string, string>;
  triggerWord: string;
  isDefault: boolean;
  isOwn: boolean;
  /** On top of each picture; 0 for own ones. */
  stars: number;
  thumbUrl: string | null;
};

export type BaseModelChoice = {
  id: Id<'baseModel'>;
  name: string;
  family: string;
  priceStars: number;
  isDefault: boolean;
  settings: PictureModelSettings;
};

export type ThemeChoice = {
  id: Id<'promptTheme'>;
  names: Record<string, string>;
  descriptions: Record<string, string>;
  coverUrl: string | null;
  /** Empty is all. */
  categoryIds: string[];
  place: string;
  outfit: string;
};

/** Everything that a person chooses from before pictures are made. */
export type StudioChoices = {
  balance: number;
  hemisphere: 'north' | 'south';
  models: ModelChoice[];
  baseModels: BaseModelChoice[];
  themes: ThemeChoice[];
  /** What was chosen the last time, by kind of job. */
  last: {
    monthSet: (JobSettings & { kind: 'MONTH_SET' }) | null;
    prompt: ((JobSettings & { kind: 'PROMPT' }) & { baseModelId: string; count: number }) | null;
  };
};

export async function studioChoices(ctx: Ctx, locale: string): Promise<StudioChoices> {
  const ownerId = asPerson(ctx).actor.userId;
  const { balance } = await readBalance(ctx);
  const settings = await savedSettings(ctx, locale);
  const [baseModels, themes] = await findStudioData(ctx);
  const models = await findUsableLoras(ctx, ownerId, { status: 'READY' });
  const lastSet = await findLastJob(ctx, ownerId, 'MONTH_SET');
  const lastPrompt = await findLastJob(ctx, ownerId, 'PROMPT');
  const set = JobSettingsSchema.safeParse(lastSet?.settings).data;
  const prompt = JobSettingsSchema.safeParse(lastPrompt?.settings).data;
  return {
    balance,
    hemisphere: hemisphereOf(settings?.country ?? null),
    models: models.map((model) => ({
      id: model.id as Id<'loraModel'>,
      name: model.name,
      type: model.type,
      family: model.family,
      categoryId: model.categoryId,
      categoryNames: model.category.names as Record<string, string>,
      triggerWord: model.triggerWord,
      isDefault: model.isDefault && model.ownerId === ownerId,
      isOwn: model.ownerId === ownerId,
      stars: model.ownerId === ownerId ? 0 : model.starsRequired,
      thumbUrl:
        model.ownerId === ownerId && model.previewPictureId
          ? renditionUrl(model.previewPictureId as Id<'picture'>, 'thumb')
          : null,
    })),
    baseModels: baseModels.map((model) => ({
      id: model.id as Id<'baseModel'>,
      name: `${model.name} ${model.version}`,
      family: model.family,
      priceStars: model.priceStars,
      isDefault: model.isDefault,
      settings: PictureModelSettingsSchema.parse(model.settings),
    })),
    themes: themes.map((theme) => {
      const { place, outfit } = ThemeDefaultsSchema.parse(theme.defaults);
      return {
        id: theme.id as Id<'promptTheme'>,
        names: theme.names as Record<string, string>,
        descriptions: theme.descriptions as Record<string, string>,
        coverUrl: coverUrlOf(theme),
        categoryIds: theme.categoryIds as string[],
        place,
        outfit,
      };
    }),
    last: {
      monthSet: set?.kind === 'MONTH_SET' ? set : null,
      prompt:
        prompt?.kind === 'PROMPT' && lastPrompt
          ? { ...prompt, baseModelId: lastPrompt.baseModelId, count: lastPrompt.candidates }
          : null,
    },
  };
}
