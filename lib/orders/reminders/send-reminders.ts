import { appLink } from '@/lib/accounts/app-link';
import type { Id } from '@/lib/core/ids';
import { addMonths, dayAt, monthOf } from '@/lib/core/plain-date';
import { type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import { tellPerson } from '@/lib/messages/tell-person';
import { readSetting } from '@/lib/settings/read-setting';
import { orderCopy } from '../order-copy';
import { findAbandonedCarts, findEndingCalendars } from './reminder-store';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A cart is left alone for a day first, and not brought up again once it is a week old. */
const CART_AGE_MS = { min: DAY_MS, max: 7 * DAY_MS };
/** Time enough to choose twelve new pictures and have them printed. */
const MONTHS_AHEAD = 3;

/**
 * Writes the reminders that are due to the people who asked for them: one for each state of a cart, one for each
 * calendar that runs out and has no successor yet. Running it again writes nothing more. One person's trouble does not
 * keep the others from theirs.
 * @throws AggregateError at the end, with what could not be written
 */
export async function sendReminders(ctx: Ctx): Promise<void> {
  const failures: unknown[] = [];
  const each = async (userId: string, tell: (tx: TxCtx) => Promise<void>) => {
    try {
      await inTransaction(ctx, tell);
    } catch (error) {
      failures.push(error);
      ctx.log.error('reminder not written', error, { userId });
    }
  };
  if (await readSetting(ctx, 'cart_reminders')) await remindOfCarts(ctx, each);
  await remindOfNextYear(ctx, each);
  if (failures.length > 0) throw new AggregateError(failures, 'not every reminder was written');
}

type Each = (userId: string, tell: (tx: TxCtx) => Promise<void>) => Promise<void>;

/** A calendar by its title, or as "Calendar" where it has none. */
function named(title: string, locale: string): string {
  return title.trim() === '' ? orderCopy(locale).t('untitled') : title;
}

async function remindOfCarts(ctx: Ctx, each: Each): Promise<void> {
  const now = ctx.clock.now().getTime();
  const window = { from: new Date(now - CART_AGE_MS.max), to: new Date(now - CART_AGE_MS.min) };
  for (const person of await findAbandonedCarts(ctx, window)) {
    const [item] = person.cartItems;
    const { email } = person;
    if (!item || email === null) continue;
    const locale = person.setting?.interfaceLanguage ?? 'en';
    await each(person.id, (tx) =>
      tellPerson(tx, person.id as Id<'user'>, {
        dedupeKey: `cart:${item.id}`,
        to: email,
        template: 'abandoned-cart',
        locale,
        data: { title: named(item.calendar.title, locale), url: appLink('/cart') },
      }),
    );
  }
}

async function remindOfNextYear(ctx: Ctx, each: Each): Promise<void> {
  const thisMonth = monthOf(dayAt(ctx.clock.now(), 'UTC'));
  const months = Array.from({ length: MONTHS_AHEAD }, (_, ahead) => addMonths(thisMonth, ahead));
  for (const { userId, email, title, lastMonth, ...person } of await findEndingCalendars(
    ctx,
    months,
  )) {
    const locale = person.locale ?? 'en';
    await each(userId, (tx) =>
      tellPerson(tx, userId as Id<'user'>, {
        dedupeKey: `next-year:${userId}:${lastMonth}`,
        to: email,
        template: 'next-year',
        locale,
        data: { title: named(title, locale), url: appLink('/calendars') },
      }),
    );
  }
}
