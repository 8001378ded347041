import type { Ctx } from '@/lib/db/context';
import { findSetting } from './delivery-store';
import { type Sender, SenderSchema } from './sender-schema';

/** Key of the setting; its value is a Sender. */
export const SENDER_SETTING = 'delivery.nova-poshta-sender';

/** The sender that staff set, else the sandbox's; null while there is none. */
export async function readSender(ctx: Ctx): Promise<Sender | null> {
  const stored = SenderSchema.safeParse(await findSetting(ctx, SENDER_SETTING));
  if (stored.success) return stored.data;
  return ctx.providers.carriers['nova-poshta']?.defaultSender ?? null;
}
