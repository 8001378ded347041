import type { Id } from '@/lib/core/ids';
import { CURRENCIES, type Currency } from '@/lib/core/money';
import type { Ctx } from '@/lib/db/context';
import { localText } from '@/lib/orders/local-text';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import { findAllProducts } from './store';

export type StaffProduct = {
  id: Id<'product'>;
  slug: string;
  name: string;
  isActive: boolean;
  /** Minor units by currency; null where it is not sold in it. */
  prices: Record<Currency, number | null>;
};

/** All products, sold or not, with every price. @throws DomainError "account.not_allowed" */
export async function listProducts(ctx: Ctx, locale: string): Promise<StaffProduct[]> {
  requireStaff(ctx);
  const rows = await findAllProducts(ctx);
  await recordAudit(ctx, { action: 'products.listed', subject: 'products' });
  return rows.map((row) => ({
    id: row.id as Id<'product'>,
    slug: row.slug,
    name: localText(row.names, locale),
    isActive: row.isActive,
    prices: Object.fromEntries(
      CURRENCIES.map((currency) => [
        currency,
        row.prices.find((price) => price.currency === currency)?.amountMinor ?? null,
      ]),
    ) as Record<Currency, number | null>,
  }));
}
