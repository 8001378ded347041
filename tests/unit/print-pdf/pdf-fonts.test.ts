import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { monthName } from '@/lib/calendar-days/names';
import { PRINT_LANGUAGES, type PrintLanguage } from '@/lib/calendars/document';
import { directionOf } from '@/lib/print/bidi';
import { FONT_FAMILIES } from '@/lib/print/font-families';
import type { TextOperation } from '@/lib/print/operations';
import { fontsOfShapes, shapesOf } from '@/lib/print/paint-fonts';
import { openTrueType } from '@/lib/print/pdf/true-type';
import { subsetTrueType } from '@/lib/print/pdf/true-type-subset';
import { typesetterOf } from '@/lib/print/typesetter';
import { readFontFile } from '@/lib/providers/font-files';
import { loadFontBook } from '@/lib/providers/fonts';
import { page, paint, text } from './paint-fixture';
import { HAS_PDF_TOOLS, run, useFolder } from './print-fixture';

const folder = useFolder();
const fonts = loadFontBook();

function subsetOf(fontId: string, characters: string) {
  const file = readFontFile(fontId);
  const whole = fonts.font(fontId);
  const glyphIds = [0, ...fonts.shape(characters, fontId).glyphs.map(({ glyphId }) => glyphId)];
  const bytes = subsetTrueType(openTrueType(file), glyphIds);
  return { whole, glyphIds, bytes, font: openTrueType(bytes) };
}

describe('a font subset', () => {
  it.each([
    ['noto-sans/400', 'Ångström Їжак'],
    ['eb-garamond/500', 'office — 2027'],
    ['spectral/300', 'Ünïcödé'],
    ['noto-naskh-arabic/400', 'السلام'],
    ['noto-sans-devanagari/400', 'क्षत्रिय'],
    ['noto-sans-kr/400', '설날'],
    ['montserrat/600-italic', 'Éèç ґ'],
  ])('of %s has the outlines and widths of the font, under new numbers', (fontId, characters) => {
    const { whole, glyphIds, bytes } = subsetOf(fontId, characters);
    const read = create(Buffer.from(bytes));
    if ('fonts' in read) throw new Error('one font');
    for (const [code, glyphId] of glyphIds.entries()) {
      const [ours, theirs] = [read.getGlyph(code), whole.getGlyph(glyphId)];
      expect(ours.advanceWidth).toBe(theirs.advanceWidth);
      expect(ours.path.toSVG()).toBe(theirs.path.toSVG());
    }
    expect(bytes.length).toBeLessThan(readFontFile(fontId).length / 3);
  });

  it('keeps the glyphs that others are composed of, though no text asked for them', () => {
    const { glyphIds, font } = subsetOf('noto-sans/400', 'É');
    expect(font.glyphCount).toBeGreaterThan(glyphIds.length);
  });

  it('leaves the file that it was cut from as it was', () => {
    const file = readFontFile('noto-sans/400');
    const before = Buffer.from(file);
    subsetTrueType(openTrueType(file), [0, 5, 6]);
    expect(Buffer.compare(before, file)).toBe(0);
  });

  it('sums up as the format asks', () => {
    const { bytes } = subsetOf('noto-sans/400', 'Checksum');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});

describe('the fonts that may be printed', () => {
  it('all have TrueType outlines and allow to be embedded', () => {
    for (const [family, { weights, italics }] of Object.entries(FONT_FAMILIES)) {
      const styles = [weights[0], weights.at(-1)].map(String);
      if (italics[0] !== undefined) styles.push(`${italics[0]}-italic`);
      for (const style of new Set(styles)) {
        const font = openTrueType(readFontFile(`${family}/${style}`));
        expect(font.table('glyf')).toBeDefined();
        expect(font.table('fvar')).toBeUndefined();
        const os2 = font.table('OS/2') ?? new Uint8Array(10);
        const rights = new DataView(os2.buffer, os2.byteOffset).getUint16(8);
        expect(rights & 0x0302).toBe(0);
      }
    }
  });
});

const LINES: Partial<Record<PrintLanguage, string[]>> = {
  en: ['office affluent fjord'],
  uk: ['Ґанок Їжак П’ятниця', 'ACE АСЕ'],
  he: ['יום ראשון (חג)', 'ולדימיר'],
  ar: ['السلام عليكم (عيد)', 'لا إله'],
  fa: ['پنجشنبه گچ'],
  hi: ['हिन्दी क्षत्रिय दीपावली'],
  ja: ['勤労感謝の日'],
  zh: ['国庆节'],
  ko: ['토요일 설날'],
};

describe.skipIf(!HAS_PDF_TOOLS)('text in the print file', { timeout: 60_000 }, () => {
  const isRightToLeft = (language: PrintLanguage) => directionOf(language) === 'rtl';
  const lines = PRINT_LANGUAGES.flatMap((language) =>
    [monthName(2, language), ...(LINES[language] ?? [])].map((words) => ({ language, words })),
  );
  // Readers decide for a whole page which way it is read.
  const linesOfPages = [false, true].map((wanted) =>
    lines.filter(({ language }) => isRightToLeft(language) === wanted),
  );
  const pages = linesOfPages.map((some, index) => {
    const operations = some.flatMap(({ language, words }, row): TextOperation[] => {
      const style = { font: 'eb-garamond/500', sizePt: 9, colour: '#000000' as const };
      const at = { xMm: 10, yMm: 8 + row * 6, role: 'note' as const };
      return typesetterOf(fonts, language).line(words, style, at);
    });
    return page(operations, { index, trim: { widthMm: 100, heightMm: 300 } });
  });

  it('is embedded as subsets with the characters of every glyph, and reads as it was written', async () => {
    const file = path.join(folder, 'languages.pdf');
    writeFileSync(file, await paint(pages));
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    const embedded = run('pdffonts', file).trim().split('\n').slice(2);
    expect(embedded.length).toBeGreaterThan(5);
    for (const font of embedded) expect(font).toMatch(/^[A-Z]{6}\+.* CID TrueType .*yes yes yes/);
    const marks = /[\f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
    const found = run('pdftotext', '-layout', file, '-')
      .replaceAll(marks, '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    expect(found).toEqual(linesOfPages.flat().map(({ words }) => words));
  });

  it('is the same file when another process paints it from the shapes alone', async () => {
    const runs = pages
      .flatMap(({ operations }) => operations)
      .filter((operation) => operation.kind === 'text');
    const shapes = JSON.parse(JSON.stringify(shapesOf(runs, fonts)));
    const painted = await paint(pages, { fonts: fontsOfShapes(shapes, readFontFile) });
    expect(painted.equals(await paint(pages))).toBe(true);
  });

  it('is as wide as the layout measured it', async () => {
    const file = path.join(folder, 'widths.pdf');
    const words = ['AVAToWa', 'Свято', 'Ω'].map((word, row) =>
      text({ text: word, yMm: 10 + row * 10, sizePt: 20, font: 'noto-sans/400' }),
    );
    writeFileSync(file, await paint([page(words)]));
    const boxes = run('pdftotext', '-bbox', file, '-').matchAll(
      /xMin="([\d.]+)".*xMax="([\d.]+)".*>(.+)<\/word>/g,
    );
    const widths = Array.from(
      boxes,
      ([, left, right]) => ((Number(right) - Number(left)) / 72) * 25.4,
    );
    expect(widths).toHaveLength(3);
    for (const [index, { widthMm }] of words.entries()) {
      expect(widths[index]).toBeCloseTo(widthMm, 1);
    }
  });
});

describe('a glyph that two characters share', () => {
  it('reads as the character that was written, whichever came first', async () => {
    const { readContent, readToUnicode } = await import('@/lib/print/preflight/pdf-content');
    const { openPdfObjects } = await import('@/lib/print/preflight/pdf-objects');
    // Arabic and Persian figures: one glyph, two characters.
    const font = 'noto-sans-arabic/400';
    const words = ['١٣', '۱۳'];
    const same = words.map((word) => fonts.shape(word, font).glyphs.map(({ glyphId }) => glyphId));
    expect(same[0]).toEqual(same[1]);
    const pdf = await paint([page(words.map((word) => text({ text: word, font })))]);
    const objects = await openPdfObjects({
      byteLength: pdf.length,
      read: (offset, length) => Promise.resolve(pdf.subarray(offset, offset + length)),
    });
    const root = await objects.dict(objects.trailer.get('Root'));
    const tree = await objects.dict(root.get('Pages'));
    const kids = await objects.resolve(tree.get('Kids'));
    const dict = await objects.dict(Array.isArray(kids) ? kids[0] : null);
    const resources = await objects.dict(dict.get('Resources'));
    const [fontRef] = [...(await objects.dict(resources.get('Font'))).values()];
    const map = readToUnicode(await objects.stream((await objects.dict(fontRef)).get('ToUnicode')));
    const content = readContent(await objects.stream(dict.get('Contents')), new Set());
    const read = content.texts.map(({ codes }) => codes.map((code) => map.get(code)).join(''));
    expect(read).toEqual(words);
  });
});
