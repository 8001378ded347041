import { pageCountOf } from '../layout-calendar';
import { missingGlyphs } from '../missing-glyphs';
import type { Page } from '../operations';
import type { PreflightFinding } from '../preflight';
import type { PrintInput } from '../print-input';

/** What only the pages together can tell. */
export function documentRules(pages: readonly Page[], input: PrintInput): PreflightFinding[] {
  return [...pageCountRule(pages, input), ...glyphRule(input), ...repeatRule(pages)];
}

/** The binding needs cover, every month in its order, and back. */
function pageCountRule(pages: readonly Page[], { document }: PrintInput): PreflightFinding[] {
  const wanted = pageCountOf(document);
  const inOrder = pages.every((page, index) => {
    const role = index === 0 ? 'cover' : index === wanted - 1 ? 'back' : 'month';
    const monthIndex = role === 'month' ? index - 1 : null;
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

/** The same picture on two months is often a slip. Cover and month sharing one is usual and not noted. */
function repeatRule(pages: readonly Page[]): PreflightFinding[] {
  const placed = new Map<string, number[]>();
  for (const page of pages) {
    if (page.role !== 'month') continue;
    for (const operation of page.operations) {
      if (operation.kind !== 'image') continue;
      placed.set(operation.pictureId, [...(placed.get(operation.pictureId) ?? []), page.index]);
    }
  }
  return [...placed.values()].flatMap((indexes) => {
    const [first, second] = indexes;
    if (first === undefined || second === undefined) return [];
    return [
      {
        rule: 'picture-repeated',
        severity: 'info',
        pageIndex: second,
        slotIndex: null,
        params: { count: indexes.length, page: second + 1, first: first + 1 },
      } as const,
    ];
  });
}
