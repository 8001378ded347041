import type { ReadCtx } from '@/lib/db/context';
import type { OutboxMessage, Prisma } from '@/lib/db/generated/client';
import type { MessageFilter } from './schema';

function whereOf({ status, channel, search }: MessageFilter): Prisma.OutboxMessageWhereInput {
  return {
    ...(status ? { status } : {}),
    ...(channel ? { channel } : {}),
    ...(search
      ? {
          OR: [
            { recipient: { contains: search, mode: 'insensitive' } },
            { template: { contains: search } },
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
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
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
