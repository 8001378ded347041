import type { TrainerView } from '@/lib/studio/lora-view';

/** Which of our words describe a trainer; null for one that staff added and named themselves. */
export function trainerName({
  type,
  family,
}: Pick<TrainerView, 'type' | 'family'>): 'portrait' | 'fast' | 'newest' | null {
  if (type === 'FLUX_PORTRAIT') return 'portrait';
  if (family === 'flux-1') return 'fast';
  return family === 'flux-2' ? 'newest' : null;
}
