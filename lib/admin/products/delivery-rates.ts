import { DomainError } from '@/lib/core/errors';
import { CURRENCIES, type Currency } from '@/lib/core/money';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { type DeliveryMethod, isMethodOf, METHOD_IDS } from '@/lib/orders/delivery/methods';
import { COUNTRY_CODES } from '@/lib/orders/served-countries';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { DeliveryRateInput } from './schema';
import { findRates, setRates } from './store';

export type StaffRate = {
  method: DeliveryMethod;
  isActive: boolean;
  daysMin: number | null;
  daysMax: number | null;
  taxBasisPoints: number | null;
  prices: Partial<Record<Currency, { amountMinor: number; extraMinor: number }>>;
};

/** Every method that exists in a country, with what it costs there; empty where it is not offered yet. */
export async function listRates(ctx: Ctx, country: string): Promise<StaffRate[]> {
  requireStaff(ctx, 'finance');
  const rows = await findRates(ctx, { country });
  await recordAudit(ctx, { action: 'delivery_rates.listed', subject: country });
  return METHOD_IDS.filter((method) => isMethodOf(method, country)).map((method) => {
    const own = rows.filter((row) => row.method === method);
    const [first] = own;
    const prices: StaffRate['prices'] = {};
    for (const currency of CURRENCIES) {
      const row = own.find((rate) => rate.currency === currency);
      if (row) prices[currency] = { amountMinor: row.amountMinor, extraMinor: row.extraMinor };
    }
    return {
      method,
      isActive: own.some(({ isActive }) => isActive),
      daysMin: first?.daysMin ?? null,
      daysMax: first?.daysMax ?? null,
      // A country's tax is one, so a new method begins with the tax of the others.
      taxBasisPoints: first?.taxBasisPoints ?? rows[0]?.taxBasisPoints ?? null,
      prices,
    };
  });
}

/**
 * Changes what delivery to a country by one method costs, how long it takes and which tax is contained. Orders that
 * exist keep theirs.
 * @throws DomainError "account.not_allowed", "delivery.method_unavailable" where we do not go, "request.invalid" with
 *   the wrong field
 */
export async function changeRate(ctx: Ctx, input: DeliveryRateInput): Promise<void> {
  requireStaff(ctx, 'finance');
  const { country, method } = input;
  const isServed = (COUNTRY_CODES as readonly string[]).includes(country);
  if (!isServed || !isMethodOf(method, country)) {
    throw new DomainError('delivery.method_unavailable');
  }
  if (input.daysMax < input.daysMin) {
    throw new DomainError('request.invalid', {}, { fields: { daysMax: 'bad_range' } });
  }
  await inTransaction(ctx, async (tx) => {
    const before = await findRates(tx, { country, method });
    await setRates(tx, input);
    await recordAudit(tx, {
      action: 'delivery_rate.changed',
      subject: `${country}:${method}`,
      data: { before, after: input },
    });
  });
}
