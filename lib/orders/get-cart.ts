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
import { unitFor } from './price-order';
import { type CartItemRow, findCartItems, findProducts } from './store';

export type CartOption = { productId: Id<'product'>; name: string; price: Money; isFile: boolean };

export type CartLine = {
  id: Id<'cartItem'>;
  calendarId: Id<'calendar'>;
  productId: Id<'product'>;
  /** The approved print file; null before the approval. */
  proofId: Id<'proof'> | null;
  title: string;
  formatId: FormatId;
  productName: string;
  /** The file alone: it is downloaded and goes into no parcel. */
  isFile: boolean;
  quantity: number;
  /** Of one copy, after volume steps; null where the product has no price in this currency. */
  unit: Money | null;
  /** Of one copy, when only one is ordered. */
  listUnit: Money | null;
  total: Money | null;
  /** The next cheaper step that more copies of the product would reach, and how many more. */
  nextStep: { more: number; fromCopies: number; unit: Money } | null;
  /** What the calendar can be ordered as, its present product among them. */
  options: CartOption[];
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
  /** What volume steps take off, already gone from `items`. */
  saved: Money;
  canCheckOut: boolean;
};

type Wish = { currency: Currency; locale: Locale };
type ProductRows = Awaited<ReturnType<typeof findProducts>>;

/** The person's cart, priced in one currency, with what stands in the way of ordering. */
export async function getCart(ctx: Ctx, wish: Wish): Promise<CartView> {
  const nothing = money(0, wish.currency);
  if (ctx.actor.userId === null) {
    return {
      lines: [],
      currency: wish.currency,
      items: nothing,
      saved: nothing,
      canCheckOut: false,
    };
  }
  const owner = { ownerId: asPerson(ctx).actor.userId };
  return inTransaction(ctx, async (tx) => {
    const items = await findCartItems(tx, owner);
    const products = items.length > 0 ? await findProducts(tx) : [];
    const lines: CartLine[] = [];
    for (const item of items) {
      const copies = items
        .filter(({ productId }) => productId === item.productId)
        .reduce((sum, { quantity }) => sum + quantity, 0);
      lines.push(await presentLine(tx, item, copies, products, wish));
    }
    const sum = (of: (line: CartLine) => Money | null) =>
      lines.reduce((total, line) => addMoney(total, of(line) ?? nothing), nothing);
    const total = sum((line) => line.total);
    const listed = sum((line) => line.listUnit && timesMoney(line.listUnit, line.quantity));
    return {
      lines,
      currency: wish.currency,
      items: total,
      saved: money(listed.amountMinor - total.amountMinor, wish.currency),
      canCheckOut: lines.length > 0 && lines.every((line) => line.problem === null),
    };
  });
}

async function presentLine(
  tx: TxCtx,
  item: CartItemRow,
  copies: number,
  products: ProductRows,
  wish: Wish,
): Promise<CartLine> {
  const document = readDocument((item.proof ?? item.calendar).document);
  const { unit, listUnit, nextStep } = pricesOf(item, copies, wish.currency);
  return {
    id: item.id as Id<'cartItem'>,
    calendarId: item.calendarId as Id<'calendar'>,
    productId: item.productId as Id<'product'>,
    proofId: item.proofId as Id<'proof'> | null,
    title: item.calendar.title,
    formatId: document.formatId,
    productName: localText(item.product.names, wish.locale),
    isFile: item.product.kind === 'PDF',
    quantity: item.quantity,
    unit,
    listUnit,
    total: unit ? timesMoney(unit, item.quantity) : null,
    nextStep,
    options: optionsFor(document.formatId, products, wish),
    period: periodOf(document),
    aiPictures: await countOwnAiPictures(tx, picturesIn(document)),
    problem: (await cartProblem(tx, item)) ?? (unit ? null : 'product.not_found'),
  };
}

function pricesOf(
  item: CartItemRow,
  copies: number,
  currency: Currency,
): Pick<CartLine, 'unit' | 'listUnit' | 'nextStep'> {
  const price = item.product.prices.find((row) => row.currency === currency);
  if (!price) return { unit: null, listUnit: null, nextStep: null };
  const priced = { listMinor: price.amountMinor, steps: price.steps };
  const unitMinor = unitFor(priced, copies);
  const next = price.steps
    .filter((step) => step.fromCopies > copies && step.amountMinor < unitMinor)
    .sort((a, b) => a.fromCopies - b.fromCopies)[0];
  return {
    unit: money(unitMinor, currency),
    listUnit: money(price.amountMinor, currency),
    nextStep: next
      ? {
          more: next.fromCopies - copies,
          fromCopies: next.fromCopies,
          unit: money(next.amountMinor, currency),
        }
      : null,
  };
}

function optionsFor(formatId: FormatId, products: ProductRows, wish: Wish): CartOption[] {
  return products.flatMap((product) => {
    const price = product.prices.find(({ currency }) => currency === wish.currency);
    const isFile = product.kind === 'PDF';
    if (!price || (!isFile && product.formatId !== formatId)) return [];
    return [
      {
        productId: product.id as Id<'product'>,
        name: localText(product.names, wish.locale),
        price: money(price.amountMinor, wish.currency),
        isFile,
      },
    ];
  });
}
