import { appLink } from '@/lib/accounts/app-link';
import type { ErrorCode } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { TxCtx } from '@/lib/db/context';
import { tellPerson } from '@/lib/messages/tell-person';
import type { TrainingForWork } from './training-store';

/** Writes the mail about the end of a training with the rows that it tells about; one for each training. */
export async function queueTrainingMail(
  tx: TxCtx,
  training: TrainingForWork,
  mail: { template: 'training-ready' } | { template: 'training-failed'; code: ErrorCode },
): Promise<void> {
  const { email, setting } = training.owner;
  // Somebody who was erased meanwhile has no address.
  if (email === null) return;
  const common = {
    dedupeKey: `training:${training.id}:ended`,
    to: email,
    locale: setting?.interfaceLanguage ?? 'en',
  };
  const url = appLink(`/studio/models/${training.loraModelId}`);
  const { name } = training.loraModel;
  if (mail.template === 'training-ready') {
    await tellPerson(tx, training.ownerId as Id<'user'>, {
      ...common,
      template: mail.template,
      data: { name, url },
    });
    return;
  }
  await tellPerson(tx, training.ownerId as Id<'user'>, {
    ...common,
    template: mail.template,
    data: { name, url, reason: reasonOf(mail.code), stars: training.starsSpent },
  });
}

/** What the letter says of it; what only staff can mend is one reason. */
function reasonOf(code: ErrorCode): 'photos' | 'blocked' | 'late' | 'machine' {
  if (code === 'model.photos_refused' || code === 'lora.photo_unusable') return 'photos';
  if (code === 'model.blocked') return 'blocked';
  return code === 'model.lost' ? 'late' : 'machine';
}
