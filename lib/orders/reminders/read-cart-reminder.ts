import type { Ctx } from '@/lib/db/context';
import { wantsReminder } from '@/lib/messages/preferences/wants-reminder';
import { readSetting } from '@/lib/settings/read-setting';

/** Whether the person asked to be reminded of a waiting cart; null while staff have these reminders switched off. */
export async function readCartReminder(ctx: Ctx): Promise<boolean | null> {
  return (await readSetting(ctx, 'cart_reminders')) ? wantsReminder(ctx, 'abandoned_cart') : null;
}
