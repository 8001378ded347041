import type { Currency } from '@/lib/core/money';
import { addDays, dayAt, firstDayOf, type PlainDate, type YearMonth } from '@/lib/core/plain-date';
import type { Ctx } from '@/lib/db/context';
import type { Locale } from '@/lib/i18n/locales';
import { countryName } from './address-lines';
import { arrivalFrom, latestOrderDay, WORKSHOP_TIME_ZONE } from './arrival-window';
import { findRatesIn } from './checkout-store';
import { homeOf } from './list-delivered-countries';
import { findContact } from './store';

export type ArrivalOutlook = {
  country: string;
  /** When an order of today arrives. */
  arrival: { from: PlainDate; to: PlainDate };
  /** The calendar's first day, and until when to order to have it before; null once that is too late. */
  begins: PlainDate;
  latest: PlainDate | null;
};

/** Before anything is ordered: when it would arrive at home, by the cheapest way. Null where we have no way to there. */
export async function getArrivalOutlook(
  ctx: Ctx,
  wish: { from: YearMonth; currency: Currency; locale: Locale },
): Promise<ArrivalOutlook | null> {
  const { userId } = ctx.actor;
  const contact = userId === null ? null : await findContact(ctx, { ownerId: userId });
  const home = homeOf(contact?.setting?.country, wish.locale);
  const rates = await findRatesIn(ctx, wish.currency);
  const rate = rates.find(({ country }) => country === home);
  if (!rate) return null;
  const today = dayAt(ctx.clock.now(), WORKSHOP_TIME_ZONE);
  const begins = firstDayOf(wish.from);
  const latest = latestOrderDay(addDays(begins, -1), rate);
  return {
    country: countryName(home, wish.locale),
    arrival: arrivalFrom(today, rate),
    begins,
    latest: latest >= today ? latest : null,
  };
}
