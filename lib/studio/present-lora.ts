import { z } from 'zod';
import type { Id } from '@/lib/core/ids';
import type { ReadCtx } from '@/lib/db/context';
import { renditionUrl } from '@/lib/pictures/present';
import { coversTraining } from './consent-text';
import { usualSecondsOf } from './estimate-training';
import type { ShownLora } from './lora-store';
import type { LoraView, PreviewView, TrainingView } from './lora-view';
import { needsGuardian } from './needs-guardian';
import { SubjectFactsSchema } from './prompt-template';
import { readTrainerSettings } from './trainers';
import { findProviderWords } from './training-store';
import { isOpen } from './work-states';

const NamesSchema = z.record(z.string(), z.string());
/** When a trainer's row was made without its settings. */
const USUAL_SECONDS = 600;

/** The text of a { en: "…", uk: "…" } column in the reader's language, else in English, else in any. */
export function nameIn(names: unknown, locale: string): string {
  const known = NamesSchema.parse(names);
  return known[locale] ?? known.en ?? Object.values(known)[0] ?? '';
}

/** Rows as views, in the same order. */
export async function presentLoras(
  ctx: ReadCtx,
  rows: readonly ShownLora[],
  locale: string,
): Promise<LoraView[]> {
  const trainings = rows.flatMap((row) => row.trainings);
  const words = await findProviderWords(
    ctx,
    trainings.map(({ id }) => id),
  );
  const seconds = new Map<string, number>();
  for (const { baseModel } of trainings) {
    if (seconds.has(baseModel.id)) continue;
    const usualSeconds = readTrainerSettings(baseModel.settings)?.usualSeconds ?? USUAL_SECONDS;
    seconds.set(baseModel.id, await usualSecondsOf(ctx, { id: baseModel.id, usualSeconds }));
  }
  return rows.map((row) => present(row, locale, words, seconds));
}

type ProviderWords = Awaited<ReturnType<typeof findProviderWords>>;

function present(
  row: ShownLora,
  locale: string,
  words: ProviderWords,
  seconds: ReadonlyMap<string, number>,
): LoraView {
  const facts = SubjectFactsSchema.safeParse(row.facts).data ?? SubjectFactsSchema.parse({});
  const finished = row.trainings.find(({ status }) => status === 'COMPLETED');
  const previews = (finished?.previews ?? []).map(presentPreview);
  const photos = row.trainings[0]?.pictures ?? [];
  const rules = { needsGuardian: needsGuardian(row) };
  return {
    id: row.id as Id<'loraModel'>,
    type: row.type,
    status: row.status,
    name: row.name,
    categoryId: row.categoryId,
    categoryName: nameIn(row.category.names, locale),
    needsGuardian: rules.needsGuardian,
    facts,
    isDefault: row.isDefault,
    isPublic: row.isPublic,
    starsRequired: row.starsRequired,
    description: row.description,
    hasConsent: coversTraining(row.consent, rules),
    consentGivenAt: row.consent?.givenAt.toISOString() ?? null,
    thumbUrl:
      previews.find(({ thumbUrl }) => thumbUrl !== null)?.thumbUrl ??
      (row.previewPictureId ? renditionUrl(row.previewPictureId as Id<'picture'>, 'thumb') : null),
    createdAt: row.createdAt.toISOString(),
    trainings: row.trainings.map((training) => presentTraining(training, words, seconds)),
    previews,
    photoUrls: photos
      .filter(({ picture }) => picture.deletedAt === null)
      .map(({ pictureId }) => renditionUrl(pictureId as Id<'picture'>, 'thumb')),
    photoCount: photos.length,
  };
}

function presentTraining(
  training: ShownLora['trainings'][number],
  words: ProviderWords,
  seconds: ReadonlyMap<string, number>,
): TrainingView {
  const said = isOpen(training) ? words.get(training.id) : undefined;
  return {
    id: training.id as Id<'training'>,
    status: training.status,
    trainerName: training.baseModel.name,
    baseModelId: training.baseModelId as Id<'baseModel'>,
    stars: training.starsSpent,
    createdAt: training.createdAt.toISOString(),
    startedAt: training.startedAt?.toISOString() ?? null,
    completedAt: training.completedAt?.toISOString() ?? null,
    usualSeconds: seconds.get(training.baseModelId) ?? USUAL_SECONDS,
    stage:
      said?.providerStatus === 'IN_QUEUE'
        ? 'queued'
        : said?.providerStatus === 'IN_PROGRESS'
          ? 'running'
          : null,
    queuePosition: said?.queuePosition ?? null,
    errorCode: training.errorCode,
  };
}

function presentPreview(row: ShownLora['trainings'][number]['previews'][number]): PreviewView {
  const isThere = row.picture !== null && row.picture.deletedAt === null;
  const pictureId = isThere ? (row.picture?.id as Id<'picture'>) : null;
  return {
    generationId: row.id as Id<'generation'>,
    status: row.status,
    pictureId,
    thumbUrl: pictureId ? renditionUrl(pictureId, 'thumb') : null,
    screenUrl: pictureId ? renditionUrl(pictureId, 'screen') : null,
    errorCode: row.errorCode,
  };
}
