import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PANELS } from '@/components/calendars/editor/editor-context';
import { IMPORT_PROBLEMS } from '@/lib/calendars/dates-file/import-problems';
import { FORMAT_IDS, LAYOUT_IDS, LEAP_RULES } from '@/lib/calendars/document';
import { STEP_NAMES } from '@/lib/calendars/editor-state';
import { LOCALES } from '@/lib/i18n/locales';
import { BUILT_IN_THEME_IDS } from '@/lib/print/theme';

/** Words that are looked up by a name that code makes, so that no type checks them. */
const NEEDED: Record<string, readonly string[]> = {
  steps: STEP_NAMES,
  panels: [...PANELS, ...PANELS.map((panel) => `${panel}_title`)],
  'import.reasons': IMPORT_PROBLEMS,
  formats: FORMAT_IDS,
  'design.layouts': LAYOUT_IDS,
  'design.themes': BUILT_IN_THEME_IDS,
  'design.theme_words': BUILT_IN_THEME_IDS,
  'dates.leap_rules': LEAP_RULES,
};

describe.each(LOCALES)('the words of the editor in %s', (locale) => {
  const path = `lib/i18n/messages/${locale}/calendars.json`;
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

  it.each(Object.entries(NEEDED))('name everything under %s', (group, names) => {
    const words = group
      .split('.')
      .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], messages);
    for (const name of names) expect(words).toHaveProperty([name]);
  });
});
