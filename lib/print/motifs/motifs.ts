import type { Motif } from './motif';
import { PATTERNS } from './patterns';
import { PLANTS } from './plants';

const MOTIFS = { ...PLANTS, ...PATTERNS };

/** Names a drawing that themes decorate pages with. */
export type MotifId = keyof typeof MOTIFS;

export const MOTIF_IDS = Object.keys(MOTIFS) as MotifId[];

export function motifOf(id: MotifId): Motif {
  return MOTIFS[id];
}
