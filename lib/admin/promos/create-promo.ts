import { DomainError } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { promoRow } from './promo-row';
import type { SavePromoInput } from './schema';
import { insertPromo } from './store';

/** A new code. @throws DomainError "account.not_allowed", "promo.invalid", "promo.code_taken" */
export async function createPromo(
  ctx: Ctx,
  input: SavePromoInput,
): Promise<{ promoCodeId: Id<'promoCode'> }> {
  const staff = requireStaff(ctx, 'finance');
  const row = promoRow(input);
  const promoCodeId = newId('promoCode');
  await inTransaction(ctx, async (tx) => {
    const isNew = await insertPromo(tx, {
      id: promoCodeId,
      ...row,
      createdById: staff.userId,
      createdAt: tx.clock.now(),
    });
    if (!isNew) throw new DomainError('promo.code_taken', {}, { fields: { code: 'taken' } });
    await recordAudit(tx, {
      action: 'promo.created',
      subject: promoCodeId,
      data: JSON.parse(JSON.stringify(row)),
    });
  });
  return { promoCodeId };
}
