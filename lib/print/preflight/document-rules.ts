import { pageCountOf, plannedPageAt } from '@/lib/calendars/page-plan';
import type { Id } from '@/lib/core/ids';
import type { PlainDate } from '@/lib/core/plain-date';
import { missingGlyphs } from '../missing-glyphs';
import type { Page } from '../operations';
import type { PreflightFinding } from '../preflight';
import type { MeasuredPicture, PrintInput } from '../print-input';
import { dateRules } from './date-rules';

/** What only the pages together can tell. */
export function documentRules(
  pages: readonly Page[],
  input: PrintInput,
  today: PlainDate | null,
): PreflightFinding[] {
  return [
    ...pageCountRule(pages, input),
    ...dateRules(input.document, today),
    ...glyphRule(input),
    ...repeatRule(pages),
    ...alikeRule(pages, input),
  ];
}

/** The binding needs cover, every month in its order, and back. */
function pageCountRule(pages: readonly Page[], { document }: PrintInput): PreflightFinding[] {
  const wanted = pageCountOf(document);
  const inOrder = pages.slice(0, wanted).every((page, index) => {
    const { role, monthIndex } = plannedPageAt(document, index);
    return page.index === index && page.role === role && page.monthIndex === monthIndex;
  });
  if (pages.length === wanted && inOrder) return [];
  return [
    {
      rule: 'page-count',
      severity: 'blocked',
      pageIndex: null,
      slotIndex: null,
      params: { count: pages.length, wanted },
    },
  ];
}

function glyphRule(input: PrintInput): PreflightFinding[] {
  return missingGlyphs(input).map(({ text, codePoints }) => ({
    rule: 'missing-glyphs',
    severity: 'amber',
    pageIndex: null,
    slotIndex: null,
    params: { text, characters: String.fromCodePoint(...codePoints) },
  }));
}

type Placed = { pictureId: Id<'picture'>; pageIndex: number; slotIndex: number };

/** The slots of the months. Cover and month sharing a picture is usual and not noted. */
function placedIn(pages: readonly Page[]): Placed[] {
  return pages.flatMap((page) =>
    page.role === 'month'
      ? page.operations.flatMap((operation) =>
          operation.kind === 'image' && operation.slotIndex !== null
            ? [{ ...operation, pageIndex: page.index, slotIndex: operation.slotIndex }]
            : [],
        )
      : [],
  );
}

function twice(
  rule: 'picture-repeated' | 'picture-alike',
  first: Placed,
  second: Placed,
  params: PreflightFinding['params'] = {},
): PreflightFinding {
  const { pageIndex, slotIndex } = second;
  const pages = { page: pageIndex + 1, first: first.pageIndex + 1 };
  return { rule, severity: 'info', pageIndex, slotIndex, params: { ...pages, ...params } };
}

/** The same picture on two months is often a slip. */
function repeatRule(pages: readonly Page[]): PreflightFinding[] {
  const groups = Map.groupBy(placedIn(pages), ({ pictureId }) => pictureId);
  return [...groups.values()].flatMap((placed) => {
    const [first, second] = placed;
    if (!first || !second) return [];
    return [twice('picture-repeated', first, second, { count: placed.length })];
  });
}

/** Mean difference of the tones of two shots of one scene; other scenes are several times as far apart. */
const ALIKE_DIFFERENCE_MAX = 0.02;
const ALIKE_ASPECT_MAX = 0.02;
/** A flat picture, such as a sky, is like any other. */
const CONTRAST_MIN = 0.05;

/** Two pictures of one moment, one after the other on the wall. The second of each pair is noted once. */
function alikeRule(pages: readonly Page[], { pictures }: PrintInput): PreflightFinding[] {
  const first = new Map<Id<'picture'>, Placed>();
  for (const placed of placedIn(pages)) {
    if (!first.has(placed.pictureId)) first.set(placed.pictureId, placed);
  }
  const known = [...first.values()].flatMap((placed) => {
    const picture = pictures.get(placed.pictureId);
    return picture?.tones && hasContrast(picture.tones) ? [{ placed, picture }] : [];
  });
  return known.flatMap(({ placed, picture }, at) => {
    const earlier = known.slice(0, at).find((other) => isAlike(other.picture, picture));
    return earlier ? [twice('picture-alike', earlier.placed, placed)] : [];
  });
}

function hasContrast(tones: readonly number[]): boolean {
  const mean = tones.reduce((sum, tone) => sum + tone, 0) / tones.length;
  return tones.reduce((sum, tone) => sum + Math.abs(tone - mean), 0) / tones.length >= CONTRAST_MIN;
}

function isAlike(one: MeasuredPicture, other: MeasuredPicture): boolean {
  const [tones = [], others = []] = [one.tones, other.tones];
  const aspect = (picture: MeasuredPicture) => picture.widthPx / picture.heightPx;
  if (tones.length !== others.length || tones.length === 0) return false;
  if (Math.abs(aspect(one) / aspect(other) - 1) > ALIKE_ASPECT_MAX) return false;
  const difference = tones.reduce((sum, tone, at) => sum + Math.abs(tone - (others[at] ?? 0)), 0);
  return difference / tones.length <= ALIKE_DIFFERENCE_MAX;
}
