import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';

const PlainDateSchema = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parsePlainDate(value) !== null,
);

export const EVENT_STATES = ['waiting', 'person', 'done'] as const;

/** By arrival, a minus for the latest first. */
const EVENT_SORTS = ['-received', 'received'] as const;

/** The filters as they stand in the address of the page; anything unreadable counts as not set. */
export const EventFilterSchema = z.object({
  /** As the inbox names it: "stripe", "fal"… */
  provider: z
    .string()
    .regex(/^[a-z_-]{2,30}$/)
    .nullable()
    .catch(null),
  state: z.enum(EVENT_STATES).nullable().catch(null),
  search: z.string().trim().max(200).catch(''),
  from: PlainDateSchema.nullable().catch(null),
  to: PlainDateSchema.nullable().catch(null),
  /** Null is the newest first. */
  sort: z.enum(EVENT_SORTS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(400).catch(1),
});
export type EventFilter = z.output<typeof EventFilterSchema>;

export const EventParamsSchema = z.strictObject({ webhookEventId: idSchema('webhookEvent') });
