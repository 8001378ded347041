import { z } from 'zod';
import {
  FORMAT_IDS,
  LAYOUT_IDS,
  MONTHS_MAX,
  MONTHS_MIN,
  NOTES_PAGES_MAX,
  THEME_ID_PATTERN,
} from '../document';

/** What people look for. Words stand in templates.categories.<id>. */
export const TEMPLATE_CATEGORIES = [
  'family',
  'kids',
  'travel',
  'wedding',
  'pets',
  'nature',
  'seasons',
  'minimal',
  'planner',
  'business',
  'folk',
  'desk',
  'poster',
] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

/** Languages that a template is described in; English stands in for one that is missing. */
export const TEMPLATE_LANGUAGES = ['en', 'uk', 'de', 'pl'] as const;

const words = (max: number) =>
  z.strictObject({
    en: z.string().trim().min(1, 'empty').max(max, 'too_long'),
    uk: z.string().trim().max(max, 'too_long').optional(),
    de: z.string().trim().max(max, 'too_long').optional(),
    pl: z.string().trim().max(max, 'too_long').optional(),
  });

const ThemeIdSchema = z.string().regex(THEME_ID_PATTERN, 'bad_id');

export const TEMPLATE_SLUG_PATTERN = /^[a-z][a-z0-9-]{1,59}$/;

/** A complete look that customers start from. Plain JSON, safe for the browser. */
export const TemplateSchema = z.strictObject({
  names: words(60),
  descriptions: words(200),
  categories: z.array(z.enum(TEMPLATE_CATEGORIES)).min(1, 'empty').max(5),
  /** Further words by which it is found, in any language. */
  keywords: z.array(z.string().trim().min(1).max(40)).max(20),
  /** The format it is shown in, and the one it starts with. */
  formatId: z.enum(FORMAT_IDS),
  themeId: ThemeIdSchema,
  layoutId: z.enum(LAYOUT_IDS),
  /** Layouts of the months in turn, where they differ from the calendar's own; empty when all are alike. */
  monthLayouts: z.array(z.enum(LAYOUT_IDS)).max(12),
  monthCount: z.number().int().min(MONTHS_MIN).max(MONTHS_MAX),
  hasOverview: z.boolean(),
  notesPages: z.number().int().min(0).max(NOTES_PAGES_MAX),
  hasMoonPhases: z.boolean(),
  weekNumbers: z.enum(['none', 'iso', 'us']),
});
export type Template = z.output<typeof TemplateSchema>;
