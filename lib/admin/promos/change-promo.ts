import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { sameContent } from '@/lib/core/same-content';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { promoRow } from './promo-row';
import type { SavePromoInput } from './schema';
import { isCodeTaken, lockPromo, updatePromo } from './store';

/**
 * Changes a code. Once an order has used it, its name, kind and worth stay as the orders saw them.
 * @throws DomainError "account.not_allowed", "promo.not_found", "promo.code_taken", "promo.invalid" with the wrong field
 */
export async function changePromo(
  ctx: Ctx,
  input: SavePromoInput & { promoCodeId: Id<'promoCode'> },
): Promise<void> {
  requireStaff(ctx, 'finance');
  const row = promoRow(input);
  await inTransaction(ctx, async (tx) => {
    const before = await lockPromo(tx, input.promoCodeId);
    if (!before) throw new DomainError('promo.not_found');
    const isUsed = before._count.useRows > 0;
    for (const field of ['code', 'kind', 'basisPoints', 'amounts'] as const) {
      if (isUsed && !sameContent(before[field], row[field])) {
        throw new DomainError('promo.invalid', {}, { fields: { [field]: 'frozen' } });
      }
    }
    if (row.maxUses !== null && row.maxUses < before.uses) {
      throw new DomainError('promo.invalid', {}, { fields: { maxUses: 'too_few' } });
    }
    if (await isCodeTaken(tx, row.code, before.id)) {
      throw new DomainError('promo.code_taken', {}, { fields: { code: 'taken' } });
    }
    await updatePromo(tx, before.id, row);
    const was = Object.fromEntries(
      Object.keys(row).map((field) => [field, before[field as keyof typeof row]]),
    );
    await recordAudit(tx, {
      action: 'promo.changed',
      subject: before.id,
      data: JSON.parse(JSON.stringify({ before: was, after: row })),
    });
  });
}
