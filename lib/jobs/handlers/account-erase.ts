import { eraseExportsOf } from '@/lib/accounts/erasure/erase-exports-of';
import { runErasure } from '@/lib/accounts/erasure/run-erasure';
import { eraseDatesOf } from '@/lib/calendars/date-book/erase-dates-of';
import { eraseCalendars } from '@/lib/calendars/erase-calendars';
import type { Ctx } from '@/lib/db/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { eraseMessagesOf } from '@/lib/messages/erase-messages-of';
import { eraseOrdersOf, eraseShopOf } from '@/lib/orders/erase-orders-of';
import { erasePicturesOf } from '@/lib/pictures/erase-pictures-of';
import { eraseModelsOf, eraseWorkOf } from '@/lib/studio/erase-studio-of';

/** Every room forgets its part; the account goes last. */
export async function handleAccountErase(
  ctx: Ctx,
  { erasureId }: JobPayload<'account.erase'>,
): Promise<void> {
  await runErasure(ctx, erasureId, {
    models: eraseModelsOf,
    pictures_made: eraseWorkOf,
    calendars: eraseCalendars,
    orders: eraseOrdersOf,
    pictures: erasePicturesOf,
    shop: eraseShopOf,
    dates: eraseDatesOf,
    messages: eraseMessagesOf,
    exports: eraseExportsOf,
  });
}
