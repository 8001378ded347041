import type { Id } from '@/lib/core/ids';
import { isCurrency, type Money, money } from '@/lib/core/money';
import { readAddress } from '@/lib/orders/address-lines';
import { readPrintJobItems } from '@/lib/orders/print-houses/print-job-items';
import { mayMovePrintJob, type PrintJobStatus } from '@/lib/orders/print-houses/print-job-states';
import type { BoardJobRow } from './print-store';

/** What staff can do with a print job now. */
export type JobAction = 'PRINTING' | 'DONE' | 'REJECTED' | 'CANCELLED' | 'check' | 'resend' | 'zip';

export type StaffPrintJob = {
  id: Id<'printJob'>;
  number: string;
  status: PrintJobStatus;
  orderId: Id<'order'>;
  orderNumber: string;
  house: string;
  /** Of a reprint. */
  claimNumber: string | null;
  parcel: number;
  recipient: string;
  country: string;
  isGift: boolean;
  isHeld: boolean;
  copies: number;
  externalId: string | null;
  houseStatus: string | null;
  reason: string | null;
  cost: Money | null;
  createdAt: string;
  actions: JobAction[];
};

export function presentJob(row: BoardJobRow): StaffPrintJob {
  const { costMinor, costCurrency } = row;
  return {
    id: row.id as Id<'printJob'>,
    number: row.number,
    status: row.status,
    orderId: row.orderId as Id<'order'>,
    orderNumber: row.order.number,
    house: row.printHouse.name,
    claimNumber: row.claim?.number ?? null,
    parcel: row.parcel.position,
    recipient: readAddress(row.parcel.address).recipient,
    country: row.parcel.country,
    isGift: row.parcel.isGift,
    isHeld: row.order.heldAt !== null,
    copies: readPrintJobItems(row.items).reduce((sum, { quantity }) => sum + quantity, 0),
    externalId: row.externalId,
    houseStatus: row.houseStatus,
    reason: row.reason,
    cost:
      costMinor !== null && costCurrency !== null && isCurrency(costCurrency)
        ? money(costMinor, costCurrency)
        : null,
    createdAt: row.createdAt.toISOString(),
    actions: actionsOf(row),
  };
}

/** People report by hand what an interface tells by itself. */
function actionsOf(row: BoardJobRow): JobAction[] {
  const { status } = row;
  const isManual = row.printHouse.kind === 'MANUAL';
  const actions: JobAction[] = [];
  if (isManual && status !== 'CANCELLED') actions.push('zip');
  if (isManual) {
    for (const to of ['PRINTING', 'DONE', 'REJECTED'] as const) {
      if (status !== 'SUBMITTING' && mayMovePrintJob(status, to)) actions.push(to);
    }
  } else if (status === 'SUBMITTED' || status === 'PRINTING') actions.push('check');
  if (mayMovePrintJob(status, 'CANCELLED')) actions.push('CANCELLED');
  const isLost = status === 'REJECTED' || status === 'FAILED' || status === 'CANCELLED';
  const isWanted = row.claimId === null ? row.order.status === 'IN_PRODUCTION' : true;
  if (isLost && isWanted) actions.push('resend');
  return actions;
}
