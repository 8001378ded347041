import { describe, expect, it } from 'vitest';
import { COVER_PAGE } from '@/lib/calendars/document';
import { contrastRatio } from '@/lib/print/contrast';
import { SEASONS } from '@/lib/print/season';
import {
  BUILT_IN_THEME_IDS,
  builtInThemes,
  inSeason,
  type Theme,
  themeOf,
  themeOfPage,
} from '@/lib/print/theme';
import { FONT_CHOICES, ThemeSchema } from '@/lib/print/theme-schema';
import { FONTS, printInput } from './print-fixtures';

const THEMES = builtInThemes();
const [ATELIER] = THEMES as [Theme];

const looksOf = (theme: Theme) => [theme, ...SEASONS.map((season) => inSeason(theme, season))];
const issuesOf = (theme: unknown) => {
  const { error } = ThemeSchema.safeParse(theme);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('the built-in themes', () => {
  it('are at least fourteen, each with an id and a look of its own', () => {
    expect(THEMES.length).toBeGreaterThanOrEqual(14);
    expect(new Set(BUILT_IN_THEME_IDS).size).toBe(THEMES.length);
    const looks = THEMES.map(({ fonts, palette }) => `${fonts.display} ${palette.paper}`);
    expect(new Set(looks).size).toBe(THEMES.length);
  });

  it('use every way to head a month, to make a cover and to rule the days that there is', () => {
    const used = (pick: (theme: Theme) => string) => new Set(THEMES.map(pick)).size;
    expect(used(({ heading }) => heading)).toBeGreaterThanOrEqual(9);
    expect(used(({ cover }) => cover)).toBeGreaterThanOrEqual(12);
    expect(used(({ coverArt }) => coverArt)).toBe(6);
    expect(used(({ grid }) => grid)).toBe(8);
  });

  it('are light and dark', () => {
    const dark = THEMES.filter(({ palette }) => contrastRatio(palette.paper, '#ffffff') > 7);
    expect(dark.length).toBeGreaterThanOrEqual(3);
    expect(dark.length).toBeLessThan(THEMES.length / 2);
  });

  it('are plain JSON and pass the schema that staff themes must pass', () => {
    for (const theme of THEMES) {
      expect(issuesOf(JSON.parse(JSON.stringify(theme))), theme.id).toEqual([]);
    }
  });

  it('can be read: texts 4.5 to 1, neighbour days 3 to 1, on paper, tint and both bands, in every season', () => {
    const faint: string[] = [];
    for (const theme of THEMES) {
      for (const look of looksOf(theme)) {
        for (const palette of [look.palette, look.bandPalette, look.darkBandPalette]) {
          for (const ground of [palette.paper, palette.tint]) {
            const { ink, muted, accent, holiday, saturday, neighbour } = palette;
            const texts = [ink, muted, accent, holiday, saturday];
            if (texts.some((text) => contrastRatio(text, ground) < 4.5)) faint.push(theme.id);
            if (contrastRatio(neighbour, ground) < 3) faint.push(`${theme.id} neighbour`);
          }
        }
      }
    }
    expect(faint).toEqual([]);
  });

  it('have a light band and a dark one', () => {
    for (const { id, bandPalette, darkBandPalette } of THEMES.flatMap(looksOf)) {
      expect(contrastRatio(bandPalette.paper, '#000000'), id).toBeGreaterThan(10);
      expect(contrastRatio(darkBandPalette.paper, '#ffffff'), id).toBeGreaterThan(9);
    }
  });

  it('name fonts that exist and that write Ukrainian, Polish and German', () => {
    const words = 'Січень Їжак ґанок щастя’ Październik źdźbło Größe 0123456789';
    for (const theme of THEMES) {
      for (const font of Object.values(theme.fonts)) {
        expect(FONT_CHOICES, theme.id).toContain(font);
        expect(FONTS.hasGlyphs(words, font), `${theme.id} ${font}`).toEqual([]);
      }
    }
  });
});

describe('seasons', () => {
  const seasonal = THEMES.filter(({ seasons }) => Object.keys(seasons).length > 0);
  const looksThroughYear = (theme: Theme, country: string) =>
    Array.from({ length: 12 }, (_, index) => {
      const { document } = printInput({ themeId: theme.id, from: '2027-01', monthCount: 12 });
      const hung = { ...document, holidaySets: [{ country, region: null }] };
      const { palette, ornaments } = themeOfPage(hung, index, []);
      return `${palette.accent} ${ornaments.join()}`;
    });

  it('change at least two themes, every third month', () => {
    expect(seasonal.length).toBeGreaterThanOrEqual(2);
    for (const theme of seasonal) {
      const looks = looksThroughYear(theme, 'UA');
      expect(new Set(looks).size, theme.id).toBe(4);
      expect(looks[0], theme.id).toBe(looks[1]);
      expect(looks[0], theme.id).toBe(looks[11]);
      expect(looks[2], theme.id).not.toBe(looks[1]);
    }
  });

  it('are half a year later where the first holiday country lies in the south', () => {
    for (const theme of seasonal) {
      const north = looksThroughYear(theme, 'DE');
      const south = looksThroughYear(theme, 'AU');
      expect(south, theme.id).toEqual([...north.slice(6), ...north.slice(0, 6)]);
    }
  });

  it('leave the cover and the other themes alone', () => {
    for (const theme of THEMES) {
      const { document } = printInput({ themeId: theme.id, from: '2027-01', monthCount: 12 });
      expect(themeOfPage(document, COVER_PAGE, [])).toEqual(theme);
      if (!seasonal.includes(theme)) expect(themeOfPage(document, 5, [])).toEqual(theme);
    }
  });
});

describe('the schema of themes', () => {
  it('names the colour that cannot be read', () => {
    const palette = { ...ATELIER.palette, muted: '#b9b0a2' as const };
    expect(issuesOf({ ...ATELIER, palette })).toEqual(['palette.muted low_contrast']);
    const darkBandPalette = { ...ATELIER.darkBandPalette, neighbour: '#3a3026' as const };
    expect(issuesOf({ ...ATELIER, darkBandPalette })).toEqual([
      'darkBandPalette.neighbour low_contrast',
    ]);
  });

  it('reads seasons as they will look', () => {
    const seasons = { winter: { palette: { paper: '#2b241e' as const } } };
    const issues = issuesOf({ ...ATELIER, seasons });
    expect(issues).toContain('seasons.winter.palette.ink low_contrast');
    expect(issues.every((issue) => issue.startsWith('seasons.winter.'))).toBe(true);
  });

  it('refuses an ornament under text that hides it, and a motif in a place that does not fit', () => {
    const ornament = {
      on: ['month'],
      place: 'bottom-right',
      motif: 'garland-leaves',
      firstColour: 0,
      size: 0.3,
    };
    const decorated = (change: object) =>
      issuesOf({
        ...themeOf('botanical', []),
        seasons: {},
        decorations: [{ ...ornament, opacity: 0.06, ...change }],
      });
    expect(decorated({})).toEqual([]);
    expect(decorated({ opacity: 1 })).toEqual(['decorations.0.opacity hides_text']);
    expect(decorated({ opacity: 1, on: ['cover'] })).toEqual([]);
    expect(decorated({ place: 'seam' })).toEqual(['decorations.0.place motif_does_not_fit']);
  });

  it.each([
    ['a font that is not offered', { fonts: { ...ATELIER.fonts, text: 'comic-sans/400' } }],
    ['a colour by name', { palette: { ...ATELIER.palette, rule: 'red' } }],
    ['a field that themes do not have', { script: 'alert(1)' }],
    ['an id that is no word', { id: 'My Theme' }],
    ['no ornament colour', { ornaments: [] }],
    ['a heading that does not exist', { heading: 'upside-down' }],
  ])('refuses %s', (_name, change) => {
    expect(issuesOf({ ...ATELIER, ...change })).not.toEqual([]);
  });
});

describe('the theme of a calendar', () => {
  it('is what staff made when they made one of that id, and a built-in one when theirs was withdrawn', () => {
    const made = { ...ATELIER, id: 'evening', numeralScale: 1.2 };
    expect(themeOf('evening', [made])).toBe(made);
    expect(themeOf('withdrawn', [])).toBe(ATELIER);
  });
});
