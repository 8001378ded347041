import type { Ctx } from '@/lib/db/context';
import { forgetEvents } from '@/lib/db/webhook-inbox';
import { CHAT_EVENTS } from './receive-update';

/** Long enough to look into a complaint. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Forgets what people wrote to the bot a month ago, whether or not they have an account; that they wrote stays. */
export async function sweepChats(ctx: Ctx): Promise<void> {
  await forgetEvents(ctx, {
    provider: CHAT_EVENTS,
    receivedBefore: new Date(ctx.clock.now().getTime() - KEPT_MS),
  });
}
