import type { Ctx } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { presentPromo, type StaffPromo } from './present-promo';
import type { PromoFilter } from './schema';
import { findPromos } from './store';

const PAGE_SIZE = 25;

/** Codes, in the order of the filter. @throws DomainError "account.not_allowed" */
export async function listPromos(
  ctx: Ctx,
  filter: PromoFilter,
): Promise<{ promos: StaffPromo[]; total: number; pageCount: number }> {
  requireStaff(ctx, 'finance');
  const { rows, total } = await findPromos(ctx, filter, {
    skip: (filter.page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  await recordAudit(ctx, { action: 'promos.listed', subject: 'promos' });
  const now = ctx.clock.now();
  return {
    promos: rows.map((row) => presentPromo(row, now)),
    total,
    pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
  };
}
