import type { ThemeId } from '@/lib/calendars/document';
import type { Colour, FontId } from './operations';
import { ATELIER } from './themes/atelier';
import { EVENING } from './themes/evening';
import { MERIDIAN } from './themes/meridian';

/** Every colour of a theme. Texts reach a contrast of 4.5 on `paper`, days of neighbour months 3. */
export type Palette = {
  paper: Colour;
  ink: Colour;
  /** Week numbers, week days, observances: quiet but readable. */
  muted: Colour;
  /** Days of the months before and after. */
  neighbour: Colour;
  /** Lines and dots; not for text. */
  rule: Colour;
  /** Years and own dates. */
  accent: Colour;
  /** Sundays and days off. */
  holiday: Colour;
  saturday: Colour;
  /** Fills a slot that has no picture yet. */
  placeholder: Colour;
};

export type ThemeFonts = {
  /** Month names and titles. */
  display: FontId;
  /** Numerals so large that they must be light. */
  displayLight: FontId;
  /** Years and subtitles. */
  displayQuiet: FontId;
  /** Day numbers. */
  numeral: FontId;
  /** Holidays, own dates, notes. */
  text: FontId;
  textStrong: FontId;
  /** Captions. */
  caption: FontId;
  /** Week days and other small labels. */
  label: FontId;
};

/** A complete look. Adding one is adding data: layouts and painters know no theme by name. */
export type Theme = {
  id: ThemeId;
  fonts: ThemeFonts;
  palette: Palette;
  /** Stronger colours for a translucent band, so that more of the photo may shine through. */
  bandPalette: Partial<Palette>;
  /** How the days are ruled: lines between weeks, a tick over each day, or dots between the days. */
  grid: 'rules' | 'ticks' | 'dots';
  /** Where number and names stand in a day. */
  dayAlign: 'left' | 'centre';
  /** Height of the day numbers, relative to what the layout proposes. */
  numeralScale: number;
  /** How month and year are composed. */
  heading: 'stacked' | 'numeral' | 'centred';
  /** Week days: capitals with this much extra space, in em, or as the language writes them when null. */
  labelCapitalsEm: number | null;
  cover: 'framed' | 'split' | 'night';
};

const THEMES: Record<ThemeId, Theme> = {
  atelier: ATELIER,
  meridian: MERIDIAN,
  evening: EVENING,
};

export function themeOf(id: ThemeId): Theme {
  return THEMES[id];
}
