import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { SubjectFactsSchema } from './prompt-template';

/** A learned model as pages and routes show it; safe for the browser. Instants are ISO texts. */

const TrainingViewSchema = z.strictObject({
  id: idSchema('training'),
  status: z.enum(['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED']),
  trainerName: z.string(),
  baseModelId: idSchema('baseModel'),
  stars: z.number().int(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  completedAt: z.string().nullable(),
  /** What such trainings usually take, in seconds. */
  usualSeconds: z.number(),
  /** What the provider last said; null before it was asked and once it is over. */
  stage: z.enum(['queued', 'running']).nullable(),
  queuePosition: z.number().int().nullable(),
  /** Words by errors.<code>. */
  errorCode: z.string().nullable(),
});
export type TrainingView = z.infer<typeof TrainingViewSchema>;

const PreviewViewSchema = z.strictObject({
  generationId: idSchema('generation'),
  status: z.enum(['QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED']),
  pictureId: idSchema('picture').nullable(),
  thumbUrl: z.string().nullable(),
  screenUrl: z.string().nullable(),
  errorCode: z.string().nullable(),
});
export type PreviewView = z.infer<typeof PreviewViewSchema>;

export const LoraViewSchema = z.strictObject({
  id: idSchema('loraModel'),
  type: z.enum(['PORTRAIT', 'STYLE']),
  status: z.enum(['DRAFT', 'TRAINING', 'READY', 'FAILED']),
  name: z.string(),
  categoryId: z.string(),
  categoryName: z.string(),
  needsGuardian: z.boolean(),
  facts: SubjectFactsSchema,
  isDefault: z.boolean(),
  isPublic: z.boolean(),
  starsRequired: z.number().int(),
  description: z.string(),
  /** Whether the person's agreement covers the next training. */
  hasConsent: z.boolean(),
  consentGivenAt: z.string().nullable(),
  thumbUrl: z.string().nullable(),
  createdAt: z.string(),
  /** Newest first. */
  trainings: z.array(TrainingViewSchema),
  /** Of the newest finished training. */
  previews: z.array(PreviewViewSchema),
  /** Of the newest training, as far as they are still there. */
  photoUrls: z.array(z.string()),
  photoCount: z.number().int(),
});
export type LoraView = z.infer<typeof LoraViewSchema>;

/** A kind of subject to choose from. */
export type CategoryView = {
  id: string;
  type: 'PORTRAIT' | 'STYLE';
  name: string;
  needsGuardian: boolean;
  hasAge: boolean;
  hasKindOf: boolean;
  kind: 'person' | 'animal' | 'thing' | 'style';
};

/** A trainer that can learn the subject, with what it costs and usually takes. */
export type TrainerView = {
  id: string;
  name: string;
  version: string;
  type: 'FLUX_PORTRAIT' | 'FLUX_FAST';
  family: string;
  priceStars: number;
  usualSeconds: number;
  photosMin: number;
  isDefault: boolean;
};

/** A look that its owner shares with everybody. */
export type StyleView = {
  id: string;
  name: string;
  description: string;
  /** First name of its owner; null where none is known. */
  ownerName: string | null;
  isOwn: boolean;
  starsRequired: number;
  uses: number;
  hasPreview: boolean;
};
