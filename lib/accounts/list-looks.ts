import { asPerson, type Ctx } from '@/lib/db/context';
import { findLooksAt } from './store';

/** When an admin looked with the eyes of the person who asks; `endedAt` null while one does. Instants are ISO 8601. */
export type Look = { id: string; startedAt: string; endedAt: string | null };

/** The newest first; who looked and why is on our records. */
export async function listLooks(ctx: Ctx): Promise<Look[]> {
  const rows = await findLooksAt(ctx, asPerson(ctx).actor.userId);
  return rows.map(({ id, startedAt, endedAt, endsAt }) => {
    const end = endedAt ?? (endsAt <= ctx.clock.now() ? endsAt : null);
    return { id, startedAt: startedAt.toISOString(), endedAt: end?.toISOString() ?? null };
  });
}
