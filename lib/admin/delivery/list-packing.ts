import type { Ctx } from '@/lib/db/context';
import { recordAudit } from '../record-audit';
import { requireStaff } from '../require-staff';
import { nameActors } from './name-actors';
import { countPackingParcels, findPackingParcels } from './parcel-store';
import { presentStaffParcel, type StaffParcel } from './present-parcel';
import { PACKING_STATES, type PackingFilter, type PackingState } from './schema';

const PAGE_SIZE = 50;

type PackingDesk = {
  parcels: StaffParcel[];
  counts: Record<PackingState, number>;
  page: number;
  pageCount: number;
};

/** Parcels to pack, to hand over or to look after, oldest order first. @throws DomainError "account.not_allowed" */
export async function listPacking(
  ctx: Ctx,
  input: { filter: PackingFilter; locale: string },
): Promise<PackingDesk> {
  requireStaff(ctx, 'production');
  const { filter, locale } = input;
  const counts = {} as Record<PackingState, number>;
  for (const state of PACKING_STATES) {
    counts[state] = await countPackingParcels(ctx, { ...filter, state });
  }
  const rows = await findPackingParcels(ctx, filter, PAGE_SIZE);
  const nameOf = await nameActors(ctx, rows);
  await recordAudit(ctx, {
    action: 'packing.viewed',
    subject: filter.state,
    data: { parcels: rows.length },
  });
  return {
    parcels: rows.map((row) => presentStaffParcel(row, locale, nameOf)),
    counts,
    page: filter.page,
    pageCount: Math.max(1, Math.ceil(counts[filter.state] / PAGE_SIZE)),
  };
}
