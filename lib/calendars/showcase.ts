import type { Id } from '@/lib/core/ids';
import { yearMonth } from '@/lib/core/plain-date';
import { HOME_OF } from '@/lib/i18n/home-of';
import type { Locale } from '@/lib/i18n/locales';
import { layoutPage } from '@/lib/print/layout-calendar';
import { paintSvg } from '@/lib/print/paint-svg';
import { usualPressOf } from '@/lib/print/press';
import type { PrintInput } from '@/lib/print/print-input';
import { loadFontBook } from '@/lib/providers/fonts';
import { defaultTitle } from './calendar-defaults';
import { composeDocument } from './compose-document';
import { dayEntriesOf } from './day-entries';
import {
  type CalendarDocument,
  type CalendarPage,
  CENTRED,
  emptyPage,
  type FormatId,
  type LayoutId,
  SLOTS_MAX,
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
export function showcaseSvg(page: ShowcasePage, year: number, language: Locale): string {
  const id = [page.key, year, language].join('/');
  const known = cache.get(id);
  if (known) return known;
  const input = showcaseInput({ ...page, year, language });
  const svg = paintSvg(layoutPage(input, page.pageIndex), {
    fonts: input.fonts,
    pictureHref: ({ pictureId }) => `/showcase/${Number(pictureId.slice(-2))}.jpg`,
    showBleed: false,
    watermark: null,
    idPrefix: `show-${page.key}-`,
  });
  if (cache.size >= CACHE_MAX) cache.clear();
  cache.set(id, svg);
  return svg;
}

/** What the layout needs to draw any page of a calendar that is filled with the sample scenes. */
export function showcaseInput(
  look: Omit<ShowcasePage, 'key' | 'pageIndex'> & {
    monthCount?: number;
    year: number;
    language: Locale;
  },
): PrintInput {
  const document = showcaseDocument(look, look.year, look.language);
  const pictures = new Map(
    Array.from({ length: 13 }, (_, index) => [pictureId(index), PICTURE_SIZE] as const),
  );
  return {
    document,
    entries: dayEntriesOf(document),
    pictures,
    fonts: loadFontBook(),
    themes: [],
    press: usualPressOf(document.formatId),
  };
}

function showcaseDocument(
  page: Omit<ShowcasePage, 'key' | 'pageIndex'> & { monthCount?: number },
  year: number,
  language: Locale,
): CalendarDocument {
  const filled = (index: number): CalendarPage => ({
    ...emptyPage(),
    slots: Array.from({ length: SLOTS_MAX }, (_, slot) => ({
      pictureId: pictureId((index + slot * 5) % 13),
      crop: CENTRED,
      filter: 'none' as const,
    })),
  });
  const document = composeDocument({
    title: defaultTitle(language),
    formatId: page.formatId,
    from: yearMonth(year, 1),
    monthCount: page.monthCount ?? 12,
    language,
    firstWeekday: 1,
    themeId: page.themeId,
    layoutId: page.layoutId,
    holidaySets: [{ country: HOME_OF[language].country ?? 'GB', region: null }],
  });
  return {
    ...document,
    cover: filled(0),
    pages: document.pages.map((_, index) => filled((index % 12) + 1)),
  };
}

function pictureId(index: number): Id<'picture'> {
  return `pic_showcase${String(index).padStart(2, '0')}`;
}
