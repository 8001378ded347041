import type { z } from 'zod';
import { addStaff } from '@/lib/accounts/add-staff';
import { isUniqueViolation } from '@/lib/accounts/is-unique-violation';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';
import type { Locale } from '@/lib/i18n/locales';
import { requireStaff } from '../require-staff';
import type { InviteStaffSchema } from './schema';

/**
 * Gives the owner of an address a place among the staff and mails the link to set a password with.
 * @throws DomainError "account.not_allowed", "account.email_invalid", "staff.already"
 */
export async function inviteStaff(
  ctx: Ctx,
  input: z.output<typeof InviteStaffSchema> & { locale: Locale },
): Promise<void> {
  requireStaff(ctx, 'admin');
  try {
    await addStaff(ctx, { ...input, sendMail: true, isNewcomer: true });
  } catch (error) {
    // Two who add the same new person at once.
    if (isUniqueViolation(error)) throw new DomainError('staff.already');
    throw error;
  }
}
