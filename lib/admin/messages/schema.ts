import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { CHANNELS } from '@/lib/messages/kinds';

export const MESSAGE_STATES = ['QUEUED', 'SENT', 'FAILED'] as const;

/** Filters of the outbox as they stand in the address of the page; anything unreadable counts as not set. */
export const MessageFilterSchema = z.object({
  status: z.enum(MESSAGE_STATES).nullable().catch(null),
  channel: z.enum(CHANNELS).nullable().catch(null),
  /** Part of a receiver's address or number, a template's name, or the id of what it is about. */
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type MessageFilter = z.output<typeof MessageFilterSchema>;

export const MessageParamsSchema = z.strictObject({ outboxMessageId: idSchema('outboxMessage') });
