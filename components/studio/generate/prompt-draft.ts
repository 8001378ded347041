import type { FormatId } from '@/lib/calendars/document';
import type { Id } from '@/lib/core/ids';
import type { GenerationView } from '@/lib/studio/generation-view';
import { COUNT_MAX } from '@/lib/studio/job-settings';
import { PICTURE_LAYOUT_IDS, type PictureLayoutId } from '@/lib/studio/picture-size';
import type { StudioChoices } from '@/lib/studio/studio-choices';

/** A prompt that is being written. */
export type Draft = {
  prompt: string;
  negativePrompt: string;
  baseModelId: Id<'baseModel'> | null;
  loras: { loraModelId: Id<'loraModel'>; scale: number }[];
  formatId: FormatId;
  layoutId: PictureLayoutId;
  /** Of a record that is made again; until the paper is chosen anew. */
  sizePx: { widthPx: number; heightPx: number } | null;
  steps: number;
  guidance: number;
  seed: number | null;
  count: string;
};

/** How many pictures can be asked for at once. */
export const COUNTS = [1, 2, 3, 4, 6, COUNT_MAX].map(String);

/** A record that is copied as it is; else what was chosen the last time; else the person's own model by its word. */
export function firstDraft(choices: StudioChoices, copied: GenerationView | null): Draft {
  const { last, baseModels, models } = choices;
  const base = baseModels[0];
  const plain: Draft = {
    prompt: '',
    negativePrompt: '',
    baseModelId: base?.id ?? null,
    loras: [],
    formatId: 'wall-a3-portrait',
    layoutId: 'photo-above',
    sizePx: null,
    steps: base?.settings.steps.default ?? 28,
    guidance: base?.settings.guidance.default ?? 3.5,
    seed: null,
    count: '1',
  };
  if (copied) {
    const { prompt, negativePrompt, baseModelId, loras, widthPx, heightPx } = copied;
    const { steps, guidance, seed } = copied;
    return {
      ...plain,
      prompt,
      negativePrompt: negativePrompt ?? '',
      baseModelId,
      loras: loras.map(({ loraModelId, scale }) => ({ loraModelId, scale })),
      sizePx: { widthPx, heightPx },
      steps,
      guidance,
      seed,
    };
  }
  if (last.prompt) {
    const { prompt, negativePrompt, baseModelId, loras, formatId, layoutId, steps, guidance } =
      last.prompt;
    const layouts: readonly string[] = PICTURE_LAYOUT_IDS;
    return {
      ...plain,
      prompt,
      negativePrompt,
      baseModelId: baseModelId as Id<'baseModel'>,
      loras,
      formatId,
      layoutId: layouts.includes(layoutId) ? (layoutId as PictureLayoutId) : plain.layoutId,
      steps,
      guidance,
      count: COUNTS.includes(String(last.prompt.count)) ? String(last.prompt.count) : '1',
    };
  }
  const model =
    models.find(({ isDefault }) => isDefault) ??
    models.find(({ type, isOwn }) => type === 'PORTRAIT' && isOwn);
  if (!model || model.family !== base?.family) return plain;
  return {
    ...plain,
    prompt: `${model.triggerWord} `,
    loras: [{ loraModelId: model.id, scale: 1 }],
  };
}
