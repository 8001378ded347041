import type { ReadCtx } from '@/lib/db/context';
import type { OutboxMessage, Prisma } from '@/lib/db/generated/client';
import { likeLiteral } from '@/lib/db/like-literal';
import type { MessageFilter, MessageSort } from './schema';

const ORDERS: Record<MessageSort, Prisma.OutboxMessageOrderByWithRelationInput> = {
  written: { createdAt: 'asc' },
  '-written': { createdAt: 'desc' },
  to: { recipient: 'asc' },
  '-to': { recipient: 'desc' },
};

function whereOf({
  status,
  channel,
  template,
  search,
}: MessageFilter): Prisma.OutboxMessageWhereInput {
  const begins = likeLiteral(search);
  return {
    ...(status ? { status } : {}),
    ...(channel ? { channel } : {}),
    ...(template ? { template } : {}),
    ...(search
      ? {
          OR: [
            ...[...new Set([begins, begins.toLowerCase()])].map(
              (text): Prisma.OutboxMessageWhereInput => ({ recipient: { startsWith: text } }),
            ),
            { subject: search },
            { userId: search },
          ],
        }
      : {}),
  };
}

export function findMessages(
  ctx: ReadCtx,
  filter: MessageFilter,
  take: number,
): Promise<OutboxMessage[]> {
  return ctx.db.outboxMessage.findMany({
    where: whereOf(filter),
    orderBy: [ORDERS[filter.sort ?? '-written'], { id: 'desc' }],
    skip: (filter.page - 1) * take,
    take,
  });
}

export function countMessages(ctx: ReadCtx, filter: MessageFilter): Promise<number> {
  return ctx.db.outboxMessage.count({ where: whereOf(filter) });
}

export function findMessage(ctx: ReadCtx, id: string): Promise<OutboxMessage | null> {
  return ctx.db.outboxMessage.findUnique({ where: { id } });
}
