import { z } from 'zod';
import { ColourSchema, THEME_ID_PATTERN } from '@/lib/calendars/document';
import { PAGE_ROLES } from '@/lib/calendars/page-plan';
import { blend, contrastRatio } from './contrast';
import { inkOf } from './decorations';
import { FONT_FAMILIES } from './font-families';
import { MOTIF_IDS, motifOf } from './motifs/motifs';
import type { FontId } from './operations';
import { SEASONS } from './season';
import {
  COVER_ARTS,
  COVER_STYLES,
  type Decoration,
  GRID_STYLES,
  HEADING_STYLES,
  inSeason,
  NUMBER_SHAPES,
  type Palette,
  PLACES,
  type Theme,
  TINTS,
} from './theme';

/** Families that only stand in for others (noto-*), or that lack letters of a language that calendars are sold in. */
const NOT_OFFERED = /^noto-|^jost$/;

/** Every font that a theme may name, family by family, light before bold, upright before italic. */
export const FONT_CHOICES: readonly FontId[] = Object.entries(FONT_FAMILIES)
  .filter(([family]) => !NOT_OFFERED.test(family))
  .flatMap(([family, { weights, italics }]) => [
    ...weights.map((weight) => `${family}/${weight}`),
    ...italics.map((weight) => `${family}/${weight}-italic`),
  ]);

const KNOWN_FONTS: ReadonlySet<FontId> = new Set(FONT_CHOICES);

/** WCAG 2.2, 1.4.3: texts of any size. */
const TEXT_CONTRAST = 4.5;
/** Days of neighbour months are no text that anyone must read. */
const NEIGHBOUR_CONTRAST = 3;

const FontSchema = z.string().refine((id) => KNOWN_FONTS.has(id), 'unknown_font');

const PaletteSchema = z.strictObject({
  paper: ColourSchema,
  ink: ColourSchema,
  muted: ColourSchema,
  neighbour: ColourSchema,
  rule: ColourSchema,
  accent: ColourSchema,
  holiday: ColourSchema,
  saturday: ColourSchema,
  placeholder: ColourSchema,
  tint: ColourSchema,
});

const SomeColoursSchema = z.strictObject({
  paper: ColourSchema.exactOptional(),
  ink: ColourSchema.exactOptional(),
  muted: ColourSchema.exactOptional(),
  neighbour: ColourSchema.exactOptional(),
  rule: ColourSchema.exactOptional(),
  accent: ColourSchema.exactOptional(),
  holiday: ColourSchema.exactOptional(),
  saturday: ColourSchema.exactOptional(),
  placeholder: ColourSchema.exactOptional(),
  tint: ColourSchema.exactOptional(),
});

/** Places for each kind of drawing. */
const FITTING: Record<ReturnType<typeof motifOf>['kind'], ReadonlySet<Decoration['place']>> = {
  band: new Set(['seam', 'head', 'foot', 'edge']),
  corner: new Set(['top-left', 'top-right', 'bottom-left', 'bottom-right']),
  mark: new Set(['field']),
};

const DecorationSchema = z
  .strictObject({
    on: z.array(z.enum(PAGE_ROLES)).min(1),
    place: z.enum(PLACES),
    motif: z.enum(MOTIF_IDS),
    firstColour: z.number().int().min(0).max(7),
    opacity: z.number().min(0.05).max(1),
    size: z.number().min(0.003).max(0.8),
  })
  .refine(({ motif, place }) => FITTING[motifOf(motif).kind].has(place), {
    path: ['place'],
    message: 'motif_does_not_fit',
  });

const OrnamentsSchema = z.array(ColourSchema).min(1).max(8);
const DecorationsSchema = z.array(DecorationSchema).max(12);

const SeasonalLookSchema = z.strictObject({
  palette: SomeColoursSchema.exactOptional(),
  bandPalette: SomeColoursSchema.exactOptional(),
  darkBandPalette: SomeColoursSchema.exactOptional(),
  ornaments: OrnamentsSchema.exactOptional(),
  decorations: DecorationsSchema.exactOptional(),
});

const ThemeShape = z.strictObject({
  id: z.string().regex(THEME_ID_PATTERN),
  fonts: z.strictObject({
    display: FontSchema,
    displayLight: FontSchema,
    displayQuiet: FontSchema,
    numeral: FontSchema,
    text: FontSchema,
    textStrong: FontSchema,
    caption: FontSchema,
    label: FontSchema,
  }),
  palette: PaletteSchema,
  bandPalette: PaletteSchema,
  darkBandPalette: PaletteSchema,
  grid: z.enum(GRID_STYLES),
  tinted: z.enum(TINTS),
  numberShape: z.enum(NUMBER_SHAPES),
  dayAlign: z.enum(['left', 'centre']),
  numeralScale: z.number().min(0.7).max(1.3),
  heading: z.enum(HEADING_STYLES),
  titleCapitalsEm: z.number().min(-0.02).max(0.3).nullable(),
  labelCapitalsEm: z.number().min(0).max(0.3).nullable(),
  cover: z.enum(COVER_STYLES),
  coverArt: z.enum(COVER_ARTS),
  ornaments: OrnamentsSchema,
  decorations: DecorationsSchema,
  seasons: z.strictObject({
    spring: SeasonalLookSchema.exactOptional(),
    summer: SeasonalLookSchema.exactOptional(),
    autumn: SeasonalLookSchema.exactOptional(),
    winter: SeasonalLookSchema.exactOptional(),
  }),
});

/**
 * A theme as plain JSON, for staff to edit and for the database to keep. Beyond its shape it promises that people can
 * read the calendar: every text colour reaches its contrast on paper and tint, in every season, and over every ornament
 * that may lie under text. Issues name the field: `low_contrast` at palette.muted, `hides_text` at decorations.2.opacity.
 */
export const ThemeSchema: z.ZodType<Theme> = ThemeShape.superRefine((theme, context) => {
  for (const { path, message } of readingProblems(theme)) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
});

type Problem = { path: readonly (string | number)[]; message: 'low_contrast' | 'hides_text' };

/** What would make a theme hard to read, each once, at the field that would have to change. */
function readingProblems(theme: Theme): Problem[] {
  const problems = lookProblems(theme);
  for (const season of SEASONS) {
    const look = theme.seasons[season];
    if (!look) continue;
    const known = new Set(problems.map(keyOf));
    // What the season did not change has been said already.
    problems.push(
      ...lookProblems(inSeason(theme, season))
        .filter((problem) => !known.has(keyOf(problem)))
        .map(({ path, message }) => ({ path: ['seasons', season, ...path], message })),
    );
  }
  return problems;
}

const keyOf = ({ path, message }: Problem) => `${path.join('.')} ${message}`;

const TEXTS = ['ink', 'muted', 'accent', 'holiday', 'saturday', 'neighbour'] as const;
const PALETTES = ['palette', 'bandPalette', 'darkBandPalette'] as const;

const neededFor = (text: (typeof TEXTS)[number]) =>
  text === 'neighbour' ? NEIGHBOUR_CONTRAST : TEXT_CONTRAST;

function lookProblems(theme: Theme): Problem[] {
  const colours = PALETTES.flatMap((name) =>
    hardToRead(theme[name], [theme[name].paper, theme[name].tint]).map(
      (text): Problem => ({ path: [name, text], message: 'low_contrast' }),
    ),
  );
  const ornaments = theme.decorations.flatMap((decoration, index): Problem[] => {
    if (!mayLieUnderText(decoration)) return [];
    const grounds = motifOf(decoration.motif).layers.map((layer) =>
      blend(inkOf(theme, decoration, layer), theme.palette.paper, decoration.opacity),
    );
    return hardToRead(theme.palette, grounds).length > 0
      ? [{ path: ['decorations', index, 'opacity'], message: 'hides_text' }]
      : [];
  });
  return [...colours, ...ornaments];
}

function hardToRead(palette: Palette, grounds: readonly Palette['paper'][]) {
  return TEXTS.filter((text) =>
    grounds.some((ground) => contrastRatio(palette[text], ground) < neededFor(text)),
  );
}

/** A corner up to this share of the shorter side stays in the margin. */
const MARGIN_SHARE = 0.15;

/** Bands and strewn marks keep away from text by themselves; on a cover no text stands in a corner. */
function mayLieUnderText({ place, on, size }: Decoration): boolean {
  return FITTING.corner.has(place) && size > MARGIN_SHARE && on.some((role) => role !== 'cover');
}
