import { announceBot } from '@/lib/bot/announce-bot';
import type { Ctx } from '@/lib/db/context';

export async function handleBotAnnounce(ctx: Ctx): Promise<void> {
  await announceBot(ctx);
}
