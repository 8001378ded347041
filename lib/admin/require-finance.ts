import { isAdmitted } from '@/lib/core/actor';
import { DomainError } from '@/lib/core/errors';
import type { Ctx } from '@/lib/db/context';

/**
 * For what gives money back at another desk's page: only finance lets money go.
 * @throws DomainError "account.finance_only"
 */
export function requireFinance(ctx: Ctx): void {
  if (!isAdmitted(ctx.actor, 'finance')) throw new DomainError('account.finance_only');
}
