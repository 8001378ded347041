import { type ProofView, presentProof } from '@/lib/calendars/present-proof';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { asPerson, type Ctx, inTransaction, type ReadCtx } from '@/lib/db/context';
import type { OrderStatus } from '../order-states';
import { findOrder, lockOrder, type OrderRow } from '../store';
import { findEditions } from './files-store';
import { makeOrderFiles } from './make-order-files';

const OPEN: readonly OrderStatus[] = ['PAID', 'IN_PRODUCTION', 'SHIPPED', 'DELIVERED'];

/** A file that was bought, with how far it is. */
export type OrderFile = {
  orderItemId: Id<'orderItem'>;
  title: string;
  /** Null before anybody has asked for it. */
  edition: Pick<ProofView, 'status' | 'pagesDone' | 'pageCount' | 'isStalled' | 'fileBytes'> | null;
};

/** Whether its customer may have the file of an item now: a file, paid for, not held back. */
export function isFileOpen(
  order: Pick<OrderRow, 'status' | 'heldAt'>,
  item: { product: { kind: string } },
): boolean {
  return item.product.kind === 'PDF' && OPEN.includes(order.status) && order.heldAt === null;
}

/** The files of an order that its customer may have. */
export async function presentFiles(ctx: Ctx | ReadCtx, order: OrderRow): Promise<OrderFile[]> {
  const items = order.items.filter((item) => isFileOpen(order, item));
  const editions = await findEditions(ctx, items);
  return items.map((item) => {
    const row = editions.get(item.id);
    const view = row ? presentProof(row, ctx.clock.now()) : null;
    return {
      orderItemId: item.id as Id<'orderItem'>,
      title: item.title,
      edition: view
        ? {
            status: view.status,
            pagesDone: view.pagesDone,
            pageCount: view.pageCount,
            isStalled: view.isStalled,
            fileBytes: view.fileBytes,
          }
        : null,
    };
  });
}

/** How far the files of one's order are. @throws DomainError "order.not_found" */
export async function listOrderFiles(
  ctx: Ctx,
  input: { orderId: Id<'order'> },
): Promise<{ files: OrderFile[] }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  const order = await findOrder(ctx, owner, input.orderId);
  if (!order) throw new DomainError('order.not_found');
  return { files: await presentFiles(ctx, order) };
}

/** Starts files anew that failed or that nobody works on. @throws DomainError "order.not_found" */
export async function remakeOrderFiles(
  ctx: Ctx,
  input: { orderId: Id<'order'> },
): Promise<{ files: OrderFile[] }> {
  const owner = { ownerId: asPerson(ctx).actor.userId };
  await inTransaction(ctx, async (tx) => {
    await lockOrder(tx, input.orderId);
    const order = await findOrder(tx, owner, input.orderId);
    if (!order) throw new DomainError('order.not_found');
    if (order.items.some((item) => isFileOpen(order, item))) await makeOrderFiles(tx, order);
  });
  return listOrderFiles(ctx, input);
}
