import { z } from 'zod';
import { DESKS } from '@/lib/core/actor';
import { idSchema } from '@/lib/core/ids';

export const StaffParamsSchema = z.strictObject({ userId: idSchema('user') });

export const DesksSchema = z.array(z.enum(DESKS)).max(DESKS.length);

/** Bounded here, judged by the account's own rules. */
export const InviteStaffSchema = z.strictObject({
  email: z.string().max(300),
  role: z.enum(['STAFF', 'ADMIN']),
  desks: DesksSchema,
});

export const ChangeStaffSchema = z.strictObject({
  /** CUSTOMER takes every staff right away. */
  role: z.enum(['CUSTOMER', 'STAFF', 'ADMIN']),
  desks: DesksSchema,
});
