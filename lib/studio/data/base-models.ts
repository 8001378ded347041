import type { BaseModelType } from '@/lib/db/generated/client';
import type { BaseModelSettings } from '../base-model-settings';

type BaseModelSeed = {
  slug: string;
  name: string;
  version: string;
  type: BaseModelType;
  endpoint: string;
  family: string;
  priceStars: number;
  isDefault: boolean;
  isActive: boolean;
  settings: BaseModelSettings;
};

/**
 * The models of a new installation. Field names, defaults and limits are those of fal's published schemas
 * (client 1.10.1); sizes stay under what flux-lora paints without repeating itself.
 */
export const BASE_MODELS: readonly BaseModelSeed[] = [
  {
    slug: 'flux-lora',
    name: 'Flux',
    version: '1 dev',
    type: 'FLUX',
    endpoint: 'fal-ai/flux-lora',
    family: 'flux-1',
    priceStars: 2,
    isDefault: true,
    isActive: true,
    settings: {
      kind: 'picture',
      steps: { default: 28, min: 1, max: 50 },
      guidance: { default: 3.5, min: 0, max: 35 },
      lorasMax: 5,
      hasNegativePrompt: false,
      sideMaxPx: 1536,
      areaMaxPx: 1_600_000,
      sideMultiple: 16,
      extra: { enable_safety_checker: true, output_format: 'jpeg', num_images: 1 },
    },
  },
  {
    slug: 'flux-2-lora',
    name: 'Flux 2',
    version: 'dev',
    type: 'FLUX',
    endpoint: 'fal-ai/flux-2/lora',
    family: 'flux-2',
    priceStars: 3,
    isDefault: false,
    isActive: true,
    settings: {
      kind: 'picture',
      steps: { default: 28, min: 4, max: 50 },
      guidance: { default: 2.5, min: 0, max: 20 },
      lorasMax: 3,
      hasNegativePrompt: false,
      sideMaxPx: 2048,
      areaMaxPx: 2_400_000,
      sideMultiple: 16,
      extra: { enable_safety_checker: true, output_format: 'png', num_images: 1 },
    },
  },
  {
    slug: 'flux-portrait-trainer',
    name: 'Portrait',
    version: '1',
    type: 'FLUX_PORTRAIT',
    endpoint: 'fal-ai/flux-lora-portrait-trainer',
    family: 'flux-1',
    priceStars: 120,
    isDefault: true,
    isActive: true,
    settings: {
      kind: 'trainer',
      archiveField: 'images_data_url',
      triggerField: 'trigger_phrase',
      styleField: null,
      weightsField: 'diffusers_lora_file',
      steps: 2500,
      learningRate: 0.00009,
      photosMin: 10,
      usualSeconds: 900,
      extra: { multiresolution_training: true, subject_crop: true, create_masks: false },
    },
  },
  {
    slug: 'flux-fast-trainer',
    name: 'Fast',
    version: '1',
    type: 'FLUX_FAST',
    endpoint: 'fal-ai/flux-lora-fast-training',
    family: 'flux-1',
    priceStars: 60,
    isDefault: true,
    isActive: true,
    settings: {
      kind: 'trainer',
      archiveField: 'images_data_url',
      triggerField: 'trigger_word',
      styleField: 'is_style',
      weightsField: 'diffusers_lora_file',
      steps: 1000,
      learningRate: null,
      photosMin: 4,
      usualSeconds: 300,
      extra: { create_masks: true },
    },
  },
  {
    slug: 'flux-2-trainer',
    name: 'Flux 2',
    version: 'dev',
    type: 'FLUX_FAST',
    endpoint: 'fal-ai/flux-2-trainer',
    family: 'flux-2',
    priceStars: 150,
    isDefault: false,
    isActive: true,
    settings: {
      kind: 'trainer',
      archiveField: 'image_data_url',
      triggerField: 'default_caption',
      styleField: null,
      weightsField: 'diffusers_lora_file',
      steps: 1000,
      learningRate: 0.00005,
      photosMin: 10,
      usualSeconds: 900,
      extra: { output_lora_format: 'fal' },
    },
  },
  {
    slug: 'aura-sr',
    name: 'Aura',
    version: '2',
    type: 'UPSCALER',
    endpoint: 'fal-ai/aura-sr',
    family: '',
    priceStars: 1,
    isDefault: true,
    isActive: true,
    settings: {
      kind: 'upscaler',
      factorField: 'upscale_factor',
      factorMax: 4,
      isWhole: true,
      // The one factor that this model knows.
      extra: { upscale_factor: 4, checkpoint: 'v2', overlapping_tiles: true },
    },
  },
  {
    slug: 'topaz',
    name: 'Topaz',
    version: 'Standard V2',
    type: 'UPSCALER',
    endpoint: 'fal-ai/topaz/upscale/image',
    family: '',
    priceStars: 3,
    isDefault: false,
    isActive: true,
    settings: {
      kind: 'upscaler',
      factorField: 'upscale_factor',
      factorMax: 4,
      isWhole: false,
      extra: { model: 'Standard V2', face_enhancement: true, output_format: 'jpeg' },
    },
  },
];
