import type { BaseModel, LoraType } from '@/lib/db/generated/client';
import { BaseModelSettingsSchema, type TrainerSettings } from './base-model-settings';
import type { CategoryWords } from './prompt-template';

/** Settings of a trainer's row; null for any other model. */
export function readTrainerSettings(stored: unknown): TrainerSettings | null {
  const parsed = BaseModelSettingsSchema.safeParse(stored);
  return parsed.success && parsed.data.kind === 'trainer' ? parsed.data : null;
}

/**
 * Whether a trainer learns such a thing: the portrait trainers crop to a face, so they are for people; a look needs one
 * that can be told to learn a look.
 */
export function canLearn(
  trainer: Pick<BaseModel, 'type' | 'settings'>,
  subject: { type: LoraType; words: CategoryWords },
): boolean {
  const settings = readTrainerSettings(trainer.settings);
  if (settings === null) return false;
  if (subject.type === 'STYLE') return settings.styleField !== null;
  return trainer.type !== 'FLUX_PORTRAIT' || subject.words.kind === 'person';
}
