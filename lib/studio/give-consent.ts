import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { CONSENT_PURPOSES, coversTraining, LORA_CONSENT_VERSION } from './consent-text';
import { insertConsent, lockLora, updateLora } from './lora-store';
import { needsGuardian } from './needs-guardian';

/**
 * Keeps the person's agreement to the learning of this subject, with the version of the words and the time. The same
 * again is the same agreement.
 * @throws DomainError "lora.not_found"; "lora.consent_required" when other words were read than stand now;
 *   "lora.guardian_required" where a guardian has to speak for the one who is shown
 */
export async function giveConsent(
  ctx: Ctx,
  input: { loraModelId: Id<'loraModel'>; isGuardian: boolean; textVersion: string },
): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  if (input.textVersion !== LORA_CONSENT_VERSION) throw new DomainError('lora.consent_required');
  await inTransaction(ctx, async (tx) => {
    const lora = await lockLora(tx, owner, input.loraModelId);
    const rules = { needsGuardian: needsGuardian(lora) };
    if (rules.needsGuardian && !input.isGuardian) throw new DomainError('lora.guardian_required');
    if (coversTraining(lora.consent, rules)) return;
    const id = newId('consent');
    await insertConsent(tx, {
      id,
      userId: owner.ownerId,
      purpose: rules.needsGuardian ? CONSENT_PURPOSES.guardian : CONSENT_PURPOSES.own,
      textVersion: LORA_CONSENT_VERSION,
      givenAt: tx.clock.now(),
    });
    await updateLora(tx, lora.id, { consentId: id });
  });
}
