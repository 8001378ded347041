import { describe, expect, test } from 'vitest';
import type { PrintLanguage } from '@/lib/calendars/document';
import { directionOf } from '@/lib/print/bidi';
import { typesetterOf } from '@/lib/print/typesetter';
import { loadFontBook } from '@/lib/providers/fonts';

const FONTS = loadFontBook();
const STYLE = { font: 'manrope/500', sizePt: 12, colour: '#000000' } as const;

/** The runs of a line from left to right on paper: "→" is read from the right. */
function line(text: string, language: PrintLanguage): string[] {
  return typesetterOf(FONTS, language)
    .runs(text, STYLE.font)
    .map((run) => `${run.direction === 'rtl' ? '→' : ''}${run.text}`);
}

describe('lines of two directions', () => {
  test('Hebrew, Arabic and Persian are read from the right', () => {
    expect(['he', 'ar', 'fa'].map((language) => directionOf(language as PrintLanguage))).toEqual([
      'rtl',
      'rtl',
      'rtl',
    ]);
    expect(directionOf('uk')).toBe('ltr');
  });

  test('a Hebrew name with an age stands with the age at the left', () => {
    expect(line('ולדימיר, 40', 'he')).toEqual(['40', '→ולדימיר, ']);
    expect(line('ולדימיר 40', 'en')).toEqual(['40', '→ולדימיר ']);
  });

  test('a Latin name in a Hebrew calendar stands at the right', () => {
    expect(line('Anna (10 שנים)', 'he')).toEqual(['→ שנים)', '10', '→(', '→ ', 'Anna']);
  });

  test('a Hebrew name in an English line stands where it is read', () => {
    expect(line('Mia & נועה, 2027', 'en')).toEqual(['Mia & ', '2027', '→נועה, ']);
    expect(line('Mia (נועה)', 'en')).toEqual(['Mia ', '(', '→נועה', ')']);
  });

  test('Arabic with Arabic digits: digits run left to right within the line', () => {
    expect(line('فاطمة، ٤٠', 'ar')).toEqual(['٤٠', '→فاطمة، ']);
    expect(line('سبتمبر ٢٠٢٧ – أغسطس ٢٠٢٨', 'ar')).toEqual([
      '٢٠٢٨',
      '→ – أغسطس ',
      '٢٠٢٧',
      '→سبتمبر ',
    ]);
  });

  test('a line without letters goes with the language, a wholly Latin one does not', () => {
    expect(line('12 – 14', 'he')).toEqual(['14', '→ – ', '12']);
    expect(line('12 – 14', 'uk')).toEqual(['12 – 14']);
    expect(line('Happy birthday!', 'he')).toEqual(['Happy birthday!']);
    expect(line('יום הולדת שמח!', 'en')).toEqual(['→יום הולדת שמח!']);
  });

  test('direction marks order a line and leave no trace in it', () => {
    expect(line('\u200fAnna!', 'he').join('')).not.toMatch(/[\u200e\u200f\u2066-\u2069]/u);
  });

  test('operations stand from left to right without gaps, each with its direction', () => {
    const typesetter = typesetterOf(FONTS, 'he');
    const text = 'Anna ולדימיר (40)';
    const operations = typesetter.line(text, STYLE, { xMm: 10, yMm: 5, role: 'date' });
    expect(operations.map(({ direction }) => direction)).toContain('rtl');
    expect(operations.map(({ direction }) => direction)).toContain('ltr');
    let edgeMm = 10;
    for (const { xMm, widthMm } of operations) {
      expect(xMm).toBeCloseTo(edgeMm, 2);
      edgeMm = xMm + widthMm;
    }
    expect(edgeMm - 10).toBeCloseTo(typesetter.widthMm(text, STYLE), 2);
  });

  test('letters that are joined get no space between them', () => {
    const spaced = { ...STYLE, letterSpacingPt: 3 };
    for (const [word, language] of [
      ['الجمعة', 'ar'],
      ['शुक्रवार', 'hi'],
    ] as const) {
      const typesetter = typesetterOf(FONTS, language);
      expect(typesetter.widthMm(word, spaced)).toBe(typesetter.widthMm(word, STYLE));
      const [operation] = typesetter.line(word, spaced, { xMm: 0, yMm: 0, role: 'weekday' });
      expect(operation?.letterSpacingPt).toBe(0);
    }
    const he = typesetterOf(FONTS, 'he');
    expect(he.widthMm('שישי', spaced)).toBeGreaterThan(he.widthMm('שישי', STYLE));
  });

  test('Turkish keeps the dot of an i after an f', () => {
    const style = { ...STYLE, font: 'eb-garamond/500' };
    const tr = typesetterOf(FONTS, 'tr').widthMm('Sofi', style);
    expect(tr).toBeCloseTo(
      typesetterOf(FONTS, 'en').widthMm('Sof', style) +
        typesetterOf(FONTS, 'en').widthMm('i', style),
      3,
    );
  });
});
