import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import type { PlainDate } from '@/lib/core/plain-date';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { readAddress } from '@/lib/orders/address-lines';
import type { OrderStatus } from '@/lib/orders/order-states';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import {
  COUNT_MAX,
  findBoardPage,
  findBoardRows,
  findOrderCountries,
  findWaitingForPerson,
} from './board-store';
import type { BoardFilter } from './schema';

const BOARD_PAGE_SIZE = 25;

export type BoardRow = {
  id: Id<'order'>;
  number: string;
  status: OrderStatus;
  placedAt: string;
  /** The last day of the parcel that is expected first; null for files alone. */
  arrivesBy: PlainDate | null;
  /** One for each parcel. */
  recipients: string[];
  isHeld: boolean;
  country: string;
  titles: string[];
  copies: number;
  total: Money;
  /** Something about it does not go on by itself: money, print, delivery or a claim. */
  needsPerson: boolean;
};

export type Board = {
  rows: BoardRow[];
  /** At most COUNT_MAX; then `isMore` says whether there are still more. */
  total: number;
  isMore: boolean;
  pageCount: number;
  countries: string[];
};

/** The order board, 25 orders a page. @throws DomainError "account.not_allowed" */
export async function listOrders(ctx: Ctx, filter: BoardFilter): Promise<Board> {
  requireStaff(ctx, 'orders');
  return inTransaction(ctx, async (tx) => {
    const { ids, count } = await findBoardPage(tx, filter, BOARD_PAGE_SIZE);
    const total = Math.min(count, COUNT_MAX);
    const rows = await findBoardRows(tx, ids);
    const waiting = await findWaitingForPerson(tx, ids);
    const countries = await findOrderCountries(tx);
    // A search names people, so it is not kept.
    const { search, ...choices } = filter;
    await recordAudit(tx, {
      action: 'orders.listed',
      subject: 'orders',
      data: { ...choices, isSearch: search !== '', found: total },
    });
    return {
      total,
      isMore: count > COUNT_MAX,
      pageCount: Math.max(1, Math.ceil(total / BOARD_PAGE_SIZE)),
      countries,
      rows: rows.map((row) => ({
        id: row.id as Id<'order'>,
        number: row.number,
        status: row.status,
        placedAt: row.placedAt.toISOString(),
        arrivesBy: row.arrivesBy && fromDateColumn(row.arrivesBy),
        recipients: row.parcels.map(({ address }) => readAddress(address).recipient),
        isHeld: row.heldAt !== null,
        country: row.country,
        titles: row.items.map(({ title }) => title),
        copies: row.items.reduce((sum, { quantity }) => sum + quantity, 0),
        total: money(row.totalMinor, row.currency as Currency),
        needsPerson: waiting.has(row.id),
      })),
    };
  });
}
