import { CURRENCY_DIGITS, type Currency } from '@/lib/core/money';
import { type Ctx, inTransaction } from '@/lib/db/context';
import { fromDateColumn } from '@/lib/db/plain-date-column';
import { readAddress } from '@/lib/orders/address-lines';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { findBoardRows, findIdsBefore, type StoredBoardRow } from './board-store';
import { BYTE_ORDER_MARK, csvLine } from './csv';
import type { ExportQuery } from './schema';

/** Read at once; the whole never stands in memory. */
const BATCH = 1000;

/** Several values in one cell. */
const list = (values: readonly string[]) => values.join(' | ');

const amount = (row: StoredBoardRow, minor: number) => {
  const digits = CURRENCY_DIGITS[row.currency as Currency];
  return Number((minor / 10 ** digits).toFixed(digits));
};

/** Columns of the file; README.md of this drawer says what each holds. */
const COLUMNS: Record<string, (row: StoredBoardRow) => string | number | null> = {
  number: (row) => row.number,
  state: (row) => row.status,
  placed_at: (row) => row.placedAt.toISOString(),
  paid_at: (row) => row.paidAt?.toISOString() ?? null,
  arrives_by: (row) => row.arrivesBy && fromDateColumn(row.arrivesBy),
  country: (row) => row.country,
  email: (row) => row.contactEmail,
  recipients: (row) => list(row.parcels.map(({ address }) => readAddress(address).recipient)),
  calendars: (row) => list(row.items.map(({ title }) => title)),
  copies: (row) => row.items.reduce((sum, { quantity }) => sum + quantity, 0),
  parcels: (row) => row.parcels.length,
  delivery_methods: (row) => list([...new Set(row.parcels.map(({ method }) => method))]),
  tracking: (row) => list(row.shipments.map(({ trackingNumber }) => trackingNumber)),
  currency: (row) => row.currency,
  items: (row) => amount(row, row.itemsMinor),
  wrap: (row) => amount(row, row.wrapMinor),
  delivery: (row) => amount(row, row.deliveryMinor),
  discount: (row) => amount(row, row.discountMinor),
  total: (row) => amount(row, row.totalMinor),
  tax: (row) => amount(row, row.taxMinor),
  certificate: (row) => amount(row, row.certificateMinor),
  refunded: (row) =>
    amount(
      row,
      row.payments.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0),
    ),
  tills: (row) =>
    list([
      ...new Set(row.payments.flatMap((own) => (own.status === 'PAID' ? [own.provider] : []))),
    ]),
  held: (row) => (row.heldAt ? 'yes' : 'no'),
  hold_reason: (row) => row.heldReason,
};

/**
 * The board as a spreadsheet: every order that fits the filter, or those that were chosen, newest first.
 * @returns pieces of one CSV file (UTF-8 with its mark, comma, CRLF), made while they are taken
 * @throws DomainError "account.not_allowed"
 */
export async function exportOrders(
  ctx: Ctx,
  input: ExportQuery,
): Promise<{ fileName: string; pieces: AsyncGenerator<string> }> {
  requireStaff(ctx, 'orders');
  const { ids, search, page: _page, sort: _sort, ...choices } = input;
  await inTransaction(ctx, (tx) =>
    recordAudit(tx, {
      action: 'orders.exported',
      subject: 'orders',
      data: ids ? { orderIds: ids } : { ...choices, isSearch: search !== '' },
    }),
  );
  const day = ctx.clock.now().toISOString().slice(0, 10);
  return { fileName: `orders-${day}.csv`, pieces: piecesOf(ctx, input) };
}

async function* piecesOf(ctx: Ctx, input: ExportQuery): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS));
  const lines = (rows: readonly StoredBoardRow[]) =>
    rows.map((row) => csvLine(Object.values(COLUMNS).map((cell) => cell(row)))).join('');
  if (input.ids) {
    const rows = await findBoardRows(ctx, [...new Set(input.ids)]);
    yield lines(rows.toSorted((a, b) => b.placedAt.getTime() - a.placedAt.getTime()));
    return;
  }
  for (let last: StoredBoardRow | null = null; ; ) {
    const rows: StoredBoardRow[] = await findBoardRows(
      ctx,
      await findIdsBefore(ctx, input, last, BATCH),
    );
    if (rows.length > 0) yield lines(rows);
    last = rows.at(-1) ?? null;
    if (last === null || rows.length < BATCH) return;
  }
}
