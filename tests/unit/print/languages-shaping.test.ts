import { Blob, Direction, Face, Font, Buffer as HarfBuzzBuffer, shape } from 'harfbuzzjs';
import { describe, expect, test, vi } from 'vitest';
import { COUNTRY_NAMES } from '@/lib/calendar-days/data/country-names';
import { HOLIDAY_NAMES } from '@/lib/calendar-days/data/holiday-names';
import { NAME_TABLE } from '@/lib/calendar-days/data/name-table';
import { PRINT_LANGUAGES, type PrintLanguage } from '@/lib/calendars/document';
import type { TextRun } from '@/lib/print/typesetter';
import { typesetterOf } from '@/lib/print/typesetter';
import { readFontFile } from '@/lib/providers/font-files';
import { loadFontBook } from '@/lib/providers/fonts';

/*
 * HarfBuzz, which browsers and office programs shape text with, as an independent second opinion on fontkit:
 * the same glyphs at the same places, to the font unit.
 */

vi.setConfig({ testTimeout: 30_000 });

const FONTS = loadFontBook();
const opened = new Map<string, Font>();

function harfBuzz({ text, font, direction }: TextRun): string {
  const known = opened.get(font);
  const parsed = known ?? new Font(new Face(new Blob(readFontFile(font)), 0));
  opened.set(font, parsed);
  const buffer = new HarfBuzzBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(direction === 'rtl' ? Direction.RTL : Direction.LTR);
  shape(parsed, buffer);
  let penUnits = 0;
  const glyphs = buffer.getGlyphInfosAndPositions().map((glyph) => {
    const place = `${glyph.codepoint}@${penUnits + (glyph.xOffset ?? 0)},${glyph.yOffset ?? 0}`;
    penUnits += glyph.xAdvance ?? 0;
    return place;
  });
  return `${glyphs.join(' ')} = ${penUnits}`;
}

function ours({ text, font, direction }: TextRun): string {
  const { glyphs, advanceUnits } = FONTS.shape(text, font, direction);
  const places = glyphs.map(({ glyphId, xUnits, yUnits }) => `${glyphId}@${xUnits},${yUnits}`);
  return `${places.join(' ')} = ${advanceUnits}`;
}

function disagreements(texts: readonly string[], font: string, language: PrintLanguage): string[] {
  const runs = texts.flatMap((text) => typesetterOf(FONTS, language).runs(text, font));
  return runs.filter((run) => ours(run) !== harfBuzz(run)).map((run) => `${run.text} ${run.font}`);
}

function textsOf(language: PrintLanguage): string[] {
  const { months, long, short } = NAME_TABLE[language];
  const column = PRINT_LANGUAGES.indexOf(language);
  return [
    ...months,
    ...long,
    ...short,
    ...Object.values(COUNTRY_NAMES).map((row) => row.split('|')[column] ?? ''),
    ...[...HOLIDAY_NAMES.values()].flatMap((names) => names[language] ?? []),
  ];
}

describe('glyphs and widths agree with HarfBuzz', () => {
  test.each(['ar', 'fa', 'he', 'hi'] as const)('%s in serif and sans', (language) => {
    for (const font of ['eb-garamond/400', 'manrope/700', 'rubik/500']) {
      expect(disagreements(textsOf(language), font, language)).toEqual([]);
    }
  });

  test.each(PRINT_LANGUAGES)('%s in a serif and a sans theme', (language) => {
    for (const font of ['alegreya/500', 'montserrat/500']) {
      expect(disagreements(textsOf(language).slice(0, 60), font, language)).toEqual([]);
    }
  });

  test('words with vowel signs, joiners, lam-alef, brackets and digits', () => {
    const words = {
      ar: ['اَلسَّلَامُ عَلَيْكُمْ', 'لا إله إلا', 'المستشفيات (٢٠٢٧)', 'ﷺ', 'عيد «الأضحى»'],
      fa: ['می‌خواهم', 'خانه‌ها', 'نوروز ۱۴۰۶', 'گل‌های پژمرده'],
      he: ['בְּרֵאשִׁית', 'ירושלים [ת״א]', 'צ׳כיה', 'ל״ג בעומר (2027)'],
      hi: ['क्षत्रिय', 'राष्ट्रीय', 'हिन्दी', 'श्रीकृष्ण जन्माष्टमी', 'ज़िन्दगी', 'कर्त्तव्य १२३'],
    } as const;
    for (const [language, texts] of Object.entries(words)) {
      for (const font of ['eb-garamond/400', 'manrope/400']) {
        expect(disagreements(texts, font, language as PrintLanguage)).toEqual([]);
      }
    }
  });
});
