import { describe, expect, test, vi } from 'vitest';
import type { DayEntry } from '@/lib/calendar-days/day-entry';
import { dayEntriesOf } from '@/lib/calendars/day-entries';
import { type LayoutId, PRINT_LANGUAGES } from '@/lib/calendars/document';
import { pagePlan } from '@/lib/calendars/page-plan';
import { PAGE_TITLE_WORDS } from '@/lib/print/data/page-title-words';
import { formatOf, safeBoxOf } from '@/lib/print/formats';
import { layoutCalendar } from '@/lib/print/layout-calendar';
import type { Page } from '@/lib/print/operations';
import { paintSvg } from '@/lib/print/paint-svg';
import { builtInThemes } from '@/lib/print/theme';
import { typesetterOf } from '@/lib/print/typesetter';
import {
  type CalendarChoice,
  entriesFor,
  FONTS,
  inkOf,
  overlapsOn,
  PEOPLE,
  printInput,
  textsOf,
  within,
} from './print-fixtures';

vi.setConfig({ testTimeout: 60_000 });

type HardCase = { name: string; choice: Partial<CalendarChoice>; own: readonly DayEntry[] };

const PARTY = [
  'Großmutter Elisabeth, 85',
  'Konfirmation von Maximilian',
  'Zahnarzt',
  'Elternabend im Gymnasium',
  'Müll',
];

/** What a calendar must bear in one page: each from a real calendar or worse. */
const CASES: readonly HardCase[] = [
  {
    name: 'six rows, five entries on some days, German holidays of Bavaria',
    choice: {
      from: '2027-05',
      language: 'de',
      weekNumbers: 'iso',
      holidaySets: [{ country: 'DE', region: 'BY' }],
    },
    own: entriesFor('2027-05', PARTY, (day) => (day % 9 === 1 ? 5 : 0)),
  },
  {
    name: 'Ukrainian holidays with their long names',
    choice: {
      from: '2027-05',
      language: 'uk',
      holidaySets: [{ country: 'UA', region: null }],
      caption: 'Ранок у горах Пікос-де-Еуропа, дорога до озера Енол, троє друзів і один собака',
    },
    own: entriesFor('2027-05', ['Олександра-Анастасія, 40 років'], (day) => (day === 8 ? 3 : 0)),
  },
  {
    name: 'Greek holidays, Greek capitals',
    choice: {
      from: '2027-08',
      language: 'el',
      themeId: 'meridian',
      holidaySets: [{ country: 'GR', region: null }],
    },
    own: entriesFor('2027-08', ['Γενέθλια της Παναγιώτας και του Κωνσταντίνου'], (day) =>
      day === 15 ? 2 : 0,
    ),
  },
  {
    name: 'three countries at once',
    choice: {
      from: '2027-05',
      language: 'en',
      holidaySets: [
        { country: 'UA', region: null },
        { country: 'DE', region: 'BY' },
        { country: 'PL', region: null },
      ],
    },
    own: [],
  },
  {
    name: 'Arabic from right to left with its own digits, moons and Hijri dates',
    choice: {
      from: '2027-05',
      language: 'ar',
      firstWeekday: 6,
      hasNativeDigits: true,
      hasMoonPhases: true,
      secondaryCalendar: 'hijri',
      weekNumbers: 'iso',
    },
    own: entriesFor('2027-05', ['عيد ميلاد الجدة فاطمة', 'Dentist 15:30'], (day) =>
      day % 10 === 2 ? 3 : 0,
    ),
  },
  {
    name: 'Hebrew with Hebrew dates and Israeli holidays',
    choice: {
      from: '2027-10',
      language: 'he',
      firstWeekday: 7,
      secondaryCalendar: 'hebrew',
      holidaySets: [{ country: 'IL', region: null }],
    },
    own: entriesFor('2027-10', ['יום הולדת לסבתא רבקה'], (day) => (day === 5 ? 2 : 0)),
  },
  {
    name: 'Japanese with lunar dates, a month of six rows',
    choice: {
      from: '2027-05',
      language: 'ja',
      firstWeekday: 1,
      secondaryCalendar: 'chinese',
      holidaySets: [{ country: 'JP', region: null }],
    },
    own: entriesFor('2027-05', ['敬老の日と国民の祝日、家族みんなで京都へ'], (day) =>
      day === 20 ? 2 : 0,
    ),
  },
];

const LAYOUTS: readonly LayoutId[] = [
  'photo-above',
  'photo-left',
  'photo-full',
  'family-planner',
  'week-rows',
  'type-only',
  'photo-days',
];

function pagesOf({ choice, own }: HardCase, more: Partial<CalendarChoice>) {
  const input = printInput({ ...choice, ...more, people: PEOPLE.slice(0, 4) });
  const entries = [...dayEntriesOf(input.document), ...own].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
  const complete = { ...input, entries };
  return { input: complete, pages: layoutCalendar(complete) };
}

const bare = (text: string) => text.normalize('NFC').replace(/[\s\u00a0-]/gu, '');

/** Names of which no place of the page has all words: lines of one name follow each other on a page. */
function lostNames(page: Page, entries: readonly DayEntry[]): string[] {
  const written = bare(
    textsOf(page, 'holiday', 'date')
      .map(({ text }) => text)
      .join(''),
  );
  return entries.map(({ text }) => text).filter((text) => !written.includes(bare(text)));
}

describe.each([
  'wall-a3-portrait',
  'wall-a4-landscape',
  'wall-300-square',
  'desk-a5-landscape',
] as const)('on %s', (formatId) => {
  test.each(CASES)('$name: every name in full, nothing outside, nothing over anything', (hard) => {
    for (const layoutId of LAYOUTS) {
      const { input, pages } = pagesOf(hard, { formatId, layoutId });
      const page = pages.find(({ role }) => role === 'month');
      if (!page) throw new Error('There is no month');
      const what = `${layoutId}: ${hard.name}`;
      const safe = safeBoxOf(formatOf(formatId, input.press));
      const outside = textsOf(page).filter((text) => {
        const ink = inkOf(text);
        return ink !== null && !within(ink, safe, 0.1);
      });
      expect(
        outside.map(({ text }) => text),
        what,
      ).toEqual([]);
      expect(overlapsOn(page, 0.1), what).toEqual([]);
      expect(
        textsOf(page, 'overflow').map(({ text }) => text),
        what,
      ).toEqual([]);
      const month = input.entries.filter(({ date }) => date.startsWith(input.document.from));
      // Lines from right to left stand in pieces from left to right: only that nothing was cut can be told.
      const isRtl = ['ar', 'he'].includes(input.document.language);
      if (!isRtl) expect(lostNames(page, month), what).toEqual([]);
      expect(paintSvg(page, SVG)).toMatch(/^<svg [^>]+>.*<\/svg>$/s);
    }
  });
});

const SVG = {
  fonts: FONTS,
  pictureHref: () => '/picture',
  showBleed: false,
  watermark: null,
  idPrefix: 'g',
};

test('eighteen months over two New Years name their years on overview, back cover and poster', () => {
  for (const formatId of ['desk-a5-landscape', 'wall-a4-portrait', 'poster-a3-portrait'] as const) {
    for (const language of ['uk', 'el', 'ar', 'hu'] as const) {
      const choice = { formatId, language, from: '2027-08', monthCount: 18, hasOverview: true };
      const input = printInput(choice);
      const pages = layoutCalendar(input);
      expect(pages).toHaveLength(pagePlan(input.document).length);
      for (const page of pages.filter(({ role }) => role !== 'month' && role !== 'cover')) {
        const words = textsOf(page)
          .map(({ text }) => text)
          .join(' ');
        for (const year of ['2027', '2028', '2029']) expect(words).toContain(year);
        expect(textsOf(page, 'overflow')).toEqual([]);
        expect(overlapsOn(page, 0.1)).toEqual([]);
      }
    }
  }
});

test('what a calendar prints of its own is in every language and in glyphs of every theme', () => {
  for (const language of PRINT_LANGUAGES) {
    const typesetter = typesetterOf(FONTS, language);
    const words = PAGE_TITLE_WORDS[language];
    for (const word of Object.values(words)) expect(word.trim()).not.toBe('');
    for (const { fonts } of builtInThemes()) {
      expect(typesetter.missing(words.overview, fonts.display)).toEqual([]);
      expect(typesetter.missing(words.notes, fonts.display)).toEqual([]);
      expect(typesetter.missing(words.everybody, fonts.textStrong)).toEqual([]);
    }
    // A title of another language would be a forgotten row.
    if (language !== 'en') expect(words.overview).not.toBe(PAGE_TITLE_WORDS.en.overview);
  }
});
