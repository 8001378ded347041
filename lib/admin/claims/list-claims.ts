import type { Id } from '@/lib/core/ids';
import { type Ctx, inTransaction } from '@/lib/db/context';
import type { ClaimKind, ClaimStatus } from '@/lib/orders/claims/claim-states';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { countBoardClaims, findBoardClaims } from './claim-store';
import type { ClaimFilter } from './schema';

const PAGE_SIZE = 25;

export type ClaimBoard = {
  rows: {
    id: Id<'claim'>;
    number: string;
    status: ClaimStatus;
    kind: ClaimKind;
    text: string;
    orderId: Id<'order'>;
    orderNumber: string;
    email: string;
    pictures: number;
    createdAt: string;
  }[];
  total: number;
  pageCount: number;
};

/** The claims board. @throws DomainError "account.not_allowed" */
export async function listClaims(ctx: Ctx, filter: ClaimFilter): Promise<ClaimBoard> {
  requireStaff(ctx, 'claims');
  return inTransaction(ctx, async (tx) => {
    const total = await countBoardClaims(tx, filter);
    const rows = await findBoardClaims(tx, filter, PAGE_SIZE);
    await recordAudit(tx, {
      action: 'claims.listed',
      subject: 'claims',
      data: { status: filter.status, page: filter.page, found: total },
    });
    return {
      total,
      pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      rows: rows.map((row) => ({
        id: row.id as Id<'claim'>,
        number: row.number,
        status: row.status,
        kind: row.kind,
        text: row.text,
        orderId: row.orderId as Id<'order'>,
        orderNumber: row.order.number,
        email: row.order.contactEmail,
        pictures: row._count.pictures,
        createdAt: row.createdAt.toISOString(),
      })),
    };
  });
}
