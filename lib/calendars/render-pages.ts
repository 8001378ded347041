import { createHash } from 'node:crypto';
import type { DayEntry } from '@/lib/calendar-days/day-entry';
import { monthOf, type PlainDate } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import { layoutPage } from '@/lib/print/layout-calendar';
import type { Page } from '@/lib/print/operations';
import { paintSvg } from '@/lib/print/paint-svg';
import { preflightPage } from '@/lib/print/preflight';
import type { CalendarDocument } from './document';
import { pageCountOf } from './page-plan';
import { printInputOf } from './print-input';
import type { RenderedPage } from './rendered-page';
import type { Rendition } from './schema';

/**
 * Draws pages of a document, saved or not, exactly as they will be printed. Pictures that are not the person's or not
 * ready yet show as empty slots.
 * @param input.pageIndexes of pages in the page plan; others are left out
 * @throws DomainError "account.sign_in_required"
 */
export async function renderPages(
  ctx: Ctx,
  input: {
    document: CalendarDocument;
    pageIndexes: readonly number[];
    rendition?: Rendition;
  },
): Promise<RenderedPage[]> {
  const { document, rendition = 'screen' } = input;
  const printInput = await printInputOf(ctx, document);
  const { fonts, entries } = printInput;
  const count = pageCountOf(document);
  return input.pageIndexes
    .filter((index) => index < count)
    .map((index) => {
      const page = layoutPage(printInput, index);
      const svg = paintSvg(page, {
        fonts,
        pictureHref: ({ pictureId }) => `/api/pictures/${pictureId}/${rendition}`,
        showBleed: true,
        watermark: null,
        idPrefix: idPrefixOf(page),
      });
      const { role, monthIndex, trim, bleedMm, slots, days } = page;
      return {
        index,
        role,
        monthIndex,
        trim,
        bleedMm,
        slots,
        days,
        svg,
        entries: entriesOfPage(page, entries),
        findings: preflightPage(page, printInput).findings,
      };
    });
}

/** Pages that differ get ids that differ, so that any number of them can stand in one HTML document. */
function idPrefixOf(page: Page): string {
  const digest = createHash('sha1').update(JSON.stringify(page.operations)).digest('base64url');
  return `p${digest.slice(0, 10)}-`;
}

function entriesOfPage(page: Page, entries: readonly DayEntry[]): DayEntry[] {
  const first = page.days[0];
  if (page.role !== 'month' || !first) return [];
  const month = monthOf(first.date as PlainDate);
  return entries.filter((entry) => monthOf(entry.date) === month);
}
