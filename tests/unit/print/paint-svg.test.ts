import { describe, expect, test } from 'vitest';
import { layoutCalendar, layoutPage } from '@/lib/print/layout-calendar';
import { paintSvg, type SvgOptions } from '@/lib/print/paint-svg';
import { BUILT_IN_THEME_IDS } from '@/lib/print/theme';
import { layoutWatermark } from '@/lib/print/watermark';
import { entriesFor, FONTS, inkOf, pictureId, printInput, textsOf } from './print-fixtures';

const OPTIONS: SvgOptions = {
  fonts: FONTS,
  pictureHref: ({ pictureId: id }) => `/pictures/${id}?w=1600&v=2`,
  showBleed: false,
  watermark: null,
  idPrefix: 'p1-',
};

describe('the SVG of a page', () => {
  test('shows the trimmed page, or the bleed as well', () => {
    const page = layoutPage(printInput(), 1);
    expect(paintSvg(page, OPTIONS)).toContain('viewBox="0 0 297 420"');
    expect(paintSvg(page, { ...OPTIONS, showBleed: true })).toContain('viewBox="-3 -3 303 426"');
  });

  test('holds no text, so that nothing a person writes can become markup', () => {
    const hostile = '</svg><script>alert(1)</script>"&';
    const input = printInput({
      title: hostile,
      caption: hostile,
      entries: entriesFor('2027-09', [hostile], () => 1),
    });
    for (const page of layoutCalendar(input)) {
      const svg = paintSvg(page, OPTIONS);
      expect(svg).not.toContain('script');
      expect(svg).not.toContain('<text');
      expect(svg.match(/<\/svg>$/)).not.toBeNull();
    }
  });

  test('escapes addresses of pictures', () => {
    const svg = paintSvg(layoutPage(printInput(), 1), {
      ...OPTIONS,
      pictureHref: () => '/p?a=1&b="><script>',
    });
    expect(svg).toContain('href="/p?a=1&amp;b=&quot;&gt;&lt;script&gt;"');
  });

  test('refers only to glyphs that it defines, each defined once, all under the prefix', () => {
    const svg = paintSvg(layoutPage(printInput({ language: 'uk' }), 1), OPTIONS);
    const defined = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const used = [...svg.matchAll(/<use[^>]* href="#([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(defined).size).toBe(defined.length);
    expect(defined.every((id) => id?.startsWith('p1-'))).toBe(true);
    expect(used.filter((id) => !defined.includes(id))).toEqual([]);
    expect(defined.filter((id) => !used.includes(id))).toEqual([]);
  });

  test('cuts the source out of the whole picture', () => {
    const page = layoutPage(printInput(), 1);
    const image = page.operations.find((operation) => operation.kind === 'image');
    if (image?.kind !== 'image') throw new Error('There is no picture');
    const svg = paintSvg(page, OPTIONS);
    const { x, y, width, height } = image.source;
    const [scaleX = 0, , , scaleY = 0, leftMm = 0, topMm = 0] =
      /transform="matrix\(([-\d. ]+)\)"/.exec(svg)?.[1]?.split(' ').map(Number) ?? [];
    // The whole picture is drawn 1000 units wide and high, in a window of the slot's size.
    expect(svg).toContain(`viewBox="0 0 ${image.widthMm} ${image.heightMm}"`);
    expect(x * 1000 * scaleX + leftMm).toBeCloseTo(0, 2);
    expect(y * 1000 * scaleY + topMm).toBeCloseTo(0, 2);
    expect((x + width) * 1000 * scaleX + leftMm).toBeCloseTo(image.widthMm, 2);
    expect((y + height) * 1000 * scaleY + topMm).toBeCloseTo(image.heightMm, 2);
    expect(svg).toContain(`href="/pictures/${pictureId('a')}?w=1600&amp;v=2"`);
  });

  test('is small enough to be drawn on every change', () => {
    const entries = entriesFor(
      '2027-09',
      ['День знань', 'Олена, 40', 'Labor Day'],
      (day) => day % 3,
    );
    for (const themeId of BUILT_IN_THEME_IDS) {
      const svg = paintSvg(
        layoutPage(printInput({ themeId, language: 'uk', entries }), 1),
        OPTIONS,
      );
      expect(svg.length).toBeLessThan(120_000);
    }
  });

  test('is the same every time', () => {
    const page = layoutPage(printInput({ language: 'ja' }), 1);
    expect(paintSvg(page, OPTIONS)).toBe(paintSvg(page, OPTIONS));
  });
});

describe('the watermark', () => {
  test('crosses the page three times and stays on it, in any script', () => {
    const page = layoutPage(printInput({ formatId: 'wall-a4-landscape' }), 1);
    for (const text of ['PROOF', 'Пробний примірник — не для друку', '校正用']) {
      const marks = layoutWatermark(page, text, FONTS);
      expect(marks.length).toBeGreaterThanOrEqual(3);
      for (const mark of marks) {
        const radians = (mark.angleDeg * Math.PI) / 180;
        const ink = inkOf({ ...mark, xMm: 0, yMm: 0 });
        const endXMm = mark.xMm + Math.cos(radians) * (ink?.rightMm ?? 0);
        expect(mark.xMm).toBeGreaterThan(0);
        expect(endXMm).toBeLessThan(page.trim.widthMm);
        const endYMm = mark.yMm + Math.sin(radians) * (ink?.rightMm ?? 0) + (ink?.topMm ?? 0);
        expect(endYMm).toBeGreaterThan(0);
        expect(mark.yMm).toBeLessThan(page.trim.heightMm);
      }
      expect(paintSvg(page, { ...OPTIONS, watermark: text })).toContain('rotate(-30)');
    }
  });

  test('is not part of the page itself', () => {
    const page = layoutPage(printInput(), 1);
    expect(textsOf(page, 'watermark')).toEqual([]);
    expect(paintSvg(page, OPTIONS)).not.toContain('rotate(');
  });
});
