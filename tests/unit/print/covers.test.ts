import { describe, expect, it } from 'vitest';
import { blend, contrastRatio } from '@/lib/print/contrast';
import { bleedBoxOf, formatOf, safeBoxOf } from '@/lib/print/formats';
import { layoutPage } from '@/lib/print/layout-calendar';
import { coverSlotBox, layoutCover } from '@/lib/print/layout-cover';
import type { Box, Colour, Page, PathOperation } from '@/lib/print/operations';
import { hullOf } from '@/lib/print/path-tools';
import { builtInThemes, inSeason, type Theme, themeOfPage } from '@/lib/print/theme';
import {
  type CalendarChoice,
  type Ink,
  inkOf,
  overlapsOn,
  printInput,
  sampledChoices,
  textsOf,
  within,
} from './print-fixtures';

const THEMES = builtInThemes();
const THEME_IDS = THEMES.map(({ id }) => id);
/** One of each shape, the one in inches, and the smallest. */
const SHAPES = [
  'wall-a3-portrait',
  'wall-a3-landscape',
  'wall-300-square',
  'wall-letter-landscape',
  'desk-a5-landscape',
] as const;
const LONG_TITLE = 'Родина Коваленків-Вишневецьких та їхні друзі з Тернополя';
const LONG_SUBTITLE = 'Zwölf Monate zwischen Donaudampfschiff und Großglocknerhochalpenstraße';

const COVERS = THEMES.flatMap(({ id: themeId }) =>
  SHAPES.map((formatId) => ({ themeId, formatId })),
);

/** Each cover with a photo and without, titled and not, in languages of several scripts. */
const VARIANTS = sampledChoices(COVERS.length, {
  pictured: [true, false],
  title: ['A Year of Light', LONG_TITLE, ''],
  subtitle: ['', LONG_SUBTITLE],
  language: ['en', 'uk', 'ar', 'ja', 'he', 'el', 'hi'],
  monthCount: [12, 18, 13],
  from: ['2027-01', '2027-09'],
});
const CASES = COVERS.map((cover, index) => ({ ...cover, ...VARIANTS[index] }));

const coverOf = (choice: Partial<CalendarChoice>) => layoutCover(printInput(choice));

describe('covers', () => {
  it.each(THEME_IDS)('of %s keep their texts inside the safe area and apart', (themeId) => {
    const faults: string[] = [];
    for (const choice of CASES.filter((each) => each.themeId === themeId)) {
      const page = coverOf(choice);
      const safe = safeBoxOf(formatOf(choice.formatId));
      const name = JSON.stringify(choice);
      for (const text of textsOf(page)) {
        const ink = inkOf(text);
        if (ink && !within(ink, safe, 0.05)) faults.push(`${text.text} outside: ${name}`);
      }
      faults.push(...overlapsOn(page, 0.3).map((pair) => `${pair}: ${name}`));
    }
    expect(faults).toEqual([]);
  });

  it('say the title in full when it is of a usual length', () => {
    for (const { themeId, formatId } of COVERS) {
      const page = coverOf({ themeId, formatId, title: 'The Kovalenko Family', monthCount: 12 });
      const name = `${themeId} ${formatId}`;
      expect(textsOf(page, 'overflow'), name).toEqual([]);
      const words = textsOf(page, 'title').map(({ text }) => text.toLowerCase());
      expect(words.join(' ').replace(/\s+/g, ' '), name).toBe('the kovalenko family');
    }
  });

  it('have a slot on the paper, the same with a photo and without', () => {
    for (const { themeId, formatId } of COVERS) {
      const paper = bleedBoxOf(formatOf(formatId));
      const [empty] = coverOf({ themeId, formatId, pictured: false }).slots;
      const [filled] = coverOf({ themeId, formatId, pictured: true }).slots;
      expect(empty, themeId).toEqual(filled);
      const slot = coverSlotBox(printInput({ themeId, formatId }).document, []);
      expect(filled, themeId).toEqual({ ...slot, slotIndex: 0 });
      expect(slot.xMm, themeId).toBeGreaterThanOrEqual(paper.xMm);
      expect(slot.yMm, themeId).toBeGreaterThanOrEqual(paper.yMm);
      expect(slot.xMm + slot.widthMm).toBeLessThanOrEqual(paper.xMm + paper.widthMm + 0.01);
      expect(slot.yMm + slot.heightMm).toBeLessThanOrEqual(paper.yMm + paper.heightMm + 0.01);
      expect(slot.widthMm * slot.heightMm, `${themeId} ${formatId}`).toBeGreaterThan(
        paper.widthMm * paper.heightMm * 0.15,
      );
    }
  });

  it('are mirrored for languages that read from right to left, the photo itself is not', () => {
    for (const { themeId, formatId } of COVERS) {
      const { trim } = formatOf(formatId);
      const [latin] = coverOf({ themeId, formatId, language: 'en' }).slots;
      const arabic = coverOf({ themeId, formatId, language: 'ar' });
      const [slot] = arabic.slots;
      if (!latin || !slot) throw new Error('a cover has a slot');
      expect(slot.xMm).toBeCloseTo(trim.widthMm - latin.xMm - latin.widthMm, 2);
      const image = arabic.operations.find(({ kind }) => kind === 'image');
      expect(image).toMatchObject({ xMm: slot.xMm, isMirrored: false });
    }
  });
});

type Ornament = { operation: PathOperation; colour: Colour };

/** What a page draws in the ornament colours of its theme, and what is seen of the colour. */
function ornamentsOn(page: Page, theme: Theme): Ornament[] {
  const inks = new Set<string>(theme.ornaments);
  return page.operations
    .filter((operation): operation is PathOperation => operation.kind === 'path')
    .flatMap((operation) => {
      const ink = operation.fill ?? operation.stroke?.colour ?? theme.palette.ink;
      if (!inks.has(ink)) return [];
      return [{ operation, colour: blend(ink, theme.palette.paper, operation.opacity) }];
    });
}

/** The boxes of the outlines that a path fills, or of the strokes that it draws. */
function boxesOf({ d, fill }: PathOperation): Box[] {
  const outlines = d.split('M').filter((part) => part !== '');
  if (fill) return outlines.map((part) => hullOf(`M${part}`));
  return outlines.flatMap((part) => {
    const points = part.match(/-?[\d.]+ -?[\d.]+/g) ?? [];
    return points.slice(1).map((point, index) => hullOf(`M${points[index]}L${point}`));
  });
}

function textsOnOrnaments(page: Page, theme: Theme): string[] {
  const texts = textsOf(page).flatMap((text) => {
    const ink = inkOf(text);
    return ink ? [{ text, ink }] : [];
  });
  return ornamentsOn(page, theme).flatMap(({ operation, colour }) => {
    const covers = (box: Box) => (ink: Ink) =>
      box.xMm < ink.rightMm &&
      box.xMm + box.widthMm > ink.leftMm &&
      box.yMm < ink.bottomMm &&
      box.yMm + box.heightMm > ink.topMm;
    const whole = covers(hullOf(operation.d));
    const near = texts.filter(({ text, ink }) => {
      const needed = text.colour === theme.palette.neighbour ? 3 : 4.5;
      return whole(ink) && contrastRatio(text.colour, colour) < needed;
    });
    if (near.length === 0) return [];
    const boxes = boxesOf(operation);
    return near
      .filter(({ ink }) => boxes.some((box) => covers(box)(ink)))
      .map(({ text }) => text.text);
  });
}

describe('ornaments', () => {
  it.each(THEME_IDS)('of %s leave every text readable', (themeId) => {
    const faults: string[] = [];
    for (const formatId of SHAPES) {
      const input = printInput({
        themeId,
        formatId,
        from: '2027-01',
        monthCount: 12,
        title: 'The Kovalenko Family',
        subtitle: 'Twelve months by the sea',
        hasOverview: true,
        notesPages: 1,
      });
      // Cover, overview, one month of each season, notes, back.
      for (const index of [0, 1, 2, 5, 8, 11, 14, 15]) {
        const page = layoutPage(input, index);
        const theme = themeOfPage(input.document, page.monthIndex ?? -1, []);
        const found = textsOnOrnaments(page, theme);
        if (found.length > 0) faults.push(`${formatId} ${page.role}: ${found.join(', ')}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('are drawn: every theme that has some shows them on the pages it names', () => {
    for (const theme of THEMES.filter(({ decorations }) => decorations.length > 0)) {
      const input = printInput({ themeId: theme.id, from: '2027-01', monthCount: 12 });
      const month = inSeason(theme, 'winter');
      if (!month.decorations.some(({ on }) => on.includes('month'))) continue;
      const page = layoutPage(input, 1);
      expect(ornamentsOn(page, month).length, theme.id).toBeGreaterThan(0);
    }
  });
});
