import { placeOf } from '@/lib/calendar-days/places';
import { DomainError } from '@/lib/core/errors';
import type { CalendarDocument } from './document';

/**
 * Makes sure that holidays are known for every country and region of a document, so that whatever is stored can be drawn.
 * @throws DomainError "calendar.invalid"
 */
export function checkHolidaySets(document: CalendarDocument): void {
  if (document.holidaySets.every((set) => placeOf(set) !== null)) return;
  throw new DomainError('calendar.invalid', {}, { fields: { holidaySets: 'unknown_country' } });
}
