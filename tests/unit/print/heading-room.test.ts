import { describe, expect, test } from 'vitest';
import type { PrintLanguage, ThemeId } from '@/lib/calendars/document';
import { formatOf, safeBoxOf } from '@/lib/print/formats';
import { layoutPage } from '@/lib/print/layout-calendar';
import { inkOf, printInput, textsOf } from './print-fixtures';

const TOLERANCE_MM = 0.1;

/** A centred heading and a handwritten one: the two that set a month high above its room. */
const THEMES: readonly ThemeId[] = ['botanical', 'kraft'];

/** Scripts whose month names tower above capitals, and one whose names do not. */
const LANGUAGES: readonly PrintLanguage[] = ['ar', 'fa', 'hi', 'cs', 'en'];

describe.each(THEMES)('the headings of %s', (themeId) => {
  test.each(LANGUAGES)('stay out of the binding in every month, in %s', (language) => {
    const input = printInput({
      themeId,
      language,
      formatId: 'desk-a5-landscape',
      layoutId: 'photo-left',
      from: '2027-01',
      monthCount: 12,
    });
    const { yMm: topMm } = safeBoxOf(formatOf('desk-a5-landscape', input.press));
    for (let month = 1; month <= 12; month += 1) {
      const high = textsOf(layoutPage(input, month), 'month', 'year').filter((operation) => {
        const ink = inkOf(operation);
        return ink !== null && ink.topMm < topMm - TOLERANCE_MM;
      });
      expect(high.map(({ text }) => text)).toEqual([]);
    }
  });
});
