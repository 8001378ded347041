import { describe, expect, test } from 'vitest';
import { createFontBook } from '@/lib/print/font-book';
import { FONT_FAMILIES } from '@/lib/print/font-families';
import { BUILT_IN_THEME_IDS, themeOf } from '@/lib/print/theme';
import { typesetterOf } from '@/lib/print/typesetter';
import { loadFontBook } from '@/lib/providers/fonts';

const FONTS = loadFontBook();

/** What people write in the print languages and in Greek, letters that fonts often lack first. */
const ALPHABETS = {
  ukrainian: 'ҐґЄєІіЇїЙйЩщЮюЯя’ʼ',
  western: 'ÄÖÜßäöüÀÂÇÉÈÊËÎÏÔŒÙÛÜŸàâçéèêëîïôœùûüÿÑñ¿¡',
  polish: 'ĄĆĘŁŃÓŚŹŻąćęłńóśźż',
  greek: 'ΑΒΓΔΕΖΗΘΩάέήίόύώς',
  japanese: '一二三日月火水木金土祝敬老ひらがなカタカナ・、。「」',
  signs: '–—…·•№§+&@€£¥°“”„«»',
};

describe('the font book', () => {
  test('measures text in proportion to its size, with letter spacing between glyphs only', () => {
    const ten = FONTS.measure('Серпень', 'manrope/400', 10);
    expect(FONTS.measure('Серпень', 'manrope/400', 20)).toBeCloseTo(2 * ten, 9);
    const spaced = FONTS.measure('Серпень', 'manrope/400', 10, 72 / 25.4);
    expect(spaced).toBeCloseTo(ten + 6, 9);
    expect(FONTS.measure('', 'manrope/400', 10)).toBe(0);
  });

  test('outlines start where the measured advances say', () => {
    const glyphs = FONTS.outline('AVA', 'noto-sans/400', 12);
    expect(glyphs[0]).toMatchObject({ xMm: 0, yMm: -0 });
    expect(glyphs[1]?.xMm).toBeCloseTo(
      FONTS.measure('AV', 'noto-sans/400', 12) - FONTS.measure('V', 'noto-sans/400', 12),
      1,
    );
    expect(glyphs).toHaveLength(3);
  });

  test('finds the ink of letters and none in a space', () => {
    const ink = FONTS.inkBox('Hg', 'noto-sans/400', 72);
    const { capHeightMm } = FONTS.metrics('noto-sans/400', 72);
    expect(-(ink?.topMm ?? 0)).toBeGreaterThanOrEqual(capHeightMm - 0.01);
    expect(ink?.bottomMm).toBeGreaterThan(1);
    expect(FONTS.inkBox(' ', 'noto-sans/400', 72)).toBeNull();
    expect(FONTS.inkBox('H ', 'noto-sans/400', 72)?.rightMm).toBe(
      FONTS.inkBox('H', 'noto-sans/400', 72)?.rightMm,
    );
  });

  test('names the code points that a font lacks', () => {
    expect(FONTS.hasGlyphs('Ґ', 'noto-sans/400')).toEqual([]);
    expect(FONTS.hasGlyphs('Ґ日Ґ日a', 'noto-sans/400')).toEqual([0x65e5]);
  });

  test('refuses fonts it does not have', () => {
    const book = loadFontBook(['manrope/400']);
    expect(book.fontIds).toEqual(['manrope/400']);
    expect(() => book.measure('a', 'literata/400', 10)).toThrow(/literata\/400/);
    expect(() => createFontBook(new Map()).font('manrope/400')).toThrow(/manrope\/400/);
  });

  test('is one and the same for a process', () => {
    expect(loadFontBook()).toBe(loadFontBook());
  });

  test('has every font of every theme', () => {
    for (const themeId of BUILT_IN_THEME_IDS) {
      for (const font of Object.values(themeOf(themeId, []).fonts)) {
        expect(FONTS.font(font).unitsPerEm).toBeGreaterThan(0);
      }
    }
  });

  test('opens every family in its lightest and heaviest weight and its italic', () => {
    for (const [family, { weights, italics }] of Object.entries(FONT_FAMILIES)) {
      const ids = [weights[0], weights.at(-1)].map((weight) => `${family}/${weight}`);
      if (italics.length > 0) ids.push(`${family}/${italics[0]}-italic`);
      for (const id of ids) {
        const font = FONTS.font(id) as { variationAxes?: object; directory?: { tables: object } };
        // Variable fonts come out blank in a PDF.
        expect(Object.keys(font.variationAxes ?? {}), id).toEqual([]);
        expect(font.directory?.tables, id).toHaveProperty('glyf');
      }
    }
  });

  test('asks for no glyph of a joiner', () => {
    expect(FONTS.hasGlyphs('a\u200cb\u200d', 'caveat/400')).toEqual([]);
    const joined = FONTS.shape('f\u200ci', 'eb-garamond/400');
    expect(joined.advanceUnits).toBe(
      FONTS.shape('f', 'eb-garamond/400').advanceUnits +
        FONTS.shape('i', 'eb-garamond/400').advanceUnits,
    );
  });

  test('gives the glyphs of a right-to-left run from left to right, brackets turned', () => {
    const font = 'noto-sans-hebrew/400';
    const [alef, bet] = ['א', 'ב'].map((letter) => FONTS.shape(letter, font).glyphs[0]?.glyphId);
    const ids = FONTS.shape('אב', font, 'rtl').glyphs.map(({ glyphId }) => glyphId);
    expect(ids).toEqual([bet, alef]);
    const [open] = FONTS.shape('(', font, 'rtl').glyphs;
    expect(open?.glyphId).toBe(FONTS.shape(')', font).glyphs[0]?.glyphId);
  });
});

describe('the typesetter', () => {
  const typesetter = typesetterOf(FONTS, 'uk');

  test('finds a font for every letter of the print languages, in every theme', () => {
    for (const themeId of BUILT_IN_THEME_IDS) {
      for (const font of Object.values(themeOf(themeId, []).fonts)) {
        for (const letters of Object.values(ALPHABETS)) {
          expect(typesetter.missing(letters, font)).toEqual([]);
          for (const run of typesetter.runs(letters, font)) {
            expect(FONTS.hasGlyphs(run.text, run.font)).toEqual([]);
          }
        }
      }
    }
  });

  test('sets Japanese wholly in one Japanese font that suits the theme', () => {
    expect(typesetter.runs('秋分の日 2027', 'eb-garamond/500')).toEqual([
      { text: '秋分の日 2027', font: 'noto-serif-jp/500', direction: 'ltr' },
    ]);
    expect(typesetter.runs('山田, 40', 'manrope/700')).toEqual([
      { text: '山田, 40', font: 'noto-sans-jp/700', direction: 'ltr' },
    ]);
  });

  test('sets a text wholly in the fallback font rather than one letter of it', () => {
    expect(typesetter.runs('Ημέρα', 'cormorant/600')).toEqual([
      { text: 'Ημέρα', font: 'noto-serif/600', direction: 'ltr' },
    ]);
  });

  test('cuts a text into runs where no single font has it all', () => {
    const runs = typesetter.runs('Ґанок 京都 Є', 'manrope/500');
    expect(runs.map(({ text }) => text).join('')).toBe('Ґанок 京都 Є');
    expect(new Set(runs.map(({ font }) => font)).size).toBeGreaterThan(1);
  });

  test('leaves out what no font has and says so', () => {
    expect(
      typesetter
        .runs('Свято 🎉!', 'manrope/500')
        .map(({ text }) => text)
        .join(''),
    ).toBe('Свято !');
    expect(typesetter.missing('Свято 🎉🎉!', 'manrope/500')).toEqual([0x1f389]);
    expect(typesetter.runs('👩‍👧', 'manrope/500')).toEqual([]);
    expect(typesetter.runs('a\u200bb\ufeff', 'manrope/500')).toEqual([
      { text: 'ab', font: 'manrope/500', direction: 'ltr' },
    ]);
  });

  test('writes an apostrophe that a font lacks as the one that looks the same', () => {
    expect(typesetter.runs('Пʼятниця', 'manrope/500')).toEqual([
      { text: 'П’ятниця', font: 'manrope/500', direction: 'ltr' },
    ]);
  });

  test('places a line by its left end, its middle or its right end', () => {
    const style = { font: 'manrope/500', sizePt: 20, colour: '#000000' } as const;
    const widthMm = typesetter.widthMm('Травень', style);
    for (const [align, leftMm] of [
      ['left', 100],
      ['centre', 100 - widthMm / 2],
      ['right', 100 - widthMm],
    ] as const) {
      const [operation] = typesetter.line('Травень', style, {
        xMm: 100,
        yMm: 50,
        align,
        role: 'month',
      });
      expect(operation?.xMm).toBeCloseTo(leftMm, 3);
      expect(operation?.widthMm).toBeCloseTo(widthMm, 3);
    }
  });
});
