import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { PrintJobStatus } from '@/lib/orders/print-houses/print-job-states';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { presentJob, type StaffPrintJob } from './present-job';
import {
  countBoardJobs,
  countJobsByStatus,
  countOrdersToPrint,
  findBoardJobs,
  findHouses,
  findOrdersToPrint,
} from './print-store';
import { BATCH_MAX, type PrintFilter } from './schema';

const PAGE_SIZE = 25;

export type WaitingOrder = {
  id: Id<'order'>;
  number: string;
  paidAt: string | null;
  isHeld: boolean;
  country: string;
  titles: string[];
  copies: number;
  parcels: number;
};

export type PrintDesk = {
  /** The ones that wait longest, as many as are handed over at once. */
  waiting: WaitingOrder[];
  waitingTotal: number;
  jobs: StaffPrintJob[];
  counts: Partial<Record<PrintJobStatus, number>>;
  total: number;
  pageCount: number;
  houses: { id: Id<'printHouse'>; name: string; isActive: boolean }[];
};

/** What waits for a press, and every print job by state. @throws DomainError "account.not_allowed" */
export async function getPrintDesk(ctx: Ctx, filter: PrintFilter): Promise<PrintDesk> {
  requireStaff(ctx, 'production');
  return inTransaction(ctx, async (tx) => {
    const waiting = await findOrdersToPrint(tx, BATCH_MAX);
    const waitingTotal = await countOrdersToPrint(tx);
    const total = await countBoardJobs(tx, filter);
    const rows = await findBoardJobs(tx, filter, PAGE_SIZE);
    const counts = await countJobsByStatus(tx);
    const houses = await findHouses(tx);
    await recordAudit(tx, {
      action: 'print_jobs.listed',
      subject: 'print_jobs',
      data: { status: filter.status, house: filter.house, page: filter.page, found: total },
    });
    return {
      waiting: waiting.map((order) => ({
        id: order.id as Id<'order'>,
        number: order.number,
        paidAt: order.paidAt?.toISOString() ?? null,
        isHeld: order.heldAt !== null,
        country: order.country,
        titles: order.items.map(({ title }) => title),
        copies: order.items.reduce((sum, { quantity }) => sum + quantity, 0),
        parcels: order.parcels.length,
      })),
      waitingTotal,
      jobs: rows.map(presentJob),
      counts: Object.fromEntries(counts) as PrintDesk['counts'],
      total,
      pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      houses: houses.map(({ id, name, isActive }) => ({
        id: id as Id<'printHouse'>,
        name,
        isActive,
      })),
    };
  });
}
