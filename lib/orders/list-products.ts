import type { FormatId } from '@/lib/calendars/document';
import type { Id } from '@/lib/core/ids';
import { type Currency, isCurrency, type Money, money } from '@/lib/core/money';
import type { Ctx } from '@/lib/db/context';
import { HOME_OF } from '@/lib/i18n/home-of';
import type { Locale } from '@/lib/i18n/locales';
import { localText } from './local-text';
import { findCurrencySetting, findProducts } from './store';

export type ProductView = {
  id: Id<'product'>;
  slug: string;
  /** "any" for the file, which comes in the format of its calendar. */
  formatId: FormatId | 'any';
  /** The PDF edition: to download, in no parcel, one of each calendar. */
  isFile: boolean;
  paper: string;
  binding: string;
  name: string;
  description: string;
  /** Tax included. A product without a price in a currency is not sold in it and so not listed. */
  price: Money;
  /** The first volume step: so many copies in one order, and each costs this; null without steps. */
  volume: { fromCopies: number; unit: Money } | null;
};

/** What can be ordered in one format (or at all), the file among it, priced in one currency, in the shop's order. */
export async function listProducts(
  ctx: Ctx,
  wish: { formatId?: FormatId; currency: Currency; locale: Locale },
): Promise<ProductView[]> {
  const rows = await findProducts(ctx, wish.formatId);
  return rows.flatMap((row) => {
    const price = row.prices.find(({ currency }) => currency === wish.currency);
    if (!price) return [];
    const [step] = price.steps;
    return [
      {
        id: row.id as Id<'product'>,
        slug: row.slug,
        formatId: row.formatId as FormatId | 'any',
        isFile: row.kind === 'PDF',
        paper: row.paper,
        binding: row.binding,
        name: localText(row.names, wish.locale),
        description: localText(row.descriptions, wish.locale),
        price: money(price.amountMinor, wish.currency),
        volume: step
          ? { fromCopies: step.fromCopies, unit: money(step.amountMinor, wish.currency) }
          : null,
      },
    ];
  });
}

/** The currency to show first: the person's setting, else the one that fits the language of the screen. */
export async function preferredCurrency(ctx: Ctx, locale: Locale): Promise<Currency> {
  const byLanguage = HOME_OF[locale].currency;
  if (ctx.actor.userId === null) return byLanguage;
  const setting = await findCurrencySetting(ctx, { ownerId: ctx.actor.userId });
  return setting && isCurrency(setting.currency) ? setting.currency : byLanguage;
}
