import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import type { ChangePackInput } from './schema';
import { findAnyPack, setPackActive, setPackPrice } from './store';

/**
 * Changes a pack's prices and whether it is sold. Purchases that exist keep their frozen price; somebody who looks at
 * the old one is shown the new before paying.
 * @throws DomainError "account.not_allowed", "stars.pack_not_found"
 */
export async function changePack(
  ctx: Ctx,
  input: ChangePackInput & { packId: Id<'starPack'> },
): Promise<void> {
  requireStaff(ctx, 'finance');
  const { packId, isActive, prices } = input;
  await inTransaction(ctx, async (tx) => {
    const pack = await findAnyPack(tx, packId);
    if (!pack) throw new DomainError('stars.pack_not_found');
    const before = Object.fromEntries(
      pack.prices.map(({ currency, amountMinor }) => [currency, amountMinor]),
    );
    await setPackActive(tx, packId, isActive);
    for (const { currency, amountMinor } of prices) {
      await setPackPrice(tx, { packId, currency, amountMinor });
    }
    await recordAudit(tx, {
      action: 'star_pack.changed',
      subject: packId,
      data: { before, after: prices, isActive },
    });
  });
}
