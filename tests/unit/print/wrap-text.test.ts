import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { typesetterOf } from '@/lib/print/typesetter';
import { clampText, shortenText, wrapEvenly, wrapText } from '@/lib/print/wrap-text';
import { loadFontBook } from '@/lib/providers/fonts';

vi.setConfig({ testTimeout: 30_000 });

const FONTS = loadFontBook();
const typesetter = typesetterOf(FONTS, 'uk');

const LONG_NAMES = [
  'День працівників радіо, телебачення та зв’язку України',
  'Journée internationale pour l’élimination de la discrimination raciale',
  'Bundesausbildungsförderungsgesetzänderungstag',
  '国際婦人デーと国民の祝日に関する法律の日',
  'יום הזיכרון לשואה ולגבורה (כ״ז בניסן)',
  'اليوم العالمي للقضاء على العنف ضد المرأة',
  'अंतर्राष्ट्रीय महिला दिवस और राष्ट्रीय विज्ञान दिवस',
  '국제 여성의 날과 대한민국 임시 정부 수립 기념일',
];
const STYLE = { font: 'manrope/500', sizePt: 8, colour: '#000000' } as const;
const widthOf = (line: string) => typesetter.widthMm(line, STYLE);

describe('wrapping', () => {
  test('breaks at spaces and loses nothing', () => {
    const text = 'Міжнародний день захисту прав дітей';
    const { lines, brokenWord } = wrapText(typesetter, text, STYLE, 25);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(1);
    expect(brokenWord).toBe(false);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(25);
  });

  test('keeps numbers and one-letter words with the word after them', () => {
    expect(
      wrapText(typesetter, 'Марк і Анна (10 років)', STYLE, widthOf('Марк і Анна (10')).lines,
    ).toEqual(['Марк і Анна', '(10 років)']);
    expect(
      wrapText(typesetter, 'День захисників і захисниць', STYLE, widthOf('День захисників і'))
        .lines,
    ).toEqual(['День захисників', 'і захисниць']);
  });

  test('cuts a word only when it is wider than a line, with a hyphen', () => {
    const { lines, brokenWord } = wrapText(
      typesetter,
      'Donaudampfschifffahrtsgesellschaft',
      STYLE,
      20,
    );
    expect(brokenWord).toBe(true);
    expect(lines[0]).toMatch(/-$/);
    expect(lines.map((line) => line.replace(/-$/, '')).join('')).toBe(
      'Donaudampfschifffahrtsgesellschaft',
    );
  });

  test('never starts a Japanese line with a closing mark nor ends it with an opening one', () => {
    for (let widthMm = 6; widthMm < 30; widthMm += 1) {
      for (const line of wrapText(typesetter, '京都、「清水寺」へ。', STYLE, widthMm).lines) {
        expect(line).not.toMatch(/^[、。」]/u);
        expect(line).not.toMatch(/「$/u);
      }
    }
  });

  test('breaks Chinese anywhere but beside its punctuation, and Korean at its spaces', () => {
    const chinese = '清明节（扫墓）、国际劳动节：五月一日。';
    const zh = typesetterOf(FONTS, 'zh');
    for (let widthMm = 10; widthMm < 40; widthMm += 1) {
      const { lines } = wrapText(zh, chinese, STYLE, widthMm);
      expect(lines.join('')).toBe(chinese);
      for (const line of lines) {
        expect(line).not.toMatch(/^[、。：）]/u);
        expect(line).not.toMatch(/（$/u);
      }
    }
    const ko = typesetterOf(FONTS, 'ko');
    expect(
      wrapText(ko, '현충일에 추념식 행사를', STYLE, ko.widthMm('현충일에 추', STYLE)).lines,
    ).toEqual(['현충일에', '추념식', '행사를']);
  });

  test('breaks right-to-left text in reading order', () => {
    const he = typesetterOf(FONTS, 'he');
    const text = 'יום הולדת לולדימיר (40)';
    const { lines } = wrapText(he, text, STYLE, he.widthMm('יום הולדת ל', STYLE));
    expect(lines).toEqual(['יום הולדת', 'לולדימיר', '(40)']);
  });

  test('cuts words of scripts without hyphens without one, and never inside a bound letter', () => {
    const hi = typesetterOf(FONTS, 'hi');
    const { lines, brokenWord } = wrapText(hi, 'क्षत्रियराष्ट्रीयस्वतंत्रता', STYLE, 8);
    expect(brokenWord).toBe(true);
    expect(lines.join('')).toBe('क्षत्रियराष्ट्रीयस्वतंत्रता');
    for (const line of lines) {
      expect(line).not.toMatch(/\u094d$/u);
      expect(line).not.toMatch(/^\p{M}/u);
    }
    const ar = typesetterOf(FONTS, 'ar');
    expect(wrapText(ar, 'المستشفيات', STYLE, 8).lines.join('')).toBe('المستشفيات');
  });

  test('makes lines about equally long without making more of them', () => {
    const plain = wrapText(
      typesetter,
      '敬老の日と国民の祝日',
      STYLE,
      widthOf('敬老の日と国民の祝'),
    );
    const even = wrapEvenly(
      typesetter,
      '敬老の日と国民の祝日',
      STYLE,
      widthOf('敬老の日と国民の祝'),
    );
    expect(plain.lines[1]).toBe('日');
    expect(even.lines).toHaveLength(2);
    expect(even.lines[1]?.length).toBeGreaterThan(2);
  });

  test('no line is wider than allowed, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 80, unit: 'grapheme' }), fc.constantFrom(...LONG_NAMES)),
        fc.double({ min: 8, max: 60, noNaN: true }),
        (text, widthMm) => {
          for (const line of wrapText(typesetter, text, STYLE, widthMm).lines) {
            expect(widthOf(line)).toBeLessThanOrEqual(widthMm);
          }
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('shortening', () => {
  test('leaves a text that fits alone', () => {
    expect(shortenText(typesetter, 'Свято', STYLE, 40)).toBe('Свято');
  });

  test('ends after a whole word with an ellipsis, within the width', () => {
    const short = shortenText(
      typesetter,
      'День захисту прав дітей',
      STYLE,
      widthOf('День захисту пр…'),
    );
    expect(short).toBe('День захисту…');
    expect(widthOf(short)).toBeLessThanOrEqual(widthOf('День захисту пр…'));
  });

  test('puts what does not fit the lines into the last one, shortened, and says so', () => {
    const text = LONG_NAMES[0] ?? '';
    const { lines, shortened } = clampText(typesetter, text, STYLE, 30, 2);
    expect(lines).toHaveLength(2);
    expect(shortened).toBe(true);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(30);
  });
});
