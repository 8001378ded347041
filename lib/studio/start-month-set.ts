import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { PictureModelSettingsSchema } from './base-model-settings';
import { chooseLoras } from './choose-loras';
import { findKeptSeeds } from './generation-store';
import type { JobSettings, StartMonthSet } from './job-settings';
import { findOpenBaseModel, findPublishedTheme } from './job-store';
import { type JobPlan, openJob } from './open-job';
import { pictureSize } from './picture-size';
import { starsOfPicture } from './prices';
import {
  CategoryWordsSchema,
  renderPrompt,
  SubjectFactsSchema,
  ThemeDefaultsSchema,
} from './prompt-template';
import { pickSeed } from './seeds';

/**
 * Orders the twelve months of a theme for one learned subject, with some candidates each. Good seeds come first, each
 * once in a month; the others are new.
 * @throws DomainError "lora.not_found", "lora.not_ready", "prompt_theme.not_found", "base_model.not_found",
 *   "job.too_many", "stars.price_changed", "stars.not_enough", "request.conflict"; nothing is written then
 */
export async function startMonthSet(ctx: Ctx, input: StartMonthSet): Promise<{ jobId: Id<'job'> }> {
  const ownerId = asPerson(ctx).actor.userId;
  const { requestKey, starsShown, baseModelId, loraModelId, themeId, candidates } = input;
  const settings = settingsOf(input);
  const asked = { baseModelId, loraModelId, themeId, candidates, settings };
  return inTransaction(ctx, (tx) =>
    openJob(tx, { ownerId, requestKey, starsShown, asked }, () => planOf(tx, ownerId, input)),
  );
}

function settingsOf(input: StartMonthSet): JobSettings {
  const { formatId, layoutId, hemisphere, place, outfit, style } = input;
  return { kind: 'MONTH_SET', formatId, layoutId, hemisphere, place, outfit, style };
}

async function planOf(tx: TxCtx, ownerId: Id<'user'>, input: StartMonthSet): Promise<JobPlan> {
  const baseModel = await findOpenBaseModel(tx, input.baseModelId);
  if (!baseModel) throw new DomainError('base_model.not_found');
  const theme = await findPublishedTheme(tx, input.themeId);
  if (theme?.prompts.length !== 12) throw new DomainError('prompt_theme.not_found');
  const settings = PictureModelSettingsSchema.parse(baseModel.settings);
  const defaults = ThemeDefaultsSchema.parse(theme.defaults);
  const { models, loras } = await chooseLoras(tx, ownerId, baseModel.family, [
    { loraModelId: input.loraModelId, scale: defaults.loraScale },
    ...(input.style ? [input.style] : []),
  ]);
  const [subject, style] = models;
  assert(subject, 'a set has a subject');
  // A shared look is nobody's subject, and a subject is nobody's look.
  if (subject.type !== 'PORTRAIT' || (style && style.type !== 'STYLE')) {
    throw new DomainError('lora.not_found');
  }
  const kept = await findKeptSeeds(
    tx,
    theme.prompts.map(({ id }) => id),
    baseModel.id,
  );
  const size = pictureSize(input, settings);
  const { guidance, steps } = settings;
  const limited = (value: number, { min, max }: { min: number; max: number }) =>
    Math.min(max, Math.max(min, value));
  const about = {
    words: CategoryWordsSchema.parse(subject.category.words),
    facts: SubjectFactsSchema.parse(subject.facts),
    triggerWord: subject.triggerWord,
    styleText: theme.styleText,
    styleTriggerWords: style ? [style.triggerWord] : [],
    hemisphere: input.hemisphere,
    place: input.place || defaults.place,
    outfit: input.outfit || defaults.outfit,
  };
  return {
    kind: 'MONTH_SET',
    themeId: theme.id,
    loraModelId: subject.id,
    starsOfOne: starsOfPicture(
      baseModel.priceStars,
      loras.map(({ stars }) => stars),
    ),
    steps: theme.prompts.map((prompt) => {
      const proven = kept
        .filter(({ promptId, isProven }) => promptId === prompt.id && isProven)
        .map(({ seed }) => seed);
      const used = new Set<number>();
      const picture = {
        promptId: prompt.id,
        promptVersion: prompt.version,
        prompt: renderPrompt({ ...about, template: prompt.template, month: prompt.month }),
        negativePrompt: prompt.negativePrompt || theme.negativePrompt || null,
        baseModel,
        loraModelId: subject.id,
        loras,
        ...size,
        steps: limited(defaults.steps ?? steps.default, steps),
        guidance: limited(defaults.guidance ?? guidance.default, guidance),
      };
      return {
        month: prompt.month,
        pictures: Array.from({ length: input.candidates }, () => {
          const seed = pickSeed(proven, used, null);
          used.add(seed);
          return { ...picture, seed };
        }),
      };
    }),
  };
}
