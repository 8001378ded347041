import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { getCalendar } from './get-calendar';
import { renderPages } from './render-pages';
import { framedSvg } from './rendered-page';

/**
 * One page of a saved calendar as an SVG document, trimmed, with links to the pictures' thumbnails.
 * @throws DomainError "calendar.not_found", also for a page that the calendar does not have
 */
export async function pageSvg(
  ctx: Ctx,
  input: { calendarId: Id<'calendar'>; index: number },
): Promise<string> {
  const { document } = await getCalendar(ctx, input.calendarId);
  const [page] = await renderPages(ctx, {
    document,
    pageIndexes: [input.index],
    rendition: 'thumb',
  });
  if (!page) throw new DomainError('calendar.not_found');
  return framedSvg(page, false);
}
