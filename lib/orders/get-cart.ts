import { type FormatId, picturesIn } from '@/lib/calendars/document';
import { periodOf } from '@/lib/calendars/period';
import { readDocument } from '@/lib/calendars/read-document';
import type { ErrorCode } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { addMoney, type Currency, type Money, money, timesMoney } from '@/lib/core/money';
import type { YearMonth } from '@/lib/core/plain-date';
import { asPerson, type Ctx, inTransaction, type TxCtx } from '@/lib/db/context';
import type { Locale } from '@/lib/i18n/locales';
import { countOwnAiPictures } from '@/lib/pictures/count-ai-pictures';
import { cartProblem } from './cart-problem';
import { localText } from './local-text';
import { type CartItemRow, findCartItems } from './store';

export type CartLine = {
  id: Id<'cartItem'>;
  calendarId: Id<'calendar'>;
  title: string;
  formatId: FormatId;
  productName: string;
  quantity: number;
  /** Null where the product has no price in this currency. */
  unit: Money | null;
  total: Money | null;
  period: { first: YearMonth; last: YearMonth };
  /** Of its pictures, those that a model made. */
  aiPictures: number;
  /** Why it cannot be ordered as it is; its words are the error's. */
  problem: ErrorCode | null;
};

export type CartView = {
  lines: CartLine[];
  currency: Currency;
  /** Goods alone, tax included; delivery is priced when the country is known. */
  items: Money;
  canCheckOut: boolean;
};

/** The person's cart, priced in one currency, with what stands in the way of ordering. */
export async function getCart(
  ctx: Ctx,
  wish: { currency: Currency; locale: Locale },
): Promise<CartView> {
  if (ctx.actor.userId === null) {
    return {
      lines: [],
      currency: wish.currency,
      items: money(0, wish.currency),
      canCheckOut: false,
    };
  }
  const owner = { ownerId: asPerson(ctx).actor.userId };
  return inTransaction(ctx, async (tx) => {
    const lines: CartLine[] = [];
    for (const item of await findCartItems(tx, owner))
      lines.push(await presentLine(tx, item, wish));
    const items = lines.reduce(
      (sum, line) => (line.total ? addMoney(sum, line.total) : sum),
      money(0, wish.currency),
    );
    const canCheckOut = lines.length > 0 && lines.every((line) => line.problem === null);
    return { lines, currency: wish.currency, items, canCheckOut };
  });
}

async function presentLine(
  tx: TxCtx,
  item: CartItemRow,
  wish: { currency: Currency; locale: Locale },
): Promise<CartLine> {
  const document = readDocument((item.proof ?? item.calendar).document);
  const price = item.product.prices.find(({ currency }) => currency === wish.currency);
  const unit = price ? money(price.amountMinor, wish.currency) : null;
  return {
    id: item.id as Id<'cartItem'>,
    calendarId: item.calendarId as Id<'calendar'>,
    title: item.calendar.title,
    formatId: document.formatId,
    productName: localText(item.product.names, wish.locale),
    quantity: item.quantity,
    unit,
    total: unit ? timesMoney(unit, item.quantity) : null,
    period: periodOf(document),
    aiPictures: await countOwnAiPictures(tx, picturesIn(document)),
    problem: (await cartProblem(tx, item)) ?? (unit ? null : 'product.not_found'),
  };
}
