import { z } from 'zod';
import { type PlainDate, parsePlainDate } from '@/lib/core/plain-date';

const PlainDateSchema = z.custom<PlainDate>(
  (value) => typeof value === 'string' && parsePlainDate(value) !== null,
);

/** The filters as they stand in the address of the page; anything unreadable counts as not set. */
export const AuditFilterSchema = z.object({
  /** Id or whole e-mail address of who did it; "system" for what nobody did. */
  actor: z.string().trim().max(200).catch(''),
  /** How the action begins: "order" finds "order.moved" too. */
  action: z
    .string()
    .trim()
    .regex(/^[a-z_.]{0,60}$/)
    .catch(''),
  /** The whole id of what it was about, or how it begins: "setting:". */
  subject: z.string().trim().max(100).catch(''),
  from: PlainDateSchema.nullable().catch(null),
  to: PlainDateSchema.nullable().catch(null),
  /** Null is the newest first. */
  sort: z.enum(['-when', 'when']).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(400).catch(1),
});
export type AuditFilter = z.output<typeof AuditFilterSchema>;
