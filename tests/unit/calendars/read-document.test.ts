import { describe, expect, it } from 'vitest';
import { CENTRED } from '@/lib/calendars/document';
import { readDocument } from '@/lib/calendars/read-document';

/** A calendar as version 1 stored it. */
const VERSION_1 = {
  schemaVersion: 1,
  title: 'Наш рік',
  subtitle: '',
  formatId: 'wall-a3-portrait',
  from: '2027-09',
  monthCount: 1,
  language: 'uk',
  firstWeekday: 1,
  weekNumbers: 'iso',
  themeId: 'evening',
  layoutId: 'two-photos',
  holidaySets: [{ country: 'UA', region: null }],
  hiddenHolidays: ['UA:x'],
  dates: [
    {
      id: 'evd_00000001',
      text: 'Олена',
      kind: 'birthday',
      when: { every: 'year', monthDay: '02-29', sinceYear: 1988, leapRule: 'mar-1' },
    },
  ],
  cover: {
    layoutId: null,
    themeId: null,
    caption: '',
    slots: [{ pictureId: 'pic_00000001', crop: { x: 0.25, y: 0.5, zoom: 2 } }, null],
  },
  pages: [
    {
      layoutId: 'photo-full',
      themeId: 'atelier',
      caption: 'Ліс',
      slots: [null, { pictureId: 'pic_00000002', crop: { x: 0.5, y: 0.5, zoom: 1 } }],
    },
  ],
};

describe('a calendar stored as version 1', () => {
  const read = readDocument(structuredClone(VERSION_1));

  it('keeps every choice, picture and crop', () => {
    expect(read).toMatchObject({
      ...VERSION_1,
      schemaVersion: 2,
      cover: { slots: [VERSION_1.cover.slots[0], null, null, null, null, null] },
      pages: [
        { caption: 'Ліс', slots: [null, VERSION_1.pages[0]?.slots[1], null, null, null, null] },
      ],
    });
  });

  it('prints nothing that it did not print before', () => {
    expect(read).toMatchObject({
      hasOverview: false,
      notesPages: 0,
      hasMoonPhases: false,
      hasNativeDigits: false,
      secondaryCalendar: 'none',
      people: [],
      shownHolidays: [],
      dates: [{ icon: null, colour: null, picture: null, personId: null }],
    });
    expect(read.cover.slots[0]).toEqual({
      pictureId: 'pic_00000001',
      crop: { ...CENTRED, x: 0.25, zoom: 2 },
      filter: 'none',
    });
  });

  it('keeps its photo at the side of landscape paper, where the layout of that name has it above now', () => {
    const landscape = { ...VERSION_1, formatId: 'wall-a4-landscape', layoutId: 'photo-above' };
    expect(readDocument(landscape).layoutId).toBe('photo-left');
    expect(readDocument({ ...landscape, formatId: 'wall-300-square' }).layoutId).toBe(
      'photo-above',
    );
  });

  it('is not changed by being read', () => {
    const stored = structuredClone(VERSION_1);
    readDocument(stored);
    expect(stored).toEqual(VERSION_1);
  });
});
