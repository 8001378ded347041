import type { Id } from '@/lib/core/ids';
import { CURRENCIES, type Currency } from '@/lib/core/money';
import type { Ctx } from '@/lib/db/context';
import { localText } from '@/lib/orders/local-text';
import type { Step } from './products/rules';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { findAllProducts } from './store';

export type StaffProduct = {
  id: Id<'product'>;
  slug: string;
  name: string;
  kind: 'PRINTED' | 'PDF';
  isActive: boolean;
  /** Minor units by currency; null where it is not sold in it. */
  prices: Record<Currency, number | null>;
  /** What one copy costs us, minor units by currency. */
  costs: Record<Currency, number>;
  steps: Record<Currency, Step[]>;
};

/** All products, sold or not, with every price. @throws DomainError "account.not_allowed" */
export async function listProducts(ctx: Ctx, locale: string): Promise<StaffProduct[]> {
  requireStaff(ctx, 'finance');
  const rows = await findAllProducts(ctx);
  await recordAudit(ctx, { action: 'products.listed', subject: 'products' });
  return rows.map((row) => {
    const priceIn = (currency: Currency) => row.prices.find((price) => price.currency === currency);
    const inEach = <T>(read: (currency: Currency) => T) =>
      Object.fromEntries(CURRENCIES.map((currency) => [currency, read(currency)])) as Record<
        Currency,
        T
      >;
    return {
      id: row.id as Id<'product'>,
      slug: row.slug,
      name: localText(row.names, locale),
      kind: row.kind,
      isActive: row.isActive,
      prices: inEach((currency) => priceIn(currency)?.amountMinor ?? null),
      costs: inEach((currency) => priceIn(currency)?.costMinor ?? 0),
      steps: inEach((currency) =>
        (priceIn(currency)?.steps ?? []).map(({ fromCopies, amountMinor }) => ({
          fromCopies,
          amountMinor,
        })),
      ),
    };
  });
}
