import { z } from 'zod';
import { RequestKeySchema } from '@/lib/orders/schema';

export const STAFF_CERTIFICATE_STATES = ['AWAITING_PAYMENT', 'ACTIVE', 'VOID'] as const;

/** By what certificates can be sorted, a minus for the latest or most first. */
const CERTIFICATE_SORTS = ['-made', 'made', '-worth', 'worth', '-left', 'left'] as const;
export type CertificateSort = (typeof CERTIFICATE_SORTS)[number];

/** The list's filter as it stands in the address of the page; anything unreadable counts as not set. */
export const CertificateFilterSchema = z.object({
  /** A whole code, its last four letters, a name or a mail address. */
  search: z.string().trim().max(100).catch(''),
  status: z.enum(STAFF_CERTIFICATE_STATES).nullable().catch(null),
  /** Null is the newest first. */
  sort: z.enum(CERTIFICATE_SORTS).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CertificateFilter = z.output<typeof CertificateFilterSchema>;

export const VoidCertificateSchema = z.strictObject({
  reason: z.string().trim().min(1, 'required').max(500, 'too_long'),
});

export const StaffKeySchema = z.strictObject({ requestKey: RequestKeySchema });
