import type { z } from 'zod';
import { addStaff } from '@/lib/accounts/add-staff';
import type { Ctx } from '@/lib/db/context';
import type { Locale } from '@/lib/i18n/locales';
import { requireStaff } from '../require-staff';
import type { InviteStaffSchema } from './schema';

/**
 * Gives the owner of an address a place among the staff and mails the link to set a password with.
 * @throws DomainError "account.not_allowed", "account.email_invalid"
 */
export async function inviteStaff(
  ctx: Ctx,
  input: z.output<typeof InviteStaffSchema> & { locale: Locale },
): Promise<void> {
  requireStaff(ctx, 'admin');
  await addStaff(ctx, { ...input, sendMail: true });
}
