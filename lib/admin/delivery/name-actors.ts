import type { ReadCtx } from '@/lib/db/context';
import { findActors } from '../store';
import type { StaffParcelRow } from './parcel-store';

/** Names of everybody in the histories of these parcels; null stands for the system. */
export async function nameActors(
  ctx: ReadCtx,
  rows: readonly StaffParcelRow[],
): Promise<(actorId: string | null) => string | null> {
  const ids = rows.flatMap(({ shipments }) =>
    shipments.flatMap(({ events }) => events.flatMap(({ actorId }) => actorId ?? [])),
  );
  const people = await findActors(ctx, [...new Set(ids)]);
  const names = new Map(people.map(({ id, name, email }) => [id, name ?? email ?? id]));
  return (actorId) => (actorId === null ? null : (names.get(actorId) ?? actorId));
}
