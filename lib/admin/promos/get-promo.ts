import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import type { Ctx } from '@/lib/db/context';
import type { OrderStatus } from '@/lib/orders/order-states';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { presentPromo, type StaffPromo } from './present-promo';
import { findAnyPromo } from './store';

export type StaffPromoUse = {
  id: string;
  at: string;
  /** The use was given back: the order ended unpaid or was cancelled. */
  isReleased: boolean;
  order: {
    id: Id<'order'>;
    number: string;
    status: OrderStatus;
    discount: Money;
    total: Money;
  };
};

/** One code and who used it. @throws DomainError "account.not_allowed", "promo.not_found" */
export async function getPromo(
  ctx: Ctx,
  input: { promoCodeId: Id<'promoCode'> },
): Promise<{ promo: StaffPromo; usesEver: number; uses: StaffPromoUse[] }> {
  requireStaff(ctx, 'finance');
  const row = await findAnyPromo(ctx, input.promoCodeId);
  if (!row) throw new DomainError('promo.not_found');
  await recordAudit(ctx, { action: 'promo.viewed', subject: row.id });
  return {
    promo: presentPromo(row, ctx.clock.now()),
    usesEver: row._count.useRows,
    uses: row.useRows.map((use) => {
      const currency = use.order.currency as Currency;
      return {
        id: use.id,
        at: use.createdAt.toISOString(),
        isReleased: use.releasedAt !== null,
        order: {
          id: use.order.id as Id<'order'>,
          number: use.order.number,
          status: use.order.status,
          discount: money(use.order.discountMinor, currency),
          total: money(use.order.totalMinor, currency),
        },
      };
    }),
  };
}
