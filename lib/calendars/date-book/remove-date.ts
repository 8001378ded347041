import { DomainError } from '@/lib/core/errors';
import { asPerson, type Ctx } from '@/lib/db/context';
import type { OwnDate } from '../document';
import { deleteDate } from './store';

/** Takes a date out of the date book; calendars that have it keep it. @throws DomainError "dates.not_found" */
export async function removeDate(ctx: Ctx, dateId: OwnDate['id']): Promise<void> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  if (!(await deleteDate(ctx, owner, dateId))) throw new DomainError('dates.not_found');
}
