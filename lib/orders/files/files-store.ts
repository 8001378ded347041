import type { ProofRow } from '@/lib/calendars/proof-store';
import type { ReadCtx } from '@/lib/db/context';

type BoughtFile = { id: string; proof: { calendarId: string; contentHash: string } };

/** The digital edition of each item, by the item's id; absent where none was asked for yet. */
export async function findEditions(
  ctx: ReadCtx,
  items: readonly BoughtFile[],
): Promise<Map<string, ProofRow>> {
  const editions = new Map<string, ProofRow>();
  for (const { id, proof } of items) {
    const { calendarId, contentHash } = proof;
    const edition = await ctx.db.proof.findUnique({
      where: { calendarId_kind_contentHash: { calendarId, kind: 'DIGITAL', contentHash } },
    });
    if (edition) editions.set(id, edition);
  }
  return editions;
}

/** Paid orders with the file that this finished edition is; none for any other kind of proof. */
export async function findOrdersOfEdition(ctx: ReadCtx, proofId: string): Promise<string[]> {
  const edition = await ctx.db.proof.findFirst({
    where: { id: proofId, kind: 'DIGITAL', status: 'READY' },
    select: { calendarId: true, contentHash: true },
  });
  if (!edition) return [];
  const orders = await ctx.db.order.findMany({
    where: {
      status: { in: ['PAID', 'IN_PRODUCTION', 'SHIPPED', 'DELIVERED'] },
      items: {
        some: {
          calendarId: edition.calendarId,
          product: { kind: 'PDF' },
          proof: { contentHash: edition.contentHash },
        },
      },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return orders.map(({ id }) => id);
}
