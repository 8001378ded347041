import type { Id } from '@/lib/core/ids';
import { type Currency, type Money, money } from '@/lib/core/money';
import { type PrintJobItems, readPrintJobItems } from '../print-houses/print-job-items';
import type { ClaimKind, ClaimStatus } from './claim-states';
import type { ClaimRow } from './store';

/** A claim as its customer sees it. Times are ISO 8601. */
export type ClaimView = {
  id: Id<'claim'>;
  number: string;
  status: ClaimStatus;
  kind: ClaimKind;
  text: string;
  items: PrintJobItems;
  answer: string | null;
  pictureIds: Id<'picture'>[];
  /** What comes back by the till; null where nothing does. */
  refund: Money | null;
  createdAt: string;
  decidedAt: string | null;
};

export function presentClaim(row: ClaimRow): ClaimView {
  const { refund } = row;
  return {
    id: row.id as Id<'claim'>,
    number: row.number,
    status: row.status,
    kind: row.kind,
    text: row.text,
    items: readPrintJobItems(row.items),
    answer: row.answer,
    pictureIds: row.pictures.map(({ pictureId }) => pictureId as Id<'picture'>),
    refund: refund ? money(refund.amountMinor, refund.payment.currency as Currency) : null,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
