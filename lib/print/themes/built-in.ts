import type { Theme } from '../theme';
import { ATELIER } from './atelier';
import { BAUHAUS } from './bauhaus';
import { BOTANICAL } from './botanical';
import { EVENING } from './evening';
import { FOLK } from './folk';
import { GAZETTE } from './gazette';
import { KIDS } from './kids';
import { KRAFT } from './kraft';
import { LANTERNS } from './lanterns';
import { LOFT } from './loft';
import { MERIDIAN } from './meridian';
import { MONOCHROME } from './monochrome';
import { NOIR } from './noir';
import { NORDIC } from './nordic';
import { RETRO } from './retro';
import { RIVIERA } from './riviera';
import { SAKURA } from './sakura';
import { TERRACOTTA } from './terracotta';

/** In the order in which they are offered. */
export const BUILT_IN: readonly Theme[] = [
  ATELIER,
  MERIDIAN,
  EVENING,
  BOTANICAL,
  NORDIC,
  RIVIERA,
  SAKURA,
  FOLK,
  TERRACOTTA,
  MONOCHROME,
  KRAFT,
  BAUHAUS,
  NOIR,
  KIDS,
  LANTERNS,
  RETRO,
  GAZETTE,
  LOFT,
];

export const FALLBACK: Theme = ATELIER;
