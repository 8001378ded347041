import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { stepsFall } from './products/rules';
import { lockProduct, setCost, setSteps } from './products/store';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import type { ChangePriceInput } from './schema';
import { findAnyProduct, setPrice, setProductActive } from './store';

/**
 * Changes a product's prices, their steps and our costs, and whether it is sold. Orders that exist keep their frozen
 * prices; open checkouts are shown the new total before they can be placed.
 * @throws DomainError "account.not_allowed", "product.not_found", "product.invalid" when a price does not fall with its
 *   steps
 */
export async function changeProduct(
  ctx: Ctx,
  input: ChangePriceInput & { productId: Id<'product'> },
): Promise<void> {
  requireStaff(ctx, 'finance');
  const { productId, isActive, prices } = input;
  await inTransaction(ctx, async (tx) => {
    await lockProduct(tx, productId);
    const product = await findAnyProduct(tx, productId);
    if (!product) throw new DomainError('product.not_found');
    const before = product.prices.map(({ currency, amountMinor, costMinor, steps }) => ({
      currency,
      amountMinor,
      costMinor,
      steps: steps.map((step) => ({
        fromCopies: step.fromCopies,
        amountMinor: step.amountMinor,
      })),
    }));
    await setProductActive(tx, productId, isActive);
    for (const { currency, amountMinor, costMinor, steps } of prices) {
      const kept = before.find((price) => price.currency === currency)?.steps ?? [];
      if (!stepsFall(amountMinor, steps ?? kept)) {
        throw new DomainError(
          'product.invalid',
          {},
          { fields: { [`prices.${currency}`]: 'must_fall' } },
        );
      }
      const price = { productId, currency };
      await setPrice(tx, { id: newId('price'), ...price, amountMinor });
      if (costMinor !== undefined) await setCost(tx, price, costMinor);
      if (steps !== undefined) await setSteps(tx, price, steps);
    }
    await recordAudit(tx, {
      action: 'product.changed',
      subject: productId,
      data: JSON.parse(JSON.stringify({ before, after: prices, isActive })),
    });
  });
}
