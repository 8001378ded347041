import { generationWork } from './generation-work';
import type { ModelWorks } from './requests/model-work';
import { trainingWork } from './training-work';
import { upscaleWork } from './upscale-work';

/** What each kind of request is for. */
export const MODEL_WORKS: ModelWorks = {
  TRAINING: trainingWork,
  GENERATION: generationWork,
  UPSCALE: upscaleWork,
};
