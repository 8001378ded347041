/**
 * Version of the words in lora.consent of every language. Somebody agreed to these words, so a change of their meaning is
 * a new version, and whoever agreed to an older one is asked again before the next training.
 */
export const LORA_CONSENT_VERSION = '2026-11-21';

/** What was agreed to: the person's own word, or also their word as the guardian of the one who is shown. */
export const CONSENT_PURPOSES = { own: 'lora', guardian: 'lora_guardian' } as const;

export type GivenConsent = { purpose: string; textVersion: string; withdrawnAt: Date | null };

/** Whether what was agreed to still covers learning such a subject. */
export function coversTraining(
  consent: GivenConsent | null,
  category: { needsGuardian: boolean },
): boolean {
  return (
    consent !== null &&
    consent.withdrawnAt === null &&
    consent.textVersion === LORA_CONSENT_VERSION &&
    (!category.needsGuardian || consent.purpose === CONSENT_PURPOSES.guardian)
  );
}
