import type { BaseModel } from '@/lib/db/generated/client';
import { AREA_MAX_PX } from '@/lib/pictures/limits';
import { BaseModelSettingsSchema, type UpscalerSettings } from './base-model-settings';

export type UpscalePlan = { model: BaseModel; factor: number };

/** The settings of an enlarger; null for a row that says it is something else. */
export function upscalerSettings(value: unknown): UpscalerSettings | null {
  const parsed = BaseModelSettingsSchema.safeParse(value);
  return parsed.success && parsed.data.kind === 'upscaler' ? parsed.data : null;
}

/**
 * Which enlarger takes a picture, and by how much: the first that reaches what is missing, else the one that comes
 * nearest. Nothing may grow beyond what our decoder takes.
 * @param models in the order of preference
 * @param missing how many times as many pixels on a side are needed
 * @returns null where no model makes it larger
 */
export function planUpscale(
  models: readonly BaseModel[],
  picture: { widthPx: number; heightPx: number },
  missing: number,
): UpscalePlan | null {
  const limit = Math.sqrt(AREA_MAX_PX / (picture.widthPx * picture.heightPx));
  const plans = models.flatMap((model): UpscalePlan[] => {
    const settings = upscalerSettings(model.settings);
    const factor = settings ? factorOf(settings, missing, limit) : null;
    return factor === null ? [] : [{ model, factor }];
  });
  const farthest = Math.max(0, ...plans.map(({ factor }) => Math.min(factor, missing)));
  return plans.find(({ factor }) => Math.min(factor, missing) >= farthest) ?? null;
}

function factorOf(settings: UpscalerSettings, missing: number, limit: number): number | null {
  const fixed = settings.extra[settings.factorField];
  if (typeof fixed === 'number') return fixed > 1 && fixed <= limit ? fixed : null;
  const most = Math.min(settings.factorMax, limit);
  const step = settings.isWhole ? 1 : 0.01;
  const factor = Math.min(Math.ceil(missing / step), Math.floor(most / step)) * step;
  return factor > 1 ? Math.round(factor * 100) / 100 : null;
}
