import { DomainError } from '@/lib/core/errors';
import type { Currency } from '@/lib/core/money';
import type { ReadCtx } from '@/lib/db/context';
import { customerHash } from './customer-hash';
import { normalisePromoCode, type Promo, promoOf, promoProblem } from './rules';
import { findPromoByCode, hasUsed } from './store';
import { termsOf } from './terms-of';

/**
 * What a typed code does to an order of this customer now. Nothing is taken yet: reservePromo decides when the order is
 * placed.
 * @param wish.email the contact address as far as it is known
 * @param wish.itemsMinor what the calendars cost before the code
 * @throws DomainError "promo.not_found", "promo.over", "promo.used_up", "promo.used_already", "promo.other_currency",
 *   "promo.below_minimum"
 */
export async function findPromo(
  ctx: ReadCtx,
  wish: {
    code: string;
    ownerId: string;
    email: string | null;
    currency: Currency;
    itemsMinor: number;
  },
): Promise<Promo> {
  const code = normalisePromoCode(wish.code);
  const row = code === null ? null : await findPromoByCode(ctx, code);
  if (!row) throw new DomainError('promo.not_found');
  const terms = termsOf(row);
  const problem = promoProblem(terms, { ...wish, now: ctx.clock.now() });
  if (problem) throw new DomainError(problem);
  if (row.oncePerCustomer) {
    const emailHash = wish.email === null ? null : customerHash(wish.email);
    if (await hasUsed(ctx, row.id, { ownerId: wish.ownerId, emailHash })) {
      throw new DomainError('promo.used_already');
    }
  }
  return promoOf(terms, wish.currency);
}
