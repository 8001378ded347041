import { DomainError } from '@/lib/core/errors';
import { asPerson, type Ctx, inTransaction } from '@/lib/db/context';
import { DATES_MAX, type OwnDate } from '../document';
import { sameDate } from './same-date';
import { findDates, lockDateBook, upsertDate } from './store';

/**
 * Adds dates to the person's date book, or replaces those of the same id. A date that says the same as one that is there
 * is not added again.
 * @returns how many were added or changed
 * @throws DomainError "dates.too_many"; then none is added
 */
export async function putDates(
  ctx: Ctx,
  input: { dates: readonly OwnDate[]; source: 'OWN' | 'IMPORT' },
): Promise<{ stored: number }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  return inTransaction(ctx, async (tx) => {
    await lockDateBook(tx, owner);
    const rows = await findDates(tx, owner);
    const ids = new Set(rows.map(({ id }) => id));
    const said = new Set(rows.map(({ value }) => sameDate(value as OwnDate)));
    const fresh = input.dates.filter((date) => ids.has(date.id) || !said.has(sameDate(date)));
    const added = fresh.filter(({ id }) => !ids.has(id)).length;
    if (rows.length + added > DATES_MAX)
      throw new DomainError('dates.too_many', { max: DATES_MAX });
    let stored = 0;
    for (const date of fresh) {
      // An id of somebody else's date is taken as a new date would be: with nothing changed.
      if (await upsertDate(tx, owner, date, { source: input.source })) stored += 1;
    }
    return { stored };
  });
}
