import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { PictureModelSettingsSchema } from './base-model-settings';
import { chooseLoras } from './choose-loras';
import type { JobSettings, StartPrompt } from './job-settings';
import { findOpenBaseModel } from './job-store';
import { type JobPlan, openJob } from './open-job';
import { pictureSize } from './picture-size';
import { starsOfPicture } from './prices';
import { nextSeed, randomSeed } from './seeds';

/**
 * Orders pictures of a prompt that the person wrote. With a seed, the first picture has it and the others the ones
 * after it; a record copied whole is made again exactly.
 * @throws DomainError "lora.not_found", "lora.not_ready", "base_model.not_found", "request.invalid" with the field for
 *   what the base model does not take, "job.too_many", "stars.price_changed", "stars.not_enough", "request.conflict";
 *   nothing is written then
 */
export async function startPrompt(ctx: Ctx, input: StartPrompt): Promise<{ jobId: Id<'job'> }> {
  const ownerId = asPerson(ctx).actor.userId;
  const { requestKey, starsShown, baseModelId, count: candidates } = input;
  const asked = { baseModelId, candidates, settings: settingsOf(input) };
  return inTransaction(ctx, (tx) =>
    openJob(tx, { ownerId, requestKey, starsShown, asked }, () => planOf(tx, ownerId, input)),
  );
}

function settingsOf(input: StartPrompt): JobSettings {
  const { prompt, negativePrompt, formatId, layoutId, sizePx, steps, guidance, seed, loras } =
    input;
  return {
    kind: 'PROMPT',
    prompt,
    negativePrompt,
    formatId,
    layoutId,
    sizePx,
    steps,
    guidance,
    seed,
    loras,
  };
}

async function planOf(tx: TxCtx, ownerId: Id<'user'>, input: StartPrompt): Promise<JobPlan> {
  const { baseModelId, count } = input;
  const baseModel = await findOpenBaseModel(tx, baseModelId);
  if (!baseModel) throw new DomainError('base_model.not_found');
  const limits = PictureModelSettingsSchema.parse(baseModel.settings);
  if (input.loras.length > limits.lorasMax) {
    throw new DomainError('request.invalid', {}, { fields: { loras: `0-${limits.lorasMax}` } });
  }
  requireWithin('steps', input.steps, limits.steps);
  requireWithin('guidance', input.guidance, limits.guidance);
  const { models, loras } = await chooseLoras(tx, ownerId, baseModel.family, input.loras);
  const subject = models.find(({ type }) => type === 'PORTRAIT') ?? models[0];
  const size = input.sizePx ?? pictureSize(input, limits);
  requireSize(size, limits);
  let seed = input.seed ?? randomSeed();
  const seeds = Array.from({ length: count }, () => {
    const now = seed;
    seed = input.seed === null ? randomSeed() : nextSeed(seed);
    return now;
  });
  return {
    kind: 'PROMPT',
    themeId: null,
    loraModelId: subject?.id ?? null,
    starsOfOne: starsOfPicture(
      baseModel.priceStars,
      loras.map(({ stars }) => stars),
    ),
    steps: [
      {
        month: null,
        pictures: seeds.map((each) => ({
          prompt: input.prompt,
          negativePrompt: limits.hasNegativePrompt ? input.negativePrompt || null : null,
          baseModel,
          loraModelId: subject?.id ?? null,
          loras,
          ...size,
          steps: input.steps,
          guidance: input.guidance,
          seed: each,
        })),
      },
    ],
  };
}

/** @throws DomainError "request.invalid" with the field */
function requireWithin(
  field: string,
  value: number,
  { min, max }: { min: number; max: number },
): void {
  if (value < min || value > max) {
    throw new DomainError('request.invalid', {}, { fields: { [field]: `${min}-${max}` } });
  }
}

function requireSize(
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
  limits: { sideMaxPx: number; areaMaxPx: number; sideMultiple: number },
): void {
  const { sideMaxPx, areaMaxPx, sideMultiple } = limits;
  const fits =
    Math.max(widthPx, heightPx) <= sideMaxPx &&
    widthPx * heightPx <= areaMaxPx &&
    widthPx % sideMultiple === 0 &&
    heightPx % sideMultiple === 0;
  if (!fits) throw new DomainError('request.invalid', {}, { fields: { sizePx: 'size' } });
}
