import { CURRENCIES, type Currency } from '@/lib/core/money';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { WrapPricesInput } from './schema';
import { findWrapPrices, setWrapPrice } from './store';

export type StaffWrapPrice = { currency: Currency; amountMinor: number | null; isActive: boolean };

/** What gift wrap costs in each currency. @throws DomainError "account.not_allowed" */
export async function listWrapPrices(ctx: Ctx): Promise<StaffWrapPrice[]> {
  requireStaff(ctx, 'finance');
  const rows = await findWrapPrices(ctx);
  return CURRENCIES.map((currency) => {
    const row = rows.find((price) => price.currency === currency);
    return {
      currency,
      amountMinor: row?.amountMinor ?? null,
      isActive: row?.isActive ?? false,
    };
  });
}

/** Changes what gift wrap costs and where it is offered. @throws DomainError "account.not_allowed" */
export async function changeWrapPrices(ctx: Ctx, input: WrapPricesInput): Promise<void> {
  requireStaff(ctx, 'finance');
  await inTransaction(ctx, async (tx) => {
    const before = await findWrapPrices(tx);
    for (const price of input.prices) await setWrapPrice(tx, price);
    await recordAudit(tx, {
      action: 'wrap_prices.changed',
      subject: 'wrap',
      data: { before, after: input.prices },
    });
  });
}
