import { type Ctx, inTransaction } from '@/lib/db/context';
import { moveStragglers } from './merge-guest';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What ended is kept this long, so that an incident can still be looked into. */
const KEEP_ENDED_MS = 30 * DAY_MS;

/**
 * Clears what nobody can use any more: sign-ups and codes a day after they expired, sessions and merged or empty guests
 * a month after they ended. Also moves what reached a guest after the merge. Run by the schedule; safe to repeat.
 */
export async function sweepAccounts(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now().getTime();
  const yesterday = new Date(now - DAY_MS);
  const lastMonth = new Date(now - KEEP_ENDED_MS);
  await inTransaction(ctx, async (tx) => {
    await moveStragglers(tx);
  });
  await ctx.db.verificationCode.deleteMany({ where: { expiresAt: { lt: yesterday } } });
  await ctx.db.signUp.deleteMany({ where: { createdAt: { lt: yesterday } } });
  await ctx.db.loginSession.deleteMany({
    where: { OR: [{ endedAt: { lt: lastMonth } }, { expiresAt: { lt: lastMonth } }] },
  });
  await ctx.db.user.deleteMany({
    where: {
      role: 'GUEST',
      updatedAt: { lt: lastMonth },
      loginSessions: { none: {} },
      pictures: { none: {} },
      calendars: { none: {} },
      cartItems: { none: {} },
      orders: { none: {} },
      consents: { none: {} },
    },
  });
  const { count } = await ctx.db.rateLimit.deleteMany({ where: { expire: { lt: yesterday } } });
  ctx.log.info('accounts swept', { counters: count });
}
