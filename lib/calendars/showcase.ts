import type { Id } from '@/lib/core/ids';
import { yearMonth } from '@/lib/core/plain-date';
import { layoutPage } from '@/lib/print/layout-calendar';
import { paintSvg } from '@/lib/print/paint-svg';
import { loadFontBook } from '@/lib/providers/fonts';
import { dayEntriesOf } from './day-entries';
import {
  type CalendarDocument,
  CENTRED,
  emptyPage,
  type FormatId,
  type LayoutId,
  type PrintLanguage,
  type ThemeId,
} from './document';

/** A page to show to somebody who has no photos here yet. */
export type ShowcasePage = {
  key: string;
  themeId: ThemeId;
  formatId: FormatId;
  layoutId: LayoutId;
  /** 0 is the cover, 1 to 12 the months. */
  pageIndex: number;
};

const PICTURE_SIZE = { widthPx: 4500, heightPx: 3375 };
const CACHE_MAX = 200;
const cache = new Map<string, string>();

/**
 * Draws a sample page with the print engine. Its pictures, public/showcase/<month>.jpg, are scenes of lib/sandbox/paint-scene.
 * @returns SVG of the trimmed page; the same string for the same request
 */
export function showcaseSvg(page: ShowcasePage, year: number, language: PrintLanguage): string {
  const id = [page.key, year, language].join('/');
  const known = cache.get(id);
  if (known) return known;
  const document = showcaseDocument(page, year, language);
  const fonts = loadFontBook();
  const pictures = new Map(
    Array.from({ length: 13 }, (_, index) => [pictureId(index), PICTURE_SIZE] as const),
  );
  const input = { document, entries: dayEntriesOf(document), pictures, fonts };
  const svg = paintSvg(layoutPage(input, page.pageIndex), {
    fonts,
    pictureHref: ({ pictureId }) => `/showcase/${Number(pictureId.slice(-2))}.jpg`,
    showBleed: false,
    watermark: null,
    idPrefix: `show-${page.key}-`,
  });
  if (cache.size >= CACHE_MAX) cache.clear();
  cache.set(id, svg);
  return svg;
}

function showcaseDocument(
  page: ShowcasePage,
  year: number,
  language: PrintLanguage,
): CalendarDocument {
  const filled = (index: number) => ({
    ...emptyPage(),
    slots: [
      { pictureId: pictureId(index), crop: CENTRED },
      { pictureId: pictureId((index + 5) % 13), crop: CENTRED },
    ],
  });
  const isUkrainian = language === 'uk';
  return {
    schemaVersion: 1,
    title: isUkrainian ? 'Наш рік' : 'Our year',
    subtitle: '',
    formatId: page.formatId,
    from: yearMonth(year, 1),
    monthCount: 12,
    language,
    firstWeekday: 1,
    weekNumbers: 'none',
    themeId: page.themeId,
    layoutId: page.layoutId,
    holidaySets: [{ country: isUkrainian ? 'UA' : 'GB', region: null }],
    hiddenHolidays: [],
    dates: [],
    cover: filled(0),
    pages: Array.from({ length: 12 }, (_, index) => filled(index + 1)),
  };
}

function pictureId(index: number): Id<'picture'> {
  return `pic_showcase${String(index).padStart(2, '0')}`;
}
