import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import type { ChangePriceInput } from './schema';
import { findAnyProduct, setPrice, setProductActive } from './store';

/**
 * Changes a product's prices and whether it is sold. Orders that exist keep their frozen prices; open checkouts are
 * shown the new total before they can be placed.
 * @throws DomainError "account.not_allowed", "product.not_found"
 */
export async function changeProduct(
  ctx: Ctx,
  input: ChangePriceInput & { productId: Id<'product'> },
): Promise<void> {
  requireStaff(ctx);
  await inTransaction(ctx, async (tx) => {
    const product = await findAnyProduct(tx, input.productId);
    if (!product) throw new DomainError('product.not_found');
    await setProductActive(tx, input.productId, input.isActive);
    const before: Record<string, number> = {};
    for (const price of product.prices) before[price.currency] = price.amountMinor;
    for (const { currency, amountMinor } of input.prices) {
      await setPrice(tx, {
        id: newId('price'),
        productId: input.productId,
        currency,
        amountMinor,
      });
    }
    await recordAudit(tx, {
      action: 'product.changed',
      subject: input.productId,
      data: { before, after: input.prices, isActive: input.isActive },
    });
  });
}
