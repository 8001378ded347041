import { luminance } from '@/lib/print/contrast';
import type { Theme } from '@/lib/print/theme';

/** Under this share of white a paper counts as dark. */
const DARK_BELOW = 0.3;

/** Whether a theme's pages are dark, for those who choose between light and dark. */
export function isDarkTheme({ palette }: Pick<Theme, 'palette'>): boolean {
  return luminance(palette.paper) < DARK_BELOW;
}
