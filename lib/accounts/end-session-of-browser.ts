import type { Id } from '@/lib/core/ids';
import type { ReadCtx } from '@/lib/db/context';

/** Ends the session that a browser's own cookie names. The cookie proves whose it is: only our key makes one. */
export async function endSessionOfBrowser(ctx: ReadCtx, sid: Id<'loginSession'>): Promise<void> {
  await ctx.db.loginSession.updateMany({
    where: { id: sid, endedAt: null },
    data: { endedAt: ctx.clock.now() },
  });
}
