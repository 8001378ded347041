import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { createCalendar } from './create-calendar';
import { getCalendar } from './get-calendar';

/**
 * A second calendar with the same design, pictures and dates. The copy starts without history, proofs and orders.
 * @param input.title name of the copy in lists
 * @throws DomainError "calendar.not_found", "calendar.too_many"
 */
export async function duplicateCalendar(
  ctx: Ctx,
  input: { calendarId: Id<'calendar'>; title: string },
): Promise<{ calendarId: Id<'calendar'> }> {
  const { document } = await getCalendar(ctx, input.calendarId);
  return createCalendar(ctx, { document, title: input.title.trim() });
}
