import type { Ctx } from '@/lib/db/context';
import { sendReminders } from '@/lib/orders/reminders/send-reminders';

export async function handleMessagesRemind(ctx: Ctx): Promise<void> {
  await sendReminders(ctx);
}
