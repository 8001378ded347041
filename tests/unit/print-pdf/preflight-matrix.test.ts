import path from 'node:path';
import { expect, it } from 'vitest';
import { FORMAT_IDS, LAYOUT_IDS } from '@/lib/calendars/document';
import { EDITIONS, PRESS_IDS, pressOf } from '@/lib/print/press';
import { BUILT_IN } from '@/lib/print/themes/built-in';
import { sampledChoices } from '../print/print-fixtures';
import { paintPictures, render, testDocument, useFolder } from './print-fixture';

const folder = useFolder();

const RICH = {
  hasOverview: true,
  notesPages: 1,
  hasMoonPhases: true,
  secondaryCalendar: 'hijri',
  weekNumbers: 'iso',
} as const;

it('preflight finds no fault in what we write, whatever the design, language, house and edition', async () => {
  const pictures = await paintPictures(folder, { widthPx: 500, heightPx: 400 });
  const choices = sampledChoices(10, {
    formatId: FORMAT_IDS,
    layoutId: LAYOUT_IDS,
    themeId: BUILT_IN.map(({ id }) => id),
    language: ['en', 'uk', 'ar', 'he', 'hi', 'ja', 'ko', 'el', 'fa', 'zh'],
    pressId: PRESS_IDS,
    edition: EDITIONS,
  });
  for (const [index, { pressId, edition, ...design }] of choices.entries()) {
    const document = { ...testDocument({ ...design, monthCount: 1 }), ...RICH };
    const out = path.join(folder, `${index}.pdf`);
    const press = pressOf(pressId);
    const { preflight } = await render(document, pictures, out, { edition, press });
    const found = preflight.findings.filter(({ rule }) => !rule.startsWith('picture-'));
    expect(found, JSON.stringify(choices[index])).toEqual([]);
    expect(preflight.ink === undefined).toBe(edition !== 'press');
  }
}, 120_000);
