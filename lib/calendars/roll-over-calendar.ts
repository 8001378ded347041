import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { Ctx } from '@/lib/db/context';
import { createCalendar } from './create-calendar';
import type { OwnDate } from './document';
import { getCalendar } from './get-calendar';
import { loadCorrections } from './holiday-corrections';
import {
  canRollOver,
  type OnceChoice,
  type RollOverChanges,
  rollOver,
  rollOverChanges,
} from './roll-over';

/**
 * What the calendar after this one would print differently.
 * @throws DomainError "calendar.not_found", "calendar.no_later_year"
 */
export async function previewRollOver(
  ctx: Ctx,
  calendarId: Id<'calendar'>,
): Promise<RollOverChanges & { document: ReturnType<typeof rollOver> }> {
  const { document } = await getCalendar(ctx, calendarId);
  if (!canRollOver(document)) throw new DomainError('calendar.no_later_year');
  const changes = rollOverChanges(document, await loadCorrections(ctx));
  return { ...changes, document: rollOver(document) };
}

/**
 * Makes the calendar after this one; the old one stays as it is.
 * @param input.shift dates that happen only once and are to come again, by id
 * @throws DomainError "calendar.not_found", "calendar.no_later_year", "calendar.too_many", "picture.not_found",
 *   "picture.not_ready"
 */
export async function rollOverCalendar(
  ctx: Ctx,
  input: { calendarId: Id<'calendar'>; shift: readonly OwnDate['id'][] },
): Promise<{ calendarId: Id<'calendar'> }> {
  const { document } = await getCalendar(ctx, input.calendarId);
  if (!canRollOver(document)) throw new DomainError('calendar.no_later_year');
  const once = new Map(input.shift.map((id): [OwnDate['id'], OnceChoice] => [id, 'shift']));
  return createCalendar(ctx, { document: rollOver(document, once) });
}
