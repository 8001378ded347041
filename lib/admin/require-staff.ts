import { isAdmitted, type PersonActor, type StaffAccess } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';

/**
 * Every use case of this room begins with it and names its desk, besides what the edge checks: these are the only queries
 * that read across owners.
 * @throws DomainError "account.not_allowed"
 */
export function requireStaff(ctx: Ctx, access: StaffAccess): PersonActor {
  if (!isAdmitted(ctx.actor, access) || ctx.actor.userId === null) {
    throw new DomainError('account.not_allowed');
  }
  return ctx.actor as PersonActor;
}
