import { DomainError } from '@/lib/core/errors';
import { addDays } from '@/lib/core/plain-date';
import { toDateColumn } from '@/lib/db/plain-date-column';
import { normalisePromoCode } from '@/lib/orders/promos/rules';
import type { SavePromoInput } from './schema';

const wrong = (field: string, why: string) =>
  new DomainError('promo.invalid', {}, { fields: { [field]: why } });

/**
 * What staff typed as a row: the worth that its kind has and no other, days as instants.
 * @throws DomainError "promo.invalid" with the wrong field
 */
export function promoRow(input: SavePromoInput) {
  const code = normalisePromoCode(input.code);
  if (code === null) throw wrong('code', 'bad_code');
  if (input.kind === 'PERCENT' && input.basisPoints === null)
    throw wrong('basisPoints', 'required');
  if (input.kind === 'AMOUNT' && Object.keys(input.amounts).length === 0) {
    throw wrong('amounts', 'required');
  }
  if (input.firstDay && input.lastDay && input.lastDay < input.firstDay) {
    throw wrong('lastDay', 'bad_date');
  }
  return {
    code,
    kind: input.kind,
    basisPoints: input.kind === 'PERCENT' ? input.basisPoints : null,
    amounts: input.kind === 'AMOUNT' ? input.amounts : {},
    minimums: input.minimums,
    startsAt: input.firstDay && toDateColumn(input.firstDay),
    endsAt: input.lastDay && toDateColumn(addDays(input.lastDay, 1)),
    maxUses: input.maxUses,
    oncePerCustomer: input.oncePerCustomer,
    isActive: input.isActive,
    note: input.note,
  };
}
