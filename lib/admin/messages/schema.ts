import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { CHANNELS } from '@/lib/messages/kinds';

export const MESSAGE_STATES = ['QUEUED', 'SENT', 'FAILED'] as const;

/** By what the outbox can be sorted, a minus for the latest or last first. */
const MESSAGE_SORTS = ['-written', 'written', 'to', '-to'] as const;
export type MessageSort = (typeof MESSAGE_SORTS)[number];

/** Filters of the outbox as they stand in the address of the page; anything unreadable counts as not set. */
export const MessageFilterSchema = z.object({
  status: z.enum(MESSAGE_STATES).nullable().catch(null),
  channel: z.enum(CHANNELS).nullable().catch(null),
  /** The name of a letter. */
  template: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .nullable()
    .catch(null),
  /** The beginning of a receiver's address or number, or the id of a person or of what it is about. */
  search: z.string().trim().max(100).catch(''),
  /** Null is the newest first. */
  sort: z.enum(MESSAGE_SORTS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type MessageFilter = z.output<typeof MessageFilterSchema>;

export const MessageParamsSchema = z.strictObject({ outboxMessageId: idSchema('outboxMessage') });
