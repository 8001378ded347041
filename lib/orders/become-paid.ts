import type { TxCtx } from '@/lib/db/context';
import type { Prisma } from '@/lib/db/generated/client';
import { makeOrderFiles } from './files/make-order-files';
import { moveOrder } from './move-order';
import { queueOrderMail } from './queue-order-mail';
import type { OrderRow } from './store';

/** What being paid brings, by a till or by certificates alone: the state, the mail, and the files that were bought. */
export async function becomePaid(
  tx: TxCtx,
  order: OrderRow,
  data: Prisma.InputJsonObject,
): Promise<void> {
  await moveOrder(tx, order, { to: 'PAID', by: 'system', data });
  await queueOrderMail(tx, order, { template: 'order-confirmed' });
  await makeOrderFiles(tx, order);
}
