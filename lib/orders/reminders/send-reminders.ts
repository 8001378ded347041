import { appLink } from '@/lib/accounts/app-link';
import type { Id } from '@/lib/core/ids';
import { addMonths, dayAt, monthOf } from '@/lib/core/plain-date';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { tellPerson } from '@/lib/messages/tell-person';
import { readSetting } from '@/lib/settings/read-setting';
import { findAbandonedCarts, findEndingCalendars } from './reminder-store';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A cart is left alone for a day first, and not brought up again once it is a week old. */
const CART_AGE_MS = { min: DAY_MS, max: 7 * DAY_MS };
/** Time enough to choose twelve new pictures and have them printed. */
const MONTHS_AHEAD = 3;

/**
 * Writes the reminders that are due to the people who asked for them: one for each state of a cart, one for each
 * calendar that runs out and has no successor yet. Running it again writes nothing more.
 */
export async function sendReminders(ctx: Ctx): Promise<void> {
  if (await readSetting(ctx, 'cart_reminders')) await remindOfCarts(ctx);
  await remindOfNextYear(ctx);
}

async function remindOfCarts(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now().getTime();
  const window = { from: new Date(now - CART_AGE_MS.max), to: new Date(now - CART_AGE_MS.min) };
  for (const person of await findAbandonedCarts(ctx, window)) {
    const [item] = person.cartItems;
    const { email } = person;
    if (!item || email === null) continue;
    await inTransaction(ctx, (tx) =>
      tellPerson(tx, person.id as Id<'user'>, {
        dedupeKey: `cart:${item.id}`,
        to: email,
        template: 'abandoned-cart',
        locale: person.setting?.interfaceLanguage ?? 'en',
        data: { title: item.calendar.title, url: appLink('/cart') },
      }),
    );
  }
}

async function remindOfNextYear(ctx: Ctx): Promise<void> {
  const thisMonth = monthOf(dayAt(ctx.clock.now(), 'UTC'));
  const months = Array.from({ length: MONTHS_AHEAD }, (_, ahead) => addMonths(thisMonth, ahead));
  for (const { userId, email, locale, title, lastMonth } of await findEndingCalendars(
    ctx,
    months,
  )) {
    await inTransaction(ctx, (tx) =>
      tellPerson(tx, userId as Id<'user'>, {
        dedupeKey: `next-year:${userId}:${lastMonth}`,
        to: email,
        template: 'next-year',
        locale: locale ?? 'en',
        data: { title, url: appLink('/calendars') },
      }),
    );
  }
}
