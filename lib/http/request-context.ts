import { findActor } from '@/lib/accounts/find-actor';
import { type Access, type Actor, isAdmitted, isForStaff } from '@/lib/core/actor';
import { systemClock } from '@/lib/core/clock';
import { DomainError } from '@/lib/core/errors';
import { createLog } from '@/lib/core/log';
import { db } from '@/lib/db/client';
import type { Ctx } from '@/lib/db/context';
import { providers } from '@/lib/wiring';

const log = createLog('web');

/**
 * The context of the request that is being answered, for exactly one access level.
 * @throws DomainError "account.sign_in_required", "account.not_allowed", or "account.second_factor_required" for staff
 *   whose browser has not shown their app
 */
export async function requestCtx(access: Access): Promise<Ctx> {
  const actor = await findActor();
  requireAccess(actor, access);
  return { actor, db: db(), providers: providers(), clock: systemClock, log };
}

export function requireAccess(actor: Actor, access: Access): void {
  if (isAdmitted(actor, access)) {
    if (isForStaff(access) && !actor.hasSecondFactor) {
      throw new DomainError('account.second_factor_required');
    }
    return;
  }
  // Staff pages answer everybody else alike, and so do not tell that they exist.
  if (isForStaff(access)) throw new DomainError('account.not_allowed');
  throw new DomainError('account.sign_in_required');
}
