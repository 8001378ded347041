import type { CalendarDocument, PageIndex, ThemeId } from '@/lib/calendars/document';
import { COVER_PAGE } from '@/lib/calendars/document';
import type { PageRole } from '@/lib/calendars/page-plan';
import { addMonths, monthPartsOf } from '@/lib/core/plain-date';
import type { MotifId } from './motifs/motifs';
import type { Colour, FontId } from './operations';
import { isSouthern, type Season, seasonOf } from './season';
import { BUILT_IN, FALLBACK } from './themes/built-in';

/** Every colour of a theme. Texts reach a contrast of 4.5 on `paper` and on `tint`, days of neighbour months 3. */
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
  /** Fills days or weekends where the theme tints them. */
  tint: Colour;
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

/** How the days are ruled. */
export const GRID_STYLES = [
  /** A line between weeks. */
  'rules',
  /** A short line over each day. */
  'ticks',
  /** A mark where four days meet. */
  'dots',
  /** Lines between weeks and days. */
  'boxes',
  /** A frame of short dashes between weeks and days. */
  'dashes',
  /** Lines between the days of a week only. */
  'columns',
  /** A tinted tile with round corners under each day. */
  'tiles',
  'none',
] as const;

/** Which days lie on the palette's tint. */
export const TINTS = ['none', 'weekends', 'days'] as const;

/** The number of a day off: in its colour, or paper-white on a disc of that colour. */
export const NUMBER_SHAPES = ['plain', 'disc'] as const;

/** How month and year are composed. */
export const HEADING_STYLES = [
  'stacked',
  'numeral',
  'centred',
  'banner',
  'masthead',
  'script',
  'lined',
  'badge',
  'shapes',
  'quiet',
] as const;

/** Where the cover's picture, title and period stand. */
export const COVER_STYLES = [
  'framed',
  'split',
  'night',
  'gallery',
  'blocks',
  'banded',
  'disc',
  'arch',
  'label',
  'masthead',
  'magazine',
  'gilded',
] as const;

/** What is drawn in the place of a cover picture that is missing. */
export const COVER_ARTS = ['plate', 'poster', 'sky', 'pattern', 'rays', 'shapes'] as const;

export const PLACES = [
  /** A band of pattern along the edge of the bare paper that meets the picture. */
  'seam',
  /** A band of pattern along the head of the page, under the binding. */
  'head',
  /** A band of pattern over the foot of the page. */
  'foot',
  /** A band of pattern that runs off the foot of the page. */
  'edge',
  'top-left',
  'top-right',
  'bottom-left',
  'bottom-right',
  /** Strewn over the bare paper where no text is. */
  'field',
] as const;

/** One ornament of a theme. Where text may lie over it, it is so faint that every text keeps its contrast. */
export type Decoration = {
  on: readonly PageRole[];
  place: (typeof PLACES)[number];
  motif: MotifId;
  /** The motif's first ink is this one of the theme's ornament colours, its second the next, and so on. */
  firstColour: number;
  /** 0 to 1. */
  opacity: number;
  /** Depth of a band, side of a corner or of one strewn mark: share of the shorter trimmed side. */
  size: number;
};

/** What a season changes; the rest stays. */
export type SeasonalLook = {
  palette?: Partial<Palette>;
  bandPalette?: Partial<Palette>;
  darkBandPalette?: Partial<Palette>;
  ornaments?: readonly Colour[];
  decorations?: readonly Decoration[];
};

/** A complete look. Adding one is adding data: layouts and painters know no theme by name. */
export type Theme = {
  id: ThemeId;
  fonts: ThemeFonts;
  palette: Palette;
  /** On a light translucent band: strong enough that much of the photo may shine through. */
  bandPalette: Palette;
  /** The same on a dark band. */
  darkBandPalette: Palette;
  grid: (typeof GRID_STYLES)[number];
  tinted: (typeof TINTS)[number];
  numberShape: (typeof NUMBER_SHAPES)[number];
  /** Where number and names stand in a day. */
  dayAlign: 'left' | 'centre';
  /** Height of the day numbers, relative to what the layout proposes. */
  numeralScale: number;
  heading: (typeof HEADING_STYLES)[number];
  /** Month names and titles: capitals with this much extra space, in em, or as the language writes them when null. */
  titleCapitalsEm: number | null;
  /** Week days: capitals with this much extra space, in em, or as the language writes them when null. */
  labelCapitalsEm: number | null;
  cover: (typeof COVER_STYLES)[number];
  coverArt: (typeof COVER_ARTS)[number];
  /** Colours of decorations; not for text. */
  ornaments: readonly Colour[];
  decorations: readonly Decoration[];
  /** What months of a season look like; empty for a theme that is the same all year. */
  seasons: Partial<Record<Season, SeasonalLook>>;
};

export const BUILT_IN_THEME_IDS: readonly ThemeId[] = BUILT_IN.map(({ id }) => id);

/** In the order in which they are offered. */
export function builtInThemes(): readonly Theme[] {
  return BUILT_IN;
}

/**
 * The theme of a page or a calendar, as it is outside of any season.
 * @param custom what staff made or changed; it comes before a built-in theme of the same id
 */
export function themeOf(id: ThemeId, custom: readonly Theme[]): Theme {
  const of = (theme: Theme) => theme.id === id;
  // A theme that is neither built in nor handed in was withdrawn; its calendars must still be drawn.
  return custom.find(of) ?? BUILT_IN.find(of) ?? FALLBACK;
}

type ThemedDocument = Pick<
  CalendarDocument,
  'themeId' | 'cover' | 'pages' | 'from' | 'holidaySets'
>;

/** The theme of a designed page: its own or the calendar's; a month's in the look of its season. */
export function themeOfPage(
  document: ThemedDocument,
  pageIndex: PageIndex,
  custom: readonly Theme[],
): Theme {
  const page = pageIndex === COVER_PAGE ? document.cover : document.pages[pageIndex];
  const theme = themeOf(page?.themeId ?? document.themeId, custom);
  if (pageIndex === COVER_PAGE) return theme;
  const { month } = monthPartsOf(addMonths(document.from, pageIndex));
  return inSeason(theme, seasonOf(month, isSouthern(document.holidaySets)));
}

/** A theme as its months of a season look. */
export function inSeason(theme: Theme, season: Season): Theme {
  const look = theme.seasons[season];
  if (!look) return theme;
  return {
    ...theme,
    palette: { ...theme.palette, ...look.palette },
    bandPalette: { ...theme.bandPalette, ...look.bandPalette },
    darkBandPalette: { ...theme.darkBandPalette, ...look.darkBandPalette },
    ornaments: look.ornaments ?? theme.ornaments,
    decorations: look.decorations ?? theme.decorations,
  };
}
