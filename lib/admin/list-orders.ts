import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { readAddress } from '@/lib/orders/address-lines';
import type { OrderStatus } from '@/lib/orders/order-states';
import { recordAudit } from './record-audit';
import { requireStaff } from './require-staff';
import type { BoardFilter } from './schema';
import { countBoardOrders, findBoardOrders, findOrderCountries } from './store';

export const BOARD_PAGE_SIZE = 25;

export type BoardRow = {
  id: Id<'order'>;
  number: string;
  status: OrderStatus;
  placedAt: string;
  recipient: string;
  country: string;
  titles: string[];
  copies: number;
  total: Money;
  /** Money waits for a person: a payment that does not fit or a refund that failed. */
  needsPerson: boolean;
};

export type Board = { rows: BoardRow[]; total: number; pageCount: number; countries: string[] };

/** The order board. @throws DomainError "account.not_allowed" */
export async function listOrders(ctx: Ctx, filter: BoardFilter): Promise<Board> {
  requireStaff(ctx);
  return inTransaction(ctx, async (tx) => {
    const total = await countBoardOrders(tx, filter);
    const rows = await findBoardOrders(tx, filter, BOARD_PAGE_SIZE);
    const countries = await findOrderCountries(tx);
    await recordAudit(tx, {
      action: 'orders.listed',
      subject: 'orders',
      data: { status: filter.status, country: filter.country, page: filter.page, found: total },
    });
    return {
      total,
      pageCount: Math.max(1, Math.ceil(total / BOARD_PAGE_SIZE)),
      countries,
      rows: rows.map((row) => ({
        id: row.id as Id<'order'>,
        number: row.number,
        status: row.status,
        placedAt: row.placedAt.toISOString(),
        recipient: readAddress(row.address).recipient,
        country: row.country,
        titles: row.items.map(({ title }) => title),
        copies: row.items.reduce((sum, { quantity }) => sum + quantity, 0),
        total: money(row.totalMinor, row.currency as Currency),
        needsPerson: row.payments.some(
          (payment) =>
            payment.quarantineReason !== null ||
            payment.refunds.some(({ status }) => status === 'FAILED'),
        ),
      })),
    };
  });
}
