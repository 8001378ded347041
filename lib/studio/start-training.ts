import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import type { BaseModel } from '@/lib/db/generated/client';
import { notifyOwner } from '@/lib/db/notifications';
import { holdStars } from '@/lib/stars/ledger';
import type { TrainerSettings } from './base-model-settings';
import { coversTraining } from './consent-text';
import { readChosenPhotos, type StartTrainingInput } from './lora-schema';
import { findMeasured, findTrainers, type LoraWithRules, lockLora, updateLora } from './lora-store';
import { isOnePerson, measuredPhotos, readCategoryWords } from './measure-photos';
import { needsGuardian } from './needs-guardian';
import { guidePhotos, PHOTOS_MAX, PHOTOS_MIN } from './photo-guidance';
import { describeSubject, SubjectFactsSchema } from './prompt-template';
import { requestModel } from './requests/request-model';
import { canLearn, readTrainerSettings } from './trainers';
import { findOpenTraining, findTrainingByKey, insertTraining } from './training-store';

/**
 * Starts one attempt at learning a model: its frozen list of photos, the hold of its stars and its request of the
 * provider, all or nothing. The same request key is the same training, however often and from how many tabs it comes.
 * @throws DomainError "lora.not_found", "lora.in_training", "lora.consent_required", "lora.photo_count",
 *   "lora.photo_unusable", "base_model.not_found", "stars.price_changed", "stars.not_enough", "request.conflict" when
 *   the key was used for another model
 */
export async function startTraining(
  ctx: Ctx,
  input: StartTrainingInput & { loraModelId: Id<'loraModel'> },
): Promise<{ trainingId: Id<'training'> }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  return inTransaction(ctx, async (tx) => {
    const lora = await lockLora(tx, owner, input.loraModelId);
    const known = await findTrainingByKey(tx, owner, input.requestKey);
    if (known) {
      if (known.loraModelId !== lora.id) throw new DomainError('request.conflict');
      return { trainingId: known.id as Id<'training'> };
    }
    if (await findOpenTraining(tx, lora.id)) throw new DomainError('lora.in_training');
    if (!coversTraining(lora.consent, { needsGuardian: needsGuardian(lora) }))
      throw new DomainError('lora.consent_required');
    const { trainer, settings } = await requireTrainer(tx, lora, input.baseModelId);
    if (trainer.priceStars !== input.priceStars) throw new DomainError('stars.price_changed');
    const pictureIds = await requirePhotos(tx, owner, lora, settings, input.isAgain);

    const trainingId = newId('training');
    const stars = trainer.priceStars;
    const holdId =
      stars > 0
        ? await holdStars(tx, {
            userId: owner.ownerId,
            type: 'TRAINING',
            stars,
            subjectId: trainingId,
          })
        : null;
    const words = readCategoryWords(lora.category.words);
    const facts = SubjectFactsSchema.parse(lora.facts);
    await insertTraining(
      tx,
      {
        id: trainingId,
        loraModelId: lora.id,
        ownerId: owner.ownerId,
        baseModelId: trainer.id,
        instancePrompt: `a photo of ${describeSubject({ words, facts, triggerWord: lora.triggerWord })}`,
        classPrompt: `a photo of ${describeSubject({ words, facts, triggerWord: null })}`,
        steps: settings.steps,
        learningRate: settings.learningRate,
        starsSpent: stars,
        holdId,
        requestKey: input.requestKey,
        createdAt: tx.clock.now(),
      },
      pictureIds,
    );
    // A model that was learned before stays usable while it is learned anew.
    if (lora.weightsKey === null) await updateLora(tx, lora.id, { status: 'TRAINING' });
    await requestModel(tx, {
      kind: 'TRAINING',
      subjectId: trainingId,
      attempt: 1,
      endpoint: trainer.endpoint,
    });
    await notifyOwner(tx, owner.ownerId, { type: 'training', id: trainingId, status: 'QUEUED' });
    return { trainingId };
  });
}

async function requireTrainer(
  tx: TxCtx,
  lora: LoraWithRules,
  baseModelId: Id<'baseModel'>,
): Promise<{ trainer: BaseModel; settings: TrainerSettings }> {
  const trainer = (await findTrainers(tx)).find(({ id }) => id === baseModelId);
  const settings = trainer ? readTrainerSettings(trainer.settings) : null;
  const words = readCategoryWords(lora.category.words);
  if (!trainer || !settings || !canLearn(trainer, { type: lora.type, words })) {
    throw new DomainError('base_model.not_found');
  }
  return { trainer, settings };
}

/** The chosen photos, or those of the last training that are still there. */
async function requirePhotos(
  tx: TxCtx,
  owner: { ownerId: Id<'user'> },
  lora: LoraWithRules,
  settings: TrainerSettings,
  isAgain: boolean,
): Promise<string[]> {
  const wanted = isAgain
    ? (lora.trainings[0]?.pictures.map(({ pictureId }) => pictureId) ?? [])
    : readChosenPhotos(lora.photos).map(({ pictureId }) => pictureId);
  const rows = await findMeasured(tx, owner, wanted);
  const there = new Set(rows.map(({ id }) => id));
  const ids = wanted.filter((id) => there.has(id));
  const guidance = guidePhotos(
    measuredPhotos(ids, rows),
    { isPerson: isOnePerson(lora.category.words) },
    settings.photosMin,
  );
  if (ids.length < Math.max(PHOTOS_MIN, settings.photosMin) || guidance.tooMany > 0) {
    throw new DomainError('lora.photo_count', {
      min: Math.max(PHOTOS_MIN, settings.photosMin),
      max: PHOTOS_MAX,
      count: ids.length,
    });
  }
  if (!guidance.isReady) throw new DomainError('lora.photo_unusable');
  return ids;
}
