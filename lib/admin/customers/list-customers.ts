import { type Ctx, inTransaction } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { countBelongings, countCustomers, findCustomers } from './customer-store';
import type { CustomerFilter } from './schema';

const PAGE_SIZE = 50;

export type CustomerRow = {
  id: string;
  name: string | null;
  email: string | null;
  isGuest: boolean;
  isBlocked: boolean;
  isErased: boolean;
  orders: number;
  calendars: number;
  createdAt: string;
};

/** Customers and guests, in the order of the filter. @throws DomainError "account.not_allowed" */
export async function listCustomers(
  ctx: Ctx,
  filter: CustomerFilter,
): Promise<{ rows: CustomerRow[]; total: number; pageCount: number }> {
  requireStaff(ctx, 'support');
  return inTransaction(ctx, async (tx) => {
    const total = await countCustomers(tx, filter);
    const rows = await findCustomers(tx, filter, PAGE_SIZE);
    const belongings = await countBelongings(
      tx,
      rows.map(({ id }) => id),
    );
    await recordAudit(tx, {
      action: 'customers.listed',
      subject: 'customers',
      data: { kind: filter.kind, page: filter.page, found: total },
    });
    return {
      total,
      pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      rows: rows.map((row) => ({
        id: row.id,
        name: row.name,
        email: row.email,
        isGuest: row.role === 'GUEST',
        isBlocked: row.blockedAt !== null,
        isErased: row.erasedAt !== null,
        orders: belongings.orders.get(row.id) ?? 0,
        calendars: belongings.calendars.get(row.id) ?? 0,
        createdAt: row.createdAt.toISOString(),
      })),
    };
  });
}
